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

    public static JobJson From(Job job) => new()
    {
        Job = job.Number,
        Archive = job.Archive.Value,
        State = job.State.ToString().ToLowerInvariant(),
        Targets = job.Request.Targets,
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
    };

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? NewsTime.OfInstant(known).ToString() : null;
}
