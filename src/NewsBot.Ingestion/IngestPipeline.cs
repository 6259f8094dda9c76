using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Jobs;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion;

/// <summary>
/// Takes a request from its sources into the archive: sources are read on one thread, articles extracted on several, and stored in order,
/// in batches. An item that fails costs only itself. What a batch stored is recorded with the job in the same transaction, so a job that is taken up
/// again after a crash goes on behind its last batch. Every batch, and the end of a job, is told to those who listen to the events.
/// </summary>
public sealed partial class IngestPipeline(
    ArchiveStore store, TargetReader targets, IngestionOptions options, TimeProvider clock, ILogger<IngestPipeline> logger, JobEvents? events = null)
{
    /// <summary>Items read ahead of the store: while it writes one batch the other cores prepare the next.</summary>
    private const int ItemsAhead = BatchItems;

    /// <summary>A batch is stored when it holds so many items or characters: large enough for speed, small enough for memory and for a crash.</summary>
    private const int BatchItems = 2_000;

    private const int BatchCharacters = 4_000_000;

    /// <summary>A batch that nothing more comes for is stored after so long, so that slow sources show their progress.</summary>
    private static readonly TimeSpan BatchPatience = TimeSpan.FromMilliseconds(250);

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
            store.Jobs.Pause(job.Number, "stopped before its end; the same ingest again, or 'jobs retry', goes on with it");
        }
    }

    /// <summary>Runs a request to its end and sums it up.</summary>
    public async Task<IngestSummary> IngestToEndAsync(IngestRequest request, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var job = Begin(request);
        var isDone = false;
        try
        {
            await foreach (var _ in RunAsync(job, progress, cancellationToken))
            {
                // The items are recorded with the job and read back below, together with those of an interrupted run.
            }

            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                store.Jobs.Pause(job.Number, "stopped before its end; the same ingest again, or 'jobs retry', goes on with it");
            }
        }

        return IngestSummary.Of(store.Jobs.Find(job.Number)!, store.Jobs.AllItems(job.Number), clock.GetElapsedTime(started));
    }

    /// <summary>Runs a job that was taken from the queue, and marks it as done at its end unless it was paused or cancelled meanwhile.</summary>
    public async IAsyncEnumerable<JobItem> RunAsync(Job job, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = new JobReading(targets, job, job.Attempts > 1 ? store.Jobs.FinishedItems(job.Number) : new HashSet<string>(), page => IsKnown(job.Archive, page));
        var counts = job.Counts;
        var pace = new JobPace(clock, counts.Total, 0);
        var ended = false;
        try
        {
            await foreach (var batch in BatchesAsync(job.Archive, reading, stop.Token))
            {
                var step = pace.Measure(counts.Total + batch.Count, reading.BytesRead, reading.BytesTotal, reading.ItemsLeft);
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
                store.Jobs.Complete(job.Number);
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

    private async IAsyncEnumerable<List<JobDelivery>> BatchesAsync(ArchiveName archive, JobReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = Channel.CreateBounded<Task<Extracted>>(new BoundedChannelOptions(ItemsAhead) { SingleReader = true, SingleWriter = true });
        using var budget = new InFlightBudget();
        var boilerplate = KnownBoilerplate.Of(store.Boilerplate.Of(archive));
        var producer = ReadAheadAsync(archive, boilerplate, reading, ahead.Writer, budget, cancellationToken);
        var batch = new List<JobDelivery>();
        var characters = 0;
        var oldest = clock.GetTimestamp();
        while (await ahead.Reader.WaitToReadAsync(cancellationToken))
        {
            while (ahead.Reader.TryRead(out var pending))
            {
                var (delivery, lease) = await pending;
                lease.Dispose();
                oldest = batch.Count == 0 ? clock.GetTimestamp() : oldest;
                batch.Add(delivery);
                characters += delivery.Article?.Content.Text.Length ?? 0;
                var nothingWaits = ahead.Reader.Count == 0 && clock.GetElapsedTime(oldest) > BatchPatience;
                if (batch.Count >= BatchItems || characters >= BatchCharacters || nothingWaits)
                {
                    yield return batch;
                    (batch, characters) = ([], 0);
                }
            }
        }

        await producer;
        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task ReadAheadAsync(
        ArchiveName archive, KnownBoilerplate boilerplate, JobReading reading, ChannelWriter<Task<Extracted>> writer, InFlightBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            // The sources may block on a disk; this frees the caller's thread.
            await Task.Yield();
            await foreach (var item in reading.ItemsAsync(cancellationToken))
            {
                var lease = await budget.TakeAsync(item.Bytes, cancellationToken);
                await writer.WriteAsync(Task.Run(() => new Extracted(Extract(archive, boilerplate, item), lease), cancellationToken), cancellationToken);
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
            throw;
        }
    }

    private JobDelivery Extract(ArchiveName archive, KnownBoilerplate boilerplate, SourceItem item)
    {
        try
        {
            return item.Read(boilerplate) switch
            {
                ExtractionResult.Extracted found => new JobDelivery(item.Name, DraftOf(item, found).Prepared(archive), null),
                ExtractionResult.Removed removed => new JobDelivery(item.Name, null, null) { Tombstone = removed.Tombstone },
                ExtractionResult.NotAnArticle refused => new JobDelivery(item.Name, null, refused.Reason, item.WithdrawnUrl),
                var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogExtractionFailure(exception, item.Name);
            return new JobDelivery(item.Name, null, $"reading it failed inside NewsBot ({exception.GetType().Name}); the log has the details, please report them");
        }
    }

    private ArticleDraft DraftOf(SourceItem item, ExtractionResult.Extracted found) => new(found.Article, options.KeepDocuments ? item.Document ?? found.Document : null, found.StoredAt, found.Version) { IsCompared = options.FindsCopies };

    /// <summary>An item that was read, and the part of the budget that it holds until it is in a batch.</summary>
    private readonly record struct Extracted(JobDelivery Delivery, InFlightBudget.Lease Lease);

    [LoggerMessage(EventId = 200, Level = LogLevel.Error, Message = "Reading {Item} failed")]
    private partial void LogExtractionFailure(Exception exception, string item);
}
