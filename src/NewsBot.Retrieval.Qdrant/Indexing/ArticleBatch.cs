using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Statistics;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Qdrant.Indexing;

/// <summary>An article with its terms counted.</summary>
internal sealed record CountedArticle(Article Article, TermCounts Terms)
{
    public IndexedArticle ToIndexed() => new(Article.Id, Article.Version, Terms.Length, Terms.Terms);
}

/// <summary>A stretch of the store's log, sorted by what it means for the index. Of an article that changed several times the last state counts.</summary>
internal sealed class ArticleBatch
{
    private ArticleBatch(long position) => Position = position;

    /// <summary>Where the log stands after it.</summary>
    public long Position { get; }

    public List<Guid> Removed { get; } = [];

    /// <summary>Articles whose indexed version is the current one: only their standing has changed.</summary>
    public List<Article> Restated { get; } = [];

    /// <summary>Articles to be written whole.</summary>
    public List<CountedArticle> Written { get; } = [];

    /// <summary>Of these, those whose former passages may lie in the index.</summary>
    public List<Guid> Replaced { get; } = [];

    /// <param name="changes">The changes, oldest first.</param>
    /// <param name="indexed">The indexed version of each article that is indexed.</param>
    /// <param name="mayBeHalfDone">Whether an earlier attempt may have written part of it, so that nothing can be taken as absent or present.</param>
    /// <param name="text">The analysis.</param>
    public static ArticleBatch Of(IReadOnlyList<ArticleChange> changes, IReadOnlyDictionary<Guid, int> indexed, bool mayBeHalfDone, TextAnalysis text)
    {
        var batch = new ArticleBatch(changes[^1].Sequence);
        var last = changes.GroupBy(change => change.ArticleId).Select(group => group.Last()).ToList();
        batch.Removed.AddRange(last.Where(change => change.Article is null).Select(change => change.ArticleId));
        var present = last.Select(change => change.Article).OfType<Article>().ToLookup(article =>
            !mayBeHalfDone && indexed.TryGetValue(article.Id, out var version) && version == article.Version);
        batch.Restated.AddRange(present[true]);
        batch.Written.AddRange(present[false].AsParallel().AsOrdered().Select(article => new CountedArticle(article, TermCounts.OfArticle(article, text))));
        batch.Replaced.AddRange(batch.Written.Select(counted => counted.Article.Id).Where(id => mayBeHalfDone || indexed.ContainsKey(id)));
        return batch;
    }

    /// <summary>What the statistics take in once the batch is acknowledged.</summary>
    public IReadOnlyList<IndexedArticle> ToIndexed() =>
        [.. Removed.Select(id => new IndexedArticle(id, 0, 0, Terms: null)), .. Written.Select(counted => counted.ToIndexed())];
}
