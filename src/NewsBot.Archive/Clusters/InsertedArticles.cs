namespace NewsBot.Archive;

/// <summary>
/// The articles that a transaction inserted and whose standing it has not written yet: they are in no cluster, and what else is asked of them needs not be read.
/// </summary>
internal sealed class InsertedArticles
{
    private readonly Dictionary<long, StoryMember> articles = [];

    /// <summary>Adds an article that was inserted.</summary>
    public void Add(long key, PreparedArticle article) => articles.Add(key, new StoryMember(
        key, article.Id, article.Content.Published?.Instant.ToUnixTimeSeconds(), article.IsReissue, Cluster: null, SupersededBy: null));

    /// <summary>Whether an article is one of them.</summary>
    public bool Contains(long key) => articles.ContainsKey(key);

    /// <summary>An article, or null when it is none of them.</summary>
    public StoryMember? Find(long key) => articles.GetValueOrDefault(key);

    /// <summary>Forgets them; called when their standing was written.</summary>
    public void Clear() => articles.Clear();
}
