namespace NewsBot.Archive;

/// <summary>A question and what became of it.</summary>
public sealed record AskedQuestion
{
    /// <summary>Its number in the log; 0 before it is kept.</summary>
    public long Number { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The archive that was asked.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>Where it was asked: "web", "api", "mcp"; "chat" for everywhere else.</summary>
    public required string Place { get; init; }

    /// <summary>Its words; empty where they are not kept.</summary>
    public required string Question { get; init; }

    /// <summary>What became of it: "answered", "not_in_archive", "failed", "given_up".</summary>
    public required string Outcome { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>Tokens that a model read for it; 0 without a model.</summary>
    public long TokensIn { get; init; }

    /// <summary>Tokens that a model wrote for it.</summary>
    public long TokensOut { get; init; }

    /// <summary>The kept answer, or null.</summary>
    public Guid? Answer { get; init; }
}

/// <summary>How many sentences of a day had a verdict.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Origin">"answer" or "check".</param>
/// <param name="Verdict">The verdict as JSON names it.</param>
/// <param name="Number">How many.</param>
public sealed record VerdictCount(DateOnly Day, string Origin, string Verdict, long Number);
