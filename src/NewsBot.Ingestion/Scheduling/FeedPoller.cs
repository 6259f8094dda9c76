using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Feeds;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Scheduling;

/// <summary>
/// Looks at the scheduled feeds whose time has come and puts a job into the queue for each that has entries the archive lacks. Servers are
/// asked only for changes; publishers' wishes for longer pauses are kept; a feed that fails is looked at less and less often, one that moved is
/// followed, one that was ended is let go.
/// </summary>
/// <remarks>The source of chance is asked by several threads at once, so it is <see cref="Random.Shared"/> or as safe.</remarks>
public sealed partial class FeedPoller(ArchiveStore store, WebFetcher fetcher, FormatReader formats, TimeProvider clock, Random chance, ILogger<FeedPoller> logger)
{
    /// <summary>A feed that keeps failing is still looked at so often.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Intervals vary by so much, so that feeds that were added together are not fetched together for ever.</summary>
    private const double Jitter = .1;

    private const int MostDoublings = 10;

    /// <summary>Feeds looked at together, so that one whose server does not answer keeps few others waiting.</summary>
    private const int AtOnce = 4;

    /// <summary>Looks at every feed that is due; the number of jobs begun.</summary>
    public async Task<int> PollAsync(CancellationToken cancellationToken)
    {
        var jobs = 0;
        var together = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(store.Feeds.Due(), together, async (feed, token) =>
        {
            if (await PollSafelyAsync(feed, token))
            {
                Interlocked.Increment(ref jobs);
            }
        });
        return jobs;
    }

    /// <summary>A feed that hits a defect of ours must stop neither the others nor the host, and is looked at again like one that fails.</summary>
    private async Task<bool> PollSafelyAsync(ScheduledFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            return await PollAsync(feed, cancellationToken);
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or ArchiveUnavailableException))
        {
            LogDefect(defect, feed.Number);
            store.Feeds.Record(Failed(feed, $"reading it failed inside NewsBot ({defect.GetType().Name}); the log has the details, please report them", retryAfter: null));
            return false;
        }
    }

    private async Task<bool> PollAsync(ScheduledFeed feed, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(feed.Url, new FetchValidators(feed.ETag, feed.LastModified), cancellationToken);
        switch (result)
        {
            case FetchResult.NotModified unchanged:
                store.Feeds.Record(Succeeded(feed, Pause(feed, unchanged.FreshFor), "nothing new"));
                return false;
            case FetchResult.Failed failed:
                store.Feeds.Record(Failed(feed, failed.IsGone ? Ended(feed) : failed.Reason, failed.RetryAfter) with { IsDead = failed.IsGone });
                return false;
            case FetchResult.Fetched fetched:
                using (fetched)
                {
                    return await ReadAsync(feed, fetched, cancellationToken);
                }

            default:
                throw new InvalidOperationException($"Unknown result {result.GetType().Name}.");
        }
    }

    private async Task<bool> ReadAsync(ScheduledFeed feed, FetchResult.Fetched fetched, CancellationToken cancellationToken)
    {
        var (read, failure) = await ReadFeedAsync(fetched, cancellationToken);
        if (read is null)
        {
            store.Feeds.Record(Failed(feed, failure!, retryAfter: null));
            return false;
        }

        if (fetched.MovedForGood && OtherAt(fetched.Address.AbsoluteUri, feed) is { } other)
        {
            store.Feeds.Record(Failed(feed, NowAnother(feed, other), retryAfter: null) with { IsDead = true });
            return false;
        }

        var news = read.Entries.Count(entry => IsNew(feed.Archive, entry, read));
        var pause = Pause(feed, read.PollAfter, fetched.FreshFor);
        var moved = feed with
        {
            Url = fetched.MovedForGood ? fetched.Address.AbsoluteUri : feed.Url,
            ETag = fetched.Validators.ETag,
            LastModified = fetched.Validators.LastModified,
        };
        if (news > 0)
        {
            store.Jobs.Enqueue(feed.Archive, new JobRequest { Targets = [moved.Url], Kind = "feed", OnlyNew = true }, string.Create(CultureInfo.InvariantCulture, $"feed {feed.Number}"));
        }

        if (moved.Url != feed.Url)
        {
            store.Readers.Add(new AuditEntry(clock.GetUtcNow(), Guild: "", string.Create(CultureInfo.InvariantCulture, $"feed {feed.Number}"), "feeds move", $"{feed.Url} moved for good to {moved.Url}"));
        }

        store.Feeds.Record(Succeeded(moved, pause, Told(feed, read, news, pause)));
        return news > 0;
    }

    /// <summary>The longest of what the operator and the publisher wish for, within reason.</summary>
    private static TimeSpan Pause(ScheduledFeed feed, params ReadOnlySpan<TimeSpan?> wishes)
    {
        var longest = feed.Every;
        foreach (var wish in wishes)
        {
            longest = wish > longest ? wish.Value : longest;
        }

        return longest > LongestPause && longest > feed.Every ? Longer(feed.Every, LongestPause) : longest;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string Ended(ScheduledFeed feed) =>
        string.Create(CultureInfo.InvariantCulture, $"the server said 410 (gone): the feed was ended for good, so it is looked at no more; 'newsbot feeds remove {feed.Number}' takes it off the list");

    /// <summary>The other feed of the same archive that stands at an address already; one address is one feed.</summary>
    private ScheduledFeed? OtherAt(string url, ScheduledFeed feed) =>
        store.Feeds.List().FirstOrDefault(other => other.Number != feed.Number && other.Archive == feed.Archive && other.Url == url);

    private static string NowAnother(ScheduledFeed feed, ScheduledFeed other) =>
        string.Create(CultureInfo.InvariantCulture, $"it moved for good to the address of feed {other.Number}, so it is looked at no more; 'newsbot feeds remove {feed.Number}' takes it off the list");

    private static string Told(ScheduledFeed feed, Feed read, int news, TimeSpan pause)
    {
        var entries = read.Entries.Count == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{read.Entries.Count} entries");
        var wish = pause > feed.Every ? string.Create(CultureInfo.InvariantCulture, $" (the publisher asks for {Math.Ceiling(pause.TotalMinutes)} minutes between two looks)") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{news} new of {entries}{wish}");
    }

    private async Task<(Feed? Feed, string? Failure)> ReadFeedAsync(FetchResult.Fetched fetched, CancellationToken cancellationToken)
    {
        try
        {
            var (opened, _) = await formats.OpenAsync(fetched.Content, DocumentKind.Feed, cancellationToken);
            var bytes = await formats.ReadAllAsync(opened.Stream, cancellationToken);
            var feed = TextDecoder.Decode(bytes, opened.ContentType) is { } text ? FeedReader.Read(text, fetched.Content.Url) : null;
            return (feed, feed is null ? FeedFailures.NotAFeed(bytes, opened.ContentType) : null);
        }
        catch (Exception exception) when (ReadingFailures.Reason(exception) is not null)
        {
            return (null, ReadingFailures.Reason(exception));
        }
    }

    private bool IsNew(ArchiveName archive, FeedEntry entry, Feed feed) => entry.Link is { } link
        ? store.FindByUrl(archive, link) is not { } known || (entry.Updated is { } updated && updated.Instant > known.StoredAt)
        : FeedArticle.Read(entry, feed) is ExtractionResult.Extracted { Article: var article } && store.Find(archive, ArticleIdentity.Of(archive, article)) is null;

    private ScheduledFeed Succeeded(ScheduledFeed feed, TimeSpan pause, string message)
    {
        var now = clock.GetUtcNow();
        return feed with { LastAttemptAt = now, LastSuccessAt = now, Failures = 0, Message = message, NextAt = now + Jittered(pause) };
    }

    private ScheduledFeed Failed(ScheduledFeed feed, string reason, TimeSpan? retryAfter)
    {
        var now = clock.GetUtcNow();
        var backedOff = feed.Every * Math.Pow(2, Math.Min(feed.Failures, MostDoublings));
        var pause = new[] { backedOff > LongestPause ? LongestPause : backedOff, feed.Every, retryAfter ?? TimeSpan.Zero }.Max();
        return feed with { LastAttemptAt = now, Failures = feed.Failures + 1, Message = reason, NextAt = now + Jittered(pause) };
    }

    private TimeSpan Jittered(TimeSpan pause) => pause * (1 + (Jitter * ((2 * chance.NextDouble()) - 1)));

    [LoggerMessage(EventId = 220, Level = LogLevel.Error, Message = "Looking at feed {Feed} failed")]
    private partial void LogDefect(Exception defect, long feed);
}
