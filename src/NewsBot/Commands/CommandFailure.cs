namespace NewsBot.Commands;

/// <summary>Ends a verb early; the message says what happened, to which thing, and what to do, and is printed as it is.</summary>
internal sealed class CommandFailure(ExitCode exitCode, string message) : Exception(message)
{
    /// <summary>The exit code to end with.</summary>
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>The verb was used wrongly.</summary>
    public static CommandFailure Usage(string message) => new(ExitCode.WrongUsage, message);

    /// <summary>The verb could not do its work.</summary>
    public static CommandFailure Failed(string message) => new(ExitCode.Failed, message);
}
