using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Fusion;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Ranking;
using NewsBot.Retrieval.Reranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval;

/// <summary>
/// The index that lies beside the store, one folder an archive. Articles are ranked first (BM25 over one weighted field, times the time
/// prior), then the passages inside them: measured better and faster than ranking passages (docs/BENCHMARKS.md). Nothing is read before it
/// is needed, so that a program that asks one question starts at once.
/// </summary>
public sealed class EmbeddedIndex : IArchiveIndex, ITermStatistics, IDisposable
{
    private const int MostArticles = 100;

    private readonly ConcurrentDictionary<ArchiveName, Lazy<LexicalIndex>> indexes = new();
    private readonly IArchiveReader store;
    private readonly TextAnalysis text;
    private readonly RetrievalOptions options;
    private readonly ArticleSearch search;
    private readonly TimeProvider clock;
    private readonly ILogger<EmbeddedIndex> logger;
    private readonly string folder;
    private readonly ArticleVectors? vectors;
    private readonly Reranker? reranker;

    /// <summary>Creates the index over a store.</summary>
    /// <param name="folder">The folder that holds one folder of index files an archive.</param>
    /// <param name="store">The store that the index is derived from.</param>
    /// <param name="text">The analysis of texts.</param>
    /// <param name="options">How articles are ranked.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Where it says that it builds an index.</param>
    /// <param name="vectors">The articles' vectors, where an embedding model is configured.</param>
    /// <param name="reranker">Reads the first articles again, where one is configured.</param>
    public EmbeddedIndex(
        string folder,
        IArchiveReader store,
        TextAnalysis text,
        IOptions<RetrievalOptions> options,
        TimeProvider clock,
        ILogger<EmbeddedIndex> logger,
        ArticleVectors? vectors = null,
        Reranker? reranker = null)
    {
        this.folder = folder;
        this.store = store;
        this.text = text;
        this.options = options.Value;
        search = new ArticleSearch(store, text, options.Value);
        this.clock = clock;
        this.logger = logger;
        this.vectors = vectors;
        this.reranker = reranker;
    }

    /// <inheritdoc/>
    public async ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken) => reranker is null
        ? await SearchAsync(search, query, cancellationToken)
        : await reranker.ReorderAsync(query, await SearchAsync(search, reranker.Widened(query), cancellationToken), cancellationToken);

    /// <summary>Whether meaning counts beside words.</summary>
    public bool HasMeaning => vectors is not null;

    /// <summary>Another index over the same store, in a folder of its own; whoever asked for it disposes it.</summary>
    /// <param name="weights">The weights of title and lead that it is built by.</param>
    /// <param name="otherFolder">The folder.</param>
    public EmbeddedIndex BuiltBy(RetrievalOptions weights, string otherFolder) =>
        new(otherFolder, store, text, Microsoft.Extensions.Options.Options.Create(weights), clock, logger, vectors);

    /// <summary>The same index, its articles ranked by other weights; those of title and lead are the index's own.</summary>
    /// <param name="weights">The weights.</param>
    public IArchiveIndex RankedBy(RetrievalOptions weights) => new Reranked(this, new ArticleSearch(store, text, weights));

    /// <inheritdoc/>
    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) =>
        new(Task.Run(() =>
        {
            var reached = IndexOf(archive).CatchUp(cancellationToken);
            vectors?.EraseRemoved(archive);
            return reached;
        }, cancellationToken));

    /// <inheritdoc/>
    public ValueTask FollowAsync(ArchiveName archive, CancellationToken cancellationToken) =>
        new(Task.Run(() => IndexOf(archive).TakeIn(cancellationToken), cancellationToken));

    /// <summary>Throws an archive's index away and builds it from the store. Returns the sequence number it then stands at.</summary>
    /// <exception cref="IndexUnavailableException">It cannot be written.</exception>
    public ValueTask<long> RebuildAsync(ArchiveName archive, CancellationToken cancellationToken) =>
        new(Task.Run(() => IndexOf(archive).Rebuild(cancellationToken), cancellationToken));

    /// <summary>Reads every file of an archive's index and compares its checksums.</summary>
    /// <exception cref="IndexUnavailableException">A file is damaged; the message says what to do.</exception>
    public ValueTask VerifyAsync(ArchiveName archive, CancellationToken cancellationToken) =>
        new(Task.Run(() => IndexOf(archive).Verify(cancellationToken), cancellationToken));

    /// <inheritdoc/>
    public long ArticleCount(ArchiveName archive) => Read(archive, static snapshot => (long)snapshot.Articles, CancellationToken.None);

    /// <inheritdoc/>
    public long ArticlesWith(ArchiveName archive, string stem) =>
        Read(archive, snapshot => (long)TermFrequencies.Of(snapshot, stem).Articles, CancellationToken.None);

    /// <inheritdoc/>
    public IReadOnlyList<double> IdfOf(ArchiveName archive, IReadOnlyList<string> stems) =>
        Read(archive, snapshot => stems.Select(stem => TermFrequencies.Of(snapshot, stem).Idf).ToList(), CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var index in indexes.Values.Where(index => index.IsValueCreated))
        {
            index.Value.Dispose();
        }

        indexes.Clear();
    }

    private async ValueTask<SearchOutcome> SearchAsync(ArticleSearch by, ArchiveQuery query, CancellationToken cancellationToken)
    {
        if (query.Limit is < 1 or > MostArticles)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"The limit must lie between 1 and {MostArticles} articles.");
        }

        var meaning = vectors is null || query.WordsOnly ? AskedMeaning.Nothing : await vectors.Search.AskAsync(query.Archive, query.Text, cancellationToken);
        return Read(query.Archive, snapshot => by.Search(snapshot, query, meaning, cancellationToken), cancellationToken);
    }

    private LexicalIndex IndexOf(ArchiveName archive) => indexes.GetOrAdd(archive, name => new Lazy<LexicalIndex>(
        () => new LexicalIndex(Path.Combine(folder, name.Value), name, store, text, options, clock, logger))).Value;

    private T Read<T>(ArchiveName archive, Func<IndexSnapshot, T> read, CancellationToken cancellationToken)
    {
        var snapshot = IndexOf(archive).Hold(cancellationToken);
        try
        {
            return read(snapshot);
        }
        catch (Exception exception) when (exception is IOException)
        {
            throw new IndexUnavailableException(
                $"The index of archive '{archive}' cannot be read ({exception.Message.TrimEnd('.')}). It holds nothing of its own: run 'reindex --archive {archive}'.", exception);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private sealed class Reranked(EmbeddedIndex index, ArticleSearch search) : IArchiveIndex
    {
        public ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken) => index.SearchAsync(search, query, cancellationToken);

        public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => index.CatchUpAsync(archive, cancellationToken);
    }
}
