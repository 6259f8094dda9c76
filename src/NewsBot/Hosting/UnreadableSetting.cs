namespace NewsBot.Hosting;

/// <summary>A setting whose value is of the wrong kind, such as a word where a number belongs, told in words.</summary>
internal static class UnreadableSetting
{
    /// <summary>The sentence for whoever set it, or null where a failure has another cause.</summary>
    public static string? SentenceFor(InvalidOperationException failure) =>
        // The binder quotes the value, the setting and the type, which is the program's business.
        failure.InnerException is FormatException or ArgumentException or OverflowException && failure.Message.Split('\'') is [_, var value, _, var setting, _, var type, ..]
            ? $"{setting} is '{value}': set it to {Wanted(type)}. docs/SETTINGS.md says what each setting takes."
            : null;

    private static string Wanted(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.TimeSpan" => "a time such as 0.12:30:00, which is twelve and a half hours",
        _ => "a value of the kind that belongs there",
    };
}
