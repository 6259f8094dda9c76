using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Statistics;
using NewsBot.Retrieval.Qdrant.Wire;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Qdrant.Indexing;

/// <summary>
/// Brings Qdrant up to the store. The store's log is the outbox: what Qdrant has not acknowledged is read from it again, in order, so a server
/// that is away loses nothing and a batch that broke half way is written once more.
/// </summary>
internal sealed partial class ArchiveCatchUp(
    QdrantCalls calls, CorpusStatistics statistics, IArchiveReader store, TextAnalysis text, QdrantOptions options, ILogger logger)
{
    /// <summary>Articles read at once: their points fill some writes of the usual size.</summary>
    private const int ArticlesAtOnce = 256;

    /// <summary>
    /// Articles whose length is measured before the first are written. Reading them twice costs a small part of writing them; an average that is
    /// one percent off moves every score by half a percent and parts the two indexes in one of ten places.
    /// </summary>
    private const int SurveyedArticles = 50_000;

    /// <summary>Up to so many articles weights always fit the average length exactly; they are rewritten in a fraction of a second.</summary>
    private const int SmallArchive = 256;

    /// <summary>How far the average length of a larger archive may move before all weights are made anew: it changes no weight by more than a few percent, and all in the same direction.</summary>
    private const double AverageTolerance = .05;

    private readonly PointWriter writer = new(calls, store, text, options);
    private readonly ConcurrentDictionary<ArchiveName, bool> compared = new();

    public async Task<long> RunAsync(ArchiveName archive, ReadyCollections ready, CancellationToken cancellationToken)
    {
        var state = await StartAsync(archive, ready, cancellationToken);
        state = await DrainAsync(archive, ready.Aliases, state, cancellationToken);
        if (HasAverageMoved(state))
        {
            await ReweighAsync(archive, ready.Aliases, state.TrueAverageLength, cancellationToken);
        }

        return state.Position;
    }

    /// <summary>The average weighted length of an archive's articles: as counted, or measured on a sample where nothing is counted yet.</summary>
    public double AverageLengthOf(ArchiveName archive) => statistics.Find(archive) is { Articles: > 0 } state ? state.TrueAverageLength : SurveyAverageLength(archive);

    /// <summary>
    /// Fills collections that nobody uses yet with an archive, leaving out the articles that stand in them already; the position of the last
    /// change taken in.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="collections">The new collections.</param>
    /// <param name="averageLength">The average length for the weights.</param>
    /// <param name="present">Of some articles, those that the new collections hold in the version given.</param>
    /// <param name="cancellationToken">Cancels the filling; what is written stays.</param>
    public async Task<long> FillAsync(
        ArchiveName archive,
        CollectionPair collections,
        double averageLength,
        Func<IReadOnlyList<Article>, Task<IReadOnlySet<Guid>>> present,
        CancellationToken cancellationToken)
    {
        var from = 0L;
        while (store.ChangesAfter(archive, from, ArticlesAtOnce) is { Count: > 0 } changes)
        {
            from = changes[^1].Sequence;
            var known = await present([.. changes.Select(change => change.Article).OfType<Article>()]);
            var counted = statistics.VersionsOf(archive, known);
            if (changes.Where(change => change.Article is not null && !counted.ContainsKey(change.ArticleId)).ToList() is { Count: > 0 } missing)
            {
                await RewriteAsync(archive, collections, missing, averageLength, cancellationToken);
            }
        }

        return from;
    }

    /// <summary>Writes articles again, whatever is indexed of them.</summary>
    public Task RewriteAsync(ArchiveName archive, CollectionPair collections, IReadOnlyCollection<Guid> articles, CancellationToken cancellationToken)
    {
        var changes = store.FindMany(archive, articles).Select(article => new ArticleChange(article.Sequence, article.Id, article)).ToList();
        return changes.Count == 0
            ? Task.CompletedTask
            : RewriteAsync(archive, collections, changes, statistics.Find(archive)?.AverageLength ?? SurveyAverageLength(archive), cancellationToken);
    }

    private async Task RewriteAsync(
        ArchiveName archive, CollectionPair collections, IReadOnlyList<ArticleChange> changes, double averageLength, CancellationToken cancellationToken)
    {
        var batch = ArticleBatch.Of(changes, new Dictionary<Guid, int>(), mayBeHalfDone: true, text);
        await writer.WriteAsync(archive, collections, batch, averageLength, cancellationToken);
        statistics.Replace(archive, batch.ToIndexed());
    }

    private async Task<ArchiveState> StartAsync(ArchiveName archive, ReadyCollections ready, CancellationToken cancellationToken)
    {
        var state = statistics.Find(archive);
        var reason = state is null ? null
            : state.Incarnation != ready.Incarnation ? "the collections are new"
            : state.Position > store.LastSequence(archive) ? "the store was replaced"
            : await HasLostPointsAsync(archive, ready, state, cancellationToken) ? "points are missing or too many"
            : null;
        if (state is not null && reason is null)
        {
            return state;
        }

        if (reason is not null)
        {
            LogAnew(logger, archive.Value, reason);
        }

        await EmptyAsync(archive, ready.Aliases, cancellationToken);
        return statistics.Begin(archive, ready.Incarnation, SurveyAverageLength(archive));
    }

    /// <summary>Once a process: a server that came back with an older disk has other counts than it acknowledged.</summary>
    private async Task<bool> HasLostPointsAsync(ArchiveName archive, ReadyCollections ready, ArchiveState state, CancellationToken cancellationToken)
    {
        if (compared.ContainsKey(archive))
        {
            return false;
        }

        var count = await calls.CountAsync(ready.Aliases.Articles, ArchiveScope.Of(archive), cancellationToken);
        compared[archive] = true;

        // Points may be ahead of the statistics by a batch that was written and not recorded; that is mended by writing it again.
        return (long)count < state.Articles || (long)count > state.Articles + ArticlesAtOnce;
    }

    private async Task<ArchiveState> DrainAsync(ArchiveName archive, CollectionPair collections, ArchiveState state, CancellationToken cancellationToken)
    {
        var mayBeHalfDone = true;
        while (store.ChangesAfter(archive, state.Position, ArticlesAtOnce) is { Count: > 0 } changes)
        {
            var batch = ArticleBatch.Of(changes, statistics.VersionsOf(archive, changes.Select(change => change.ArticleId)), mayBeHalfDone, text);
            await writer.WriteAsync(archive, collections, batch, state.AverageLength, cancellationToken);
            mayBeHalfDone = !statistics.Apply(archive, state.Position, batch.Position, batch.ToIndexed());
            state = statistics.Find(archive) ?? state;
            LogProgress(logger, archive.Value, state.Position, state.Articles);
        }

        return state;
    }

    private async Task ReweighAsync(ArchiveName archive, CollectionPair collections, double averageLength, CancellationToken cancellationToken)
    {
        LogReweigh(logger, archive.Value, averageLength);
        var from = 0L;
        while (store.ChangesAfter(archive, from, ArticlesAtOnce) is { Count: > 0 } changes)
        {
            var counted = changes.Select(change => change.Article).OfType<Article>().AsParallel().AsOrdered().Select(article => new CountedArticle(article, TermCounts.OfArticle(article, text)));
            await writer.ReweighAsync(collections, counted.ToList(), averageLength, cancellationToken);
            from = changes[^1].Sequence;
        }

        // Last, so that a reweighing that broke off is begun again.
        statistics.SetAverageLength(archive, averageLength);
    }

    private async Task EmptyAsync(ArchiveName archive, CollectionPair collections, CancellationToken cancellationToken)
    {
        await calls.DeleteAsync(collections.Articles, ArchiveScope.Of(archive), cancellationToken);
        await calls.DeleteAsync(collections.Passages, ArchiveScope.Of(archive), cancellationToken);
    }

    private double SurveyAverageLength(ArchiveName archive)
    {
        var (from, articles, length) = (0L, 0L, 0L);
        while (articles < SurveyedArticles && store.ChangesAfter(archive, from, ArticlesAtOnce) is { Count: > 0 } changes)
        {
            from = changes[^1].Sequence;
            var lengths = changes.Select(change => change.Article).OfType<Article>().AsParallel().Select(article => (long)TermCounts.OfArticle(article, text).Length).ToList();
            articles += lengths.Count;
            length += lengths.Sum();
        }

        return Math.Max(1, (double)length / Math.Max(1, articles));
    }

    private static bool HasAverageMoved(ArchiveState state)
    {
        var moved = Math.Abs((state.TrueAverageLength / state.AverageLength) - 1);
        return moved > (state.Articles <= SmallArchive ? 0 : AverageTolerance);
    }

    [LoggerMessage(EventId = 8020, Level = LogLevel.Information, Message = "Archive {Archive} is indexed anew: {Reason}")]
    private static partial void LogAnew(ILogger logger, string archive, string reason);

    [LoggerMessage(EventId = 8021, Level = LogLevel.Debug, Message = "Archive {Archive} stands at {Position} with {Articles} articles")]
    private static partial void LogProgress(ILogger logger, string archive, long position, long articles);

    [LoggerMessage(EventId = 8022, Level = LogLevel.Information, Message = "The average article of archive {Archive} is now {Length} words long; the weights are made anew")]
    private static partial void LogReweigh(ILogger logger, string archive, double length);
}
