namespace NewsBot.Commands;

/// <summary>What the program's exit code says to a script.</summary>
internal enum ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    Done = 0,

    /// <summary>It could not be done; standard error says why and what to do.</summary>
    Failed = 1,

    /// <summary>The command line was not understood.</summary>
    WrongUsage = 2,

    /// <summary>A single question has no answer in the archive.</summary>
    NotInArchive = 3,

    /// <summary>Ctrl-C.</summary>
    Cancelled = 130,
}
