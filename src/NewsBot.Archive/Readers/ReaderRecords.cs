namespace NewsBot.Archive;

/// <summary>What one reader said of one answer; saying it again replaces it.</summary>
public sealed record Feedback
{
    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The archive that was asked.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>The key under which the answer is kept: see <see cref="ArchiveStore.FindAnswer"/>.</summary>
    public required Guid Answer { get; init; }

    /// <summary>The chat server, or empty.</summary>
    public required string Guild { get; init; }

    /// <summary>Who said it.</summary>
    public required string User { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>Whether the answer was praised.</summary>
    public required bool IsGood { get; init; }

    /// <summary>What can be wrong with an answer, each in one word.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["wrong_fact", "wrong_source", "out_of_date", "missing_article"];

    /// <summary>What is wrong: one of <see cref="Kinds"/>, or null where nothing was said of it.</summary>
    public string? Kind { get; init; }

    /// <summary>The reader's own words.</summary>
    public string? Comment { get; init; }
}

/// <summary>A question that an archive did not answer.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Archive">The archive.</param>
/// <param name="Guild">The chat server, or empty.</param>
/// <param name="User">Who asked.</param>
/// <param name="Question">The question.</param>
public sealed record Gap(DateTimeOffset At, ArchiveName Archive, string Guild, string User, string Question);

/// <summary>Something that an administrator did from a chat server.</summary>
/// <param name="At">When.</param>
/// <param name="Guild">The chat server.</param>
/// <param name="User">Who.</param>
/// <param name="Action">What, as the command reads: "ingest url".</param>
/// <param name="Detail">To what: an address, a job's number.</param>
public sealed record AuditEntry(DateTimeOffset At, string Guild, string User, string Action, string Detail);

/// <summary>How much is kept of one reader.</summary>
/// <param name="Feedback">What they said of answers.</param>
/// <param name="Gaps">What they asked in vain.</param>
/// <param name="Answers">Answers kept for their buttons.</param>
public sealed record KeptOfReader(long Feedback, long Gaps, long Answers);
