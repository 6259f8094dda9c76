using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Pages;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion;

/// <summary>
/// Reads the items of a job into batches for the store: sources are read on one thread, articles extracted on several, and the batches keep the order of the
/// items. An item that fails costs only itself.
/// </summary>
internal sealed partial class IngestBatches(ArchiveName archive, KnownBoilerplate boilerplate, IngestionOptions options, TimeProvider clock, ILogger logger)
{
    /// <summary>Items read ahead of the store: while it writes one batch the other cores prepare the next.</summary>
    private const int ItemsAhead = BatchItems;

    /// <summary>A batch is stored when it holds so many items or characters: large enough for speed, small enough for memory and for a crash.</summary>
    private const int BatchItems = 2_000;

    private const int BatchCharacters = 4_000_000;

    private const string TooLong = "the text has more than 10 million characters, which no article has; part it into its articles";

    /// <summary>A batch that nothing more comes for is stored after so long, so that slow sources show their progress and a stop loses none of it.</summary>
    private static readonly TimeSpan BatchPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>The batches of a reading; none of them is empty.</summary>
    public async IAsyncEnumerable<List<JobDelivery>> ReadAsync(JobReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = Channel.CreateBounded<Task<Extracted>>(new BoundedChannelOptions(ItemsAhead) { SingleReader = true, SingleWriter = true });
        using var budget = new InFlightBudget();
        var producer = ReadAheadAsync(reading, ahead.Writer, budget, cancellationToken);
        var batch = new List<JobDelivery>();
        var characters = 0;
        var oldest = clock.GetTimestamp();
        while (true)
        {
            var more = ahead.Reader.WaitToReadAsync(cancellationToken).AsTask();
            if (batch.Count > 0 && !await ComesSoonAsync(more, clock.GetElapsedTime(oldest), cancellationToken))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            if (!await more)
            {
                break;
            }

            InFlightBudget.Lease? large = null;
            while (batch.Count < BatchItems && characters < BatchCharacters && large is null && ahead.Reader.TryRead(out var pending))
            {
                var (delivery, lease) = await pending;
                large = lease.IsLarge && delivery.Article is not null ? lease : null;
                if (large is null)
                {
                    lease.Dispose();
                }

                oldest = batch.Count == 0 ? clock.GetTimestamp() : oldest;
                batch.Add(delivery);
                characters += delivery.Article?.Content.Text.Length ?? 0;
            }

            if (batch.Count >= BatchItems || characters >= BatchCharacters || large is not null)
            {
                yield return batch;
                (batch, characters) = ([], 0);
                large?.Dispose();
            }
        }

        await producer;
        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>Whether more comes before the oldest item of the batch has waited long enough.</summary>
    private async ValueTask<bool> ComesSoonAsync(Task<bool> more, TimeSpan waited, CancellationToken cancellationToken)
    {
        if (waited < BatchPatience && !more.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(more, Task.Delay(BatchPatience - waited, clock, enough.Token));
            await enough.CancelAsync();
        }

        return more.IsCompleted;
    }

    private async Task ReadAheadAsync(JobReading reading, ChannelWriter<Task<Extracted>> writer, InFlightBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            // The sources may block on a disk; this frees the caller's thread.
            await Task.Yield();
            await foreach (var item in reading.ItemsAsync(cancellationToken))
            {
                var lease = await budget.TakeAsync(item.Bytes, cancellationToken);
                await writer.WriteAsync(Task.Run(() => new Extracted(Extract(item), lease), cancellationToken), cancellationToken);
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
            throw;
        }
    }

    private JobDelivery Extract(SourceItem item)
    {
        try
        {
            return item.Read(boilerplate) switch
            {
                ExtractionResult.Extracted { Article.Text.Length: > PageLimits.MostCharacters } => new JobDelivery(item.Name, null, TooLong),
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

    private ArticleDraft DraftOf(SourceItem item, ExtractionResult.Extracted found) =>
        new(found.Article, options.KeepDocuments ? item.Document ?? found.Document : null, found.StoredAt, found.Version) { IsCompared = options.FindsCopies };

    /// <summary>An item that was read, and the part of the budget that it holds until it is in a batch.</summary>
    private readonly record struct Extracted(JobDelivery Delivery, InFlightBudget.Lease Lease);

    [LoggerMessage(EventId = 200, Level = LogLevel.Error, Message = "Reading {Item} failed")]
    private partial void LogExtractionFailure(Exception exception, string item);
}
