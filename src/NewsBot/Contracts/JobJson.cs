using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>An ingest job, as <c>jobs list --json</c> and <c>jobs show --json</c> print it.</summary>
internal sealed record JobJson
{
    public required long Job { get; init; }

    public required string Archive { get; init; }

    /// <summary>queued, running, paused, done or cancelled.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    public required string RequestedBy { get; init; }

    public required string CreatedAt { get; init; }

    public required string? StartedAt { get; init; }

    public required string? EndedAt { get; init; }

    public required string? Message { get; init; }

    public required long Added { get; init; }

    public required long Updated { get; init; }

    public required long Unchanged { get; init; }

    public required long Duplicates { get; init; }

    public required long Failed { get; init; }

    public required int Priority { get; init; }

    /// <summary>The part done, 0 to 1; null where it is unknown.</summary>
    public required double? Fraction { get; init; }

    /// <summary>Items a second in the last seconds, while it runs; null otherwise.</summary>
    public required double? ItemsPerSecond { get; init; }

    /// <summary>How long the rest will take at this pace; null where it is unknown.</summary>
    public required double? SecondsLeft { get; init; }

    /// <summary>Articles that an export named as removed, which are known as removed here now too; null in lists.</summary>
    public required long? Removed { get; init; }

    /// <summary>The latest items that failed, newest first; null in lists.</summary>
    public required IEnumerable<FailedItemJson>? LastErrors { get; init; }

    public static JobJson From(Job job, IEnumerable<JobItem>? failures = null, long? removed = null) => new()
    {
        Job = job.Number,
        Archive = job.Archive.Value,
        State = job.State.ToString().ToLowerInvariant(),
        Targets = [.. job.Request.ShownTargets],
        RequestedBy = job.RequestedBy,
        CreatedAt = Text(job.CreatedAt)!,
        StartedAt = Text(job.StartedAt),
        EndedAt = Text(job.EndedAt),
        Message = job.Message,
        Added = job.Counts.Added,
        Updated = job.Counts.Updated,
        Unchanged = job.Counts.Unchanged,
        Duplicates = job.Counts.Duplicates,
        Failed = job.Counts.Failed,
        Priority = job.Priority,
        Fraction = job.State == JobState.Done ? 1 : job.Progress?.Fraction is { } fraction ? Math.Round(fraction, 4) : null,
        ItemsPerSecond = Running(job) is { } pace ? Math.Round(pace.ItemsPerSecond, 1) : null,
        SecondsLeft = Running(job)?.TimeLeft is { } left ? Math.Round(left.TotalSeconds, 1) : null,
        Removed = removed,
        LastErrors = failures?.Select(failure => new FailedItemJson(failure.Name, failure.Reason ?? "")),
    };

    private static JobProgress? Running(Job job) => job.State == JobState.Running ? job.Progress : null;

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? NewsTime.OfInstant(known).ToString() : null;
}

/// <summary>An item of a job that failed, and why.</summary>
internal sealed record FailedItemJson(string Item, string Reason);
