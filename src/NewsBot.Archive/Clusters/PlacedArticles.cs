namespace NewsBot.Archive;

/// <summary>
/// The articles that a transaction compared, as they were given to it. Those that it inserted are in no cluster until their standing is written, so that nothing of them
/// has to be read.
/// </summary>
internal sealed class PlacedArticles
{
    private readonly Dictionary<long, PreparedArticle> articles = [];
    private long firstInserted = long.MaxValue;

    /// <summary>Adds an article, or what it has become.</summary>
    public void Add(long key, PreparedArticle article, bool isNew)
    {
        articles[key] = article;
        firstInserted = isNew ? Math.Min(firstInserted, key) : firstInserted;
    }

    /// <summary>An article as it was given, or null when it was not compared here.</summary>
    public PreparedArticle? Find(long key) => articles.GetValueOrDefault(key);

    /// <summary>Whether an article was inserted since the last standing was written; keys only grow.</summary>
    public bool IsInserted(long key) => key >= firstInserted;

    /// <summary>What the standing of an inserted article depends on, or null when it is none.</summary>
    public StoryMember? MemberOf(long key) => IsInserted(key) && Find(key) is { } article
        ? new StoryMember(key, article.Id, article.Content.Published?.Instant.ToUnixTimeSeconds(), article.IsReissue, Cluster: null, SupersededBy: null)
        : null;

    /// <summary>Notes that the standing of all of them was written, and that one may go.</summary>
    public void Written(long gone)
    {
        firstInserted = long.MaxValue;
        articles.Remove(gone);
    }
}
