namespace NewsBot.Archive;

/// <summary>Who removes articles, for the record of administration.</summary>
/// <param name="User">The person, or what acts for nobody; empty for NewsBot itself.</param>
/// <param name="Guild">The chat server in which it was done, if in one.</param>
/// <param name="Action">What they call what they did.</param>
public sealed record RemovedBy(string User, string Guild = "", string Action = "articles remove")
{
    /// <summary>Nobody asked for it: a rule of the program.</summary>
    public static RemovedBy NewsBot { get; } = new("");
}
