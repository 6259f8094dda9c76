using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Embedding;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Indexing;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Searching;
using NewsBot.Retrieval.Qdrant.Statistics;
using NewsBot.Retrieval.Qdrant.Verification;
using NewsBot.Retrieval.Qdrant.Wire;
using NewsBot.Retrieval.Reranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Qdrant;

/// <summary>
/// The index on a Qdrant node or cluster. It ranks as the embedded index does: the same analysis and weights in sparse vectors, the archive's
/// own rarities as the query's weights, the time prior as a formula, passages from the archive's own text. The store stays the truth;
/// everything here can be built from it again. Nothing is asked of the server before it is needed.
/// </summary>
public sealed class QdrantIndex : IArchiveIndex, ITermStatistics, IArticleEmbedding, IDisposable
{
    private const int MostArticles = 100;
    private const string Remedy = "Run 'doctor --qdrant' to see what is wrong, or 'reindex' to build the collections from the store.";

    private readonly ConcurrentDictionary<ArchiveName, SemaphoreSlim> catchingUp = new();
    private readonly IArchiveReader store;
    private readonly TextAnalysis text;
    private readonly QdrantCalls calls;
    private readonly CollectionSetup setup;
    private readonly CorpusStatistics statistics;
    private readonly ArchiveCatchUp catchUp;
    private readonly ArticleSearch search;
    private readonly ArticleRanker ranker;
    private readonly DenseBackfill? backfill;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? generator;
    private readonly QuestionEncoding questions;
    private readonly Reranker? reranker;
    private readonly ConcurrentDictionary<ArchiveName, EmbeddingProgress> embedded = new();
    private ReadyCollections? lastReady;

    /// <summary>Creates the index over a store.</summary>
    /// <param name="folder">The folder for the archive's term statistics and the position up to which Qdrant has acknowledged the store.</param>
    /// <param name="store">The store that the index is derived from.</param>
    /// <param name="text">The analysis of texts, the embedded index's.</param>
    /// <param name="retrieval">How articles are ranked.</param>
    /// <param name="qdrant">Where the server is and how it is used.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Where it says what it builds and mends.</param>
    /// <param name="generator">Makes dense vectors; null for words alone.</param>
    /// <param name="reranker">Reads the first articles again, where one is configured.</param>
    /// <param name="embeddings">How long questions wait for theirs; null for the defaults.</param>
    public QdrantIndex(
        string folder,
        IArchiveReader store,
        TextAnalysis text,
        IOptions<RetrievalOptions> retrieval,
        IOptions<QdrantOptions> qdrant,
        TimeProvider clock,
        ILogger<QdrantIndex> logger,
        IEmbeddingGenerator<string, Embedding<float>>? generator = null,
        IOptions<EmbeddingsOptions>? embeddings = null,
        Reranker? reranker = null)
    {
        this.store = store;
        this.text = text;
        var model = VectorModel.Of(generator);
        var names = new CollectionNames(qdrant.Value.CollectionPrefix, model);
        calls = new QdrantCalls(qdrant.Value, clock, logger);
        setup = new CollectionSetup(calls, names, new CollectionDesign(qdrant.Value, model), logger);
        statistics = new CorpusStatistics(folder);
        catchUp = new ArchiveCatchUp(calls, statistics, store, text, qdrant.Value, logger);
        search = new ArticleSearch(store, text, retrieval.Value);
        ranker = new ArticleRanker(calls, setup.Aliases, qdrant.Value, retrieval.Value.MeaningWeight);
        this.generator = generator;
        this.reranker = reranker;
        questions = new QuestionEncoding(embeddings?.Value ?? new EmbeddingsOptions(), clock, logger);
        backfill = generator is null || model is null ? null : new DenseBackfill(calls, store, generator, model);
    }

    /// <inheritdoc/>
    public async ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        if (query.Limit is < 1 or > MostArticles)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"The limit must lie between 1 and {MostArticles} articles.");
        }

        return reranker is null
            ? await RankAsync(query, cancellationToken)
            : await reranker.ReorderAsync(query, await RankAsync(reranker.Widened(query), cancellationToken), cancellationToken);
    }

    private async ValueTask<SearchOutcome> RankAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var state = statistics.Find(query.Archive);
        var plan = search.Plan(query);
        var terms = search.Weigh(plan, stems => TermsOf(query.Archive, stems, state?.Articles ?? 0));
        var meaning = await AskAsync(plan, cancellationToken);
        var ranked = await QdrantFailures.AsUnavailable(async () => await ranker.RankAsync(plan, terms, meaning.Vector, cancellationToken), Remedy);
        var shares = new TermShares(store, text, query.Archive, state?.AverageLength ?? 1);
        var outcome = search.Present(plan, terms, ranked, state?.Articles ?? 0, article => shares.Of(article, terms));
        return meaning.Note is { } note ? outcome with { Notes = [.. outcome.Notes, note] } : outcome;
    }

    /// <inheritdoc/>
    public async ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken)
    {
        var turn = catchingUp.GetOrAdd(archive, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await QdrantFailures.AsUnavailable(
                async () => await catchUp.RunAsync(archive, lastReady = await setup.EnsureAsync(cancellationToken), cancellationToken), Remedy);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Where the index of an archive stands beside its store. Asks no server.</summary>
    public IndexBacklog BacklogOf(ArchiveName archive)
    {
        var state = statistics.Find(archive);
        return new IndexBacklog(state?.Position ?? 0, store.LastSequence(archive), state?.Articles ?? 0);
    }

    /// <inheritdoc/>
    /// <remarks>What the store has and the server lacks is written first; which vectors are missing is asked of the server. None are made where no generator is configured.</remarks>
    public async Task<long> EmbedMissingAsync(ArchiveName archive, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        if (backfill is null)
        {
            return 0;
        }

        await CatchUpAsync(archive, cancellationToken);
        return await QdrantFailures.AsUnavailable(
            async () => await setup.EnsureAsync(cancellationToken) is { HasDense: true } ready
                ? await backfill.RunAsync(archive, ready.Aliases, Tell, cancellationToken)
                : 0,
            Remedy);

        void Tell(EmbeddingProgress made)
        {
            embedded[archive] = made;
            progress?.Report(made);
        }
    }

    /// <inheritdoc/>
    /// <remarks>As it was known last: of a new process nothing before its first <see cref="EmbedMissingAsync"/>.</remarks>
    public EmbeddingProgress ProgressOf(ArchiveName archive)
    {
        var stored = store.Statistics(archive);
        return embedded.TryGetValue(archive, out var known)
            ? known with { AllArticles = stored.Articles, AllPassages = stored.Passages }
            : new EmbeddingProgress(VectorModel.Of(generator), 0, stored.Articles, 0, stored.Passages);
    }

    /// <summary>Compares an archive's points with the store, by ids, versions and content hashes, and with <paramref name="repair"/> writes and deletes what differs.</summary>
    public async ValueTask<VerificationReport> VerifyAsync(ArchiveName archive, bool repair, CancellationToken cancellationToken) => await QdrantFailures.AsUnavailable(
        async () =>
        {
            var ready = await setup.EnsureAsync(cancellationToken);
            var report = await new ArchiveVerification(calls, store).RunAsync(archive, ready.Aliases, cancellationToken);
            if (repair && !report.IsSound)
            {
                await RepairAsync(archive, ready, report, cancellationToken);
            }

            return report;
        },
        Remedy);

    /// <summary>
    /// Builds new collections beside those in use (for a new embedding model or analysis), fills them with every archive of the store, checks
    /// their counts, switches the aliases at once and deletes those that are not used any more. Searching goes on all the while.
    /// </summary>
    public async ValueTask ReindexAsync(CancellationToken cancellationToken) => await QdrantFailures.AsUnavailable(
        async () =>
        {
            await new Reindexing(calls, setup, statistics, catchUp, store).RunAsync(cancellationToken);
            lastReady = null;
            return true;
        },
        Remedy);

    /// <summary>The publications of an archive with the number of their articles.</summary>
    public async ValueTask<IReadOnlyDictionary<string, long>> SourcesAsync(ArchiveName archive, CancellationToken cancellationToken) =>
        await QdrantFailures.AsUnavailable(() => new QueryScope(calls).SourcesAsync(archive, setup.Aliases.Articles, cancellationToken), Remedy);

    /// <inheritdoc/>
    public long ArticleCount(ArchiveName archive) => statistics.Find(archive)?.Articles ?? 0;

    /// <inheritdoc/>
    public long ArticlesWith(ArchiveName archive, string stem) => statistics.ArticlesWith(archive, [TermHash.Of(stem)])[0];

    /// <inheritdoc/>
    public IReadOnlyList<double> IdfOf(ArchiveName archive, IReadOnlyList<string> stems) => [.. TermsOf(archive, stems, ArticleCount(archive)).Select(term => term.Idf)];

    /// <inheritdoc/>
    public void Dispose()
    {
        calls.Dispose();
        foreach (var turn in catchingUp.Values)
        {
            turn.Dispose();
        }
    }

    private async ValueTask<EncodedQuestion> AskAsync(SearchPlan plan, CancellationToken cancellationToken) =>
        !plan.Query.WordsOnly && plan.Stems.Count > 0 && await QdrantFailures.AsUnavailable(async () => await HasDenseAsync(cancellationToken), Remedy)
            ? await questions.EncodeAsync(generator!, plan.Query.Text, cancellationToken)
            : default;

    /// <summary>Whether the collections hold the configured model's vectors; asked of the server once, and again at each catching up.</summary>
    private async ValueTask<bool> HasDenseAsync(CancellationToken cancellationToken)
    {
        if (backfill is null)
        {
            return false;
        }

        lastReady ??= await setup.EnsureAsync(cancellationToken);
        return lastReady.HasDense;
    }

    private List<QueryTerm> TermsOf(ArchiveName archive, IReadOnlyList<string> stems, long articles)
    {
        var counts = statistics.ArticlesWith(archive, [.. stems.Select(TermHash.Of)]);
        return [.. stems.Zip(counts, (stem, count) => new QueryTerm(stem, (int)count, TermFrequencies.Idf(articles, count)))];
    }

    private async Task RepairAsync(ArchiveName archive, ReadyCollections ready, VerificationReport report, CancellationToken cancellationToken)
    {
        var scope = ArchiveScope.Of(archive);
        foreach (var strays in report.Unknown.Concat(report.Different).Chunk(ArchiveVerification.PageSize))
        {
            await calls.DeleteAsync(ready.Aliases.Articles, scope.OfArticles(strays), cancellationToken);
            await calls.DeleteAsync(ready.Aliases.Passages, scope.OfArticles(strays), cancellationToken);
        }

        statistics.Replace(archive, [.. report.Unknown.Select(id => new Statistics.IndexedArticle(id, 0, 0, Terms: null))]);
        await catchUp.RewriteAsync(archive, ready.Aliases, [.. report.Missing, .. report.Different], cancellationToken);
    }
}

/// <summary>Where an index stands beside its store.</summary>
/// <param name="Position">The position in the store's log up to which everything is acknowledged.</param>
/// <param name="LastSequence">The position of the store's last change.</param>
/// <param name="Articles">How many articles are indexed.</param>
public sealed record IndexBacklog(long Position, long LastSequence, long Articles)
{
    /// <summary>Whether changes wait to be indexed.</summary>
    public bool IsBehind => Position < LastSequence;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Qdrant has acknowledged {Position:N0} of {LastSequence:N0} changes");
}
