using System.Globalization;
using System.Text.Json.Serialization;

namespace NewsBot.Archive;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>A worker is at it.</summary>
    Running,

    /// <summary>It stands still until somebody lets it go on; see <see cref="Job.Message"/> for why.</summary>
    Paused,

    /// <summary>All its items have an outcome.</summary>
    Done,

    /// <summary>It was stopped for good; what it had stored stays.</summary>
    Cancelled,
}

/// <summary>What is to be ingested.</summary>
public sealed record JobRequest
{
    /// <summary>Paths (absolute) and addresses, in order.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>The targets as people see them: without the login that an address may carry.</summary>
    [JsonIgnore]
    public IEnumerable<string> ShownTargets => Targets.Select(AddressText.WithoutLogin);

    /// <summary>What the targets are: <c>auto</c>, or one of the kinds that ingest knows.</summary>
    public string Kind { get; init; } = "auto";

    /// <summary>The address that a single file was saved from, if it does not say so itself.</summary>
    public string? Url { get; init; }

    /// <summary>Whether pages that a feed or sitemap lists are passed over when the archive has them, as when a feed is looked at again and again.</summary>
    public bool OnlyNew { get; init; }
}

/// <summary>One ingest request and how far it has come. It survives a crash: what was counted is stored.</summary>
public sealed record Job
{
    /// <summary>The job's number, from 1, never used twice.</summary>
    public required long Number { get; init; }

    /// <summary>The archive it ingests into.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>Jobs with higher priority are taken first; 0 is usual.</summary>
    public required int Priority { get; init; }

    /// <summary>What is to be ingested.</summary>
    public required JobRequest Request { get; init; }

    /// <summary>Who asked for it: "terminal", "web", "guild 42", "feed 3".</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker first took it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was done or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often a worker took it; more than once after a crash, a pause or a retry.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why it stands still, if it does.</summary>
    public string? Message { get; init; }

    /// <summary>The outcomes so far.</summary>
    public required OutcomeCounts Counts { get; init; }

    /// <summary>How far its worker had come at the last batch; null before the first.</summary>
    public JobProgress? Progress { get; init; }
}

/// <summary>How many items ended how; the five are disjoint. What only says that an article was removed is in none of them.</summary>
/// <param name="Added">New articles.</param>
/// <param name="Updated">Articles with a new version.</param>
/// <param name="Unchanged">Articles that were known exactly so.</param>
/// <param name="Duplicates">New articles whose story stands already under another identity.</param>
/// <param name="Failed">Items without an article, each with a reason.</param>
public readonly record struct OutcomeCounts(long Added, long Updated, long Unchanged, long Duplicates, long Failed)
{
    /// <summary>All items.</summary>
    public long Total => Added + Updated + Unchanged + Duplicates + Failed;

    /// <summary>"1,200 added, 3 updated, 0 unchanged, 2 duplicates, 1 failed".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Added:N0} added, {Updated:N0} updated, {Unchanged:N0} unchanged, {Duplicates:N0} duplicates, {Failed:N0} failed");

    /// <summary>The sum, member by member.</summary>
    public static OutcomeCounts operator +(OutcomeCounts left, OutcomeCounts right) => new(
        left.Added + right.Added, left.Updated + right.Updated, left.Unchanged + right.Unchanged, left.Duplicates + right.Duplicates, left.Failed + right.Failed);
}

/// <summary>What became of one item of a job.</summary>
public enum ItemOutcome
{
    /// <summary>A new article.</summary>
    Added,

    /// <summary>A new version of a known article.</summary>
    Updated,

    /// <summary>Known exactly so.</summary>
    Unchanged,

    /// <summary>A new article whose story stands already under another identity.</summary>
    Duplicate,

    /// <summary>No article; there is a reason.</summary>
    Failed,

    /// <summary>What another archive kept of a removed article, which is kept here now too.</summary>
    Removed,
}

/// <summary>One item of a job with its outcome.</summary>
/// <param name="Name">What people call it: a path, a path with a line or entry number, or an address.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Article">The article's public id, unless it failed.</param>
/// <param name="Reason">Why it failed and what to do.</param>
public sealed record JobItem(string Name, ItemOutcome Outcome, string? Article, string? Reason)
{
    /// <summary>This item as counts: one of the five is 1, or none for a removed article.</summary>
    public OutcomeCounts Count => new(
        Outcome == ItemOutcome.Added ? 1 : 0,
        Outcome == ItemOutcome.Updated ? 1 : 0,
        Outcome == ItemOutcome.Unchanged ? 1 : 0,
        Outcome == ItemOutcome.Duplicate ? 1 : 0,
        Outcome == ItemOutcome.Failed ? 1 : 0);
}

/// <summary>Why items of a job failed.</summary>
/// <param name="Reason">Why, and what to do.</param>
/// <param name="Items">How many items it stopped.</param>
/// <param name="First">The name of the first of them.</param>
public sealed record FailureReason(string Reason, long Items, string First);

/// <summary>What storing a batch of a job gave.</summary>
/// <param name="Items">The items with their outcomes, in the order of the batch.</param>
/// <param name="Articles">The identity of each item's article, or null for a failed one.</param>
/// <param name="MayGoOn">False when the job was paused or cancelled meanwhile; the batch was stored all the same.</param>
public sealed record JobReceipt(JobItem[] Items, Guid?[] Articles, bool MayGoOn);

/// <summary>An item on its way into the archive: an article, or why there is none.</summary>
/// <param name="Name">What people call the item; unique inside its job.</param>
/// <param name="Article">The article, or null when it failed.</param>
/// <param name="Failure">Why it failed and what to do, or null.</param>
/// <param name="WithdrawnUrl">The address whose article the publisher withdrew for good, if that is why it failed; the article leaves the archive.</param>
public sealed record JobDelivery(string Name, ArticleDraft? Article, string? Failure, string? WithdrawnUrl = null)
{
    /// <summary>What another archive kept of a removed article, to be kept here too; such an item neither fails nor adds an article.</summary>
    public Tombstone? Tombstone { get; init; }
}
