using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Jobs;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion;

/// <summary>
/// Takes a request from its sources into the archive: sources are read on one thread, articles extracted on several, and stored in order,
/// in batches. An item that fails costs only itself. What a batch stored is recorded with the job in the same transaction, so a job that is taken up
/// again after a crash goes on behind its last batch. Every batch, and the end of a job, is told to those who listen to the events.
/// </summary>
public sealed class IngestPipeline(
    ArchiveStore store, TargetReader targets, IngestionOptions options, TimeProvider clock, ILogger<IngestPipeline> logger, JobEvents? events = null)
{
    private const string Stopped = "stopped before its end; the same ingest again, or 'jobs retry', goes on with it";

    /// <summary>
    /// Runs a request as a job of its own, or goes on with the same request where a crash or a stop left it. Each item comes out when it is
    /// stored. A stop leaves the job paused; running the same request again goes on with it.
    /// </summary>
    /// <exception cref="ArchiveUnavailableException">The data folder cannot be written; the job is paused where that can be recorded.</exception>
    public async IAsyncEnumerable<JobItem> IngestAsync(
        IngestRequest request, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var job = Begin(request);
        try
        {
            await foreach (var item in RunAsync(job, progress, cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            store.Jobs.Pause(job.Number, Stopped);
        }
    }

    /// <summary>Runs a request to its end and sums it up.</summary>
    public async Task<IngestSummary> IngestToEndAsync(IngestRequest request, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var job = Begin(request);
        try
        {
            await foreach (var _ in RunAsync(job, progress, cancellationToken))
            {
                // The items are recorded with the job and read back below, together with those of an interrupted run.
            }
        }
        catch (ArchiveUnavailableException unavailable)
        {
            store.Jobs.Pause(job.Number, GoesOn(unavailable));
            throw;
        }
        catch
        {
            store.Jobs.Pause(job.Number, Stopped);
            throw;
        }

        return IngestSummary.Of(store.Jobs.Find(job.Number)!, store.Jobs, clock.GetElapsedTime(started));
    }

    /// <summary>What a job says that the data folder stopped, as a full disk does.</summary>
    internal static string GoesOn(ArchiveUnavailableException unavailable) => unavailable.Message + " 'jobs retry' then goes on with the job where it was.";

    /// <summary>Runs a job that was taken from the queue, and marks it as done at its end unless it was paused or cancelled meanwhile.</summary>
    public async IAsyncEnumerable<JobItem> RunAsync(Job job, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = new JobReading(targets, job, job.Attempts > 1 ? store.Jobs.FinishedItems(job.Number) : new NamesSeen(), page => IsKnown(job.Archive, page));
        var (counts, items) = (job.Counts, job.Counts.Total);
        var pace = new JobPace(clock, counts.Total, 0);
        var ended = false;
        try
        {
            await foreach (var batch in new IngestBatches(job.Archive, KnownBoilerplate.Of(store.Boilerplate.Of(job.Archive)), options, clock, logger).ReadAsync(reading, stop.Token))
            {
                items += batch.Count;
                var step = pace.Measure(items, reading.BytesRead, reading.BytesTotal, reading.ItemsLeft);
                var receipt = store.Store(job, batch, step);
                counts = receipt.Items.Aggregate(counts, (sum, item) => sum + item.Count);
                var reached = IngestProgress.Of(job.Number, counts, step, [.. receipt.Items.Where(item => item.Outcome == ItemOutcome.Failed)]);
                progress?.Report(reached);
                events?.Report(reached);
                foreach (var item in receipt.Items)
                {
                    yield return item;
                }

                if (!receipt.MayGoOn)
                {
                    yield break;
                }
            }

            ended = true;
        }
        finally
        {
            await stop.CancelAsync();
            if (ended)
            {
                store.Jobs.Complete(job);
            }

            if (events is not null && store.Jobs.Find(job.Number) is { State: not JobState.Running } let)
            {
                events.Ended(let);
            }
        }
    }

    private bool IsKnown(ArchiveName archive, ListedPage page) =>
        store.FindByUrl(archive, page.Url) is { } known && !(page.Updated > known.StoredAt);

    private Job Begin(IngestRequest request)
    {
        var wanted = request.ToJobRequest();
        return store.Jobs.FindInterrupted(request.Archive, wanted) is { } interrupted && store.Jobs.Take(interrupted.Number) is { } taken
            ? taken
            : store.Jobs.Begin(request.Archive, wanted, request.RequestedBy);
    }
}
