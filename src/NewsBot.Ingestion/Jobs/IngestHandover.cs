using NewsBot.Archive;

namespace NewsBot.Ingestion.Jobs;

/// <summary>
/// Hands a request to the host that holds the data folder, and watches it being worked through. The queue lies in the data folder itself, so nothing but
/// that is needed.
/// </summary>
public sealed class IngestHandover(ArchiveStore reader, TimeProvider clock)
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(250);

    /// <summary>A host that is started anew is back sooner.</summary>
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(30);

    /// <summary>Queues a request and waits until the host has done it, or is gone; cancelling stops the waiting, not the job.</summary>
    /// <param name="request">What is to be ingested.</param>
    /// <param name="progress">Told how far the job has come.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The job as it stands at its end: done, paused or cancelled; still waiting or running where its host is gone.</returns>
    public async Task<(Job Job, IngestSummary Summary)> RunAsync(IngestRequest request, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var lastServed = started;
        var job = reader.Jobs.Enqueue(request.Archive, request.ToJobRequest(), request.RequestedBy, request.Priority);
        while (job.State is JobState.Queued or JobState.Running && clock.GetElapsedTime(lastServed) < LongestAbsence)
        {
            lastServed = ArchiveStore.WriterOf(reader.Folder) is null ? lastServed : clock.GetTimestamp();
            await Task.Delay(LookPause, clock, cancellationToken);
            job = reader.Jobs.Find(job.Number) ?? throw new InvalidOperationException($"Job {job.Number} is gone.");
            progress?.Report(IngestProgress.Of(job) ?? new IngestProgress(job.Number, job.Counts, 0, null));
        }

        return (job, IngestSummary.Of(job, reader.Jobs, clock.GetElapsedTime(started)));
    }
}
