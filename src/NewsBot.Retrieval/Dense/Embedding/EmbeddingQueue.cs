using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Vectors;

namespace NewsBot.Retrieval.Dense.Embedding;

/// <summary>An article whose vector is missing.</summary>
/// <param name="Article">The article.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Published">Seconds since 1970; the least number where nobody knows.</param>
internal readonly record struct WaitingArticle(Guid Article, int Version, long Published);

/// <summary>
/// What an archive has no vectors of yet. It reads the store's log from the beginning once, then only what is new; what is done stands in the vector
/// file itself, so a new start finds its place again.
/// </summary>
internal sealed class EmbeddingQueue(ArchiveName archive, IArchiveReader store)
{
    private const int ChangesAtOnce = 256;
    private const long CharactersAtOnce = 2_000_000;

    private readonly PriorityQueue<WaitingArticle, long> articles = new();
    private readonly Stack<WaitingArticle> passages = new();
    private long position;

    /// <summary>Whether articles wait for their first vector.</summary>
    public bool HasArticles => articles.Count > 0;

    /// <summary>Takes in what the store has got since.</summary>
    public void TakeIn(VectorTable? table, bool withPassages, CancellationToken cancellationToken)
    {
        var found = new List<WaitingArticle>();
        while (store.ChangesAfter(archive, position, ChangesAtOnce, CharactersAtOnce) is { Count: > 0 } changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.AddRange(changes.Select(change => change.Article).OfType<Article>().Select(article =>
                new WaitingArticle(article.Id, article.Version, article.Published?.Instant.ToUnixTimeSeconds() ?? long.MinValue)));
            position = changes[^1].Sequence;
        }

        foreach (var article in found.Where(article => table?.Has(new VectorKey(article.Article, article.Version, VectorKey.OfArticle)) != true))
        {
            articles.Enqueue(article, -article.Published);
        }

        // The newest on top: of the log's order nothing is left.
        foreach (var article in withPassages ? found.OrderBy(article => article.Published) : Enumerable.Empty<WaitingArticle>())
        {
            passages.Push(article);
        }
    }

    /// <summary>The next articles, newest first.</summary>
    public IReadOnlyList<WaitingArticle> NextArticles(int count)
    {
        var next = new List<WaitingArticle>(count);
        while (next.Count < count && articles.TryDequeue(out var article, out _))
        {
            next.Add(article);
        }

        return next;
    }

    /// <summary>The next article whose further passages may lack vectors, or null.</summary>
    public WaitingArticle? NextWithPassages() => passages.TryPop(out var article) ? article : null;

    /// <summary>Puts articles back that could not be done.</summary>
    public void PutBack(IEnumerable<WaitingArticle> waiting)
    {
        foreach (var article in waiting)
        {
            articles.Enqueue(article, -article.Published);
        }
    }

    /// <summary>Puts articles back whose passages could not be done.</summary>
    public void PutBackPassages(IEnumerable<WaitingArticle> waiting)
    {
        foreach (var article in waiting)
        {
            passages.Push(article);
        }
    }
}
