namespace NewsBot.Archive;

/// <summary>How an article stands today among the others: what readers must know before they rely on its words.</summary>
public sealed record ArticleStanding
{
    /// <summary>An article alone, neither corrected nor overtaken.</summary>
    public static ArticleStanding Plain { get; } = new();

    /// <summary>The cluster of articles with the same story text, or null for an article alone. The same in any order of ingest.</summary>
    public Guid? Cluster { get; init; }

    /// <summary>The corrected re-issue that replaces this article, if there is one; its evidence goes before this article's.</summary>
    public Guid? SupersededBy { get; init; }

    /// <summary>The correction that the current version carries, if there is one.</summary>
    public ArticleCorrection? Correction { get; init; }
}

/// <summary>A correction of an article.</summary>
/// <param name="At">When it was made: the publisher's own time of change, else when the corrected version was stored.</param>
/// <param name="What">The editor's note, or what changed ("40 → 14"), as one line.</param>
public sealed record ArticleCorrection(NewsTime At, string What);

/// <summary>What is kept of an article that was removed or withdrawn: nothing of its words.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="PublicId">What people called it.</param>
/// <param name="RemovedAt">When it was removed.</param>
/// <param name="Reason">Why, e.g. "removed by an administrator" or "withdrawn by its publisher (410)".</param>
public sealed record Tombstone(Guid Id, string PublicId, DateTimeOffset RemovedAt, string Reason)
{
    /// <summary>The number of its last version, which is never used again.</summary>
    public int LastVersion { get; init; } = 1;

    /// <summary>The id that the article came with, or null where it had none.</summary>
    public string? ExternalId => PublicId == Id.ToString() ? null : PublicId;
}
