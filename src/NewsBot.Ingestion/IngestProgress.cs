using NewsBot.Archive;

namespace NewsBot.Ingestion;

/// <summary>How far a job has come.</summary>
/// <param name="Job">The job's number.</param>
/// <param name="Counts">The outcomes so far.</param>
/// <param name="BytesRead">Bytes of the files read so far, as stored.</param>
/// <param name="BytesTotal">Bytes of all files, or null where addresses make it unknown.</param>
public sealed record IngestProgress(long Job, OutcomeCounts Counts, long BytesRead, long? BytesTotal)
{
    /// <summary>Whether no worker is at it: others of the host's jobs come first.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Items a second in the last seconds.</summary>
    public double ItemsPerSecond { get; init; }

    /// <summary>How long the rest will take at this pace, or null where it is unknown.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>The items of the last batch that failed, in its order.</summary>
    public IReadOnlyList<JobItem> Failures { get; init; } = [];

    /// <summary>The part done, 0 to 1, or null where it is unknown.</summary>
    public double? Fraction => BytesTotal is > 0 and var total ? Math.Min(1, (double)BytesRead / total) : null;

    /// <summary>A job's progress: that it waits, or what is kept with it of the last batch; null before a running job's first.</summary>
    public static IngestProgress? Of(Job job) => job.State == JobState.Queued ? new IngestProgress(job.Number, job.Counts, 0, null) { IsWaiting = true }
        : job.Progress is { } progress ? Of(job.Number, job.Counts, progress, []) : null;

    internal static IngestProgress Of(long job, OutcomeCounts counts, JobProgress progress, IReadOnlyList<JobItem> failures) =>
        new(job, counts, progress.BytesRead, progress.BytesTotal) { ItemsPerSecond = progress.ItemsPerSecond, TimeLeft = progress.TimeLeft, Failures = failures };
}
