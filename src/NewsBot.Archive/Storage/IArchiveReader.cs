namespace NewsBot.Archive;

/// <summary>
/// Reading an archive: what indexes, answers and pages need of the store. Every call names its archive and never looks
/// outside it. Safe for several threads at once.
/// </summary>
public interface IArchiveReader
{
    /// <summary>The archives that exist, by name.</summary>
    IReadOnlyList<ArchiveName> Archives();

    /// <summary>The current version of an article by its public id (external id or identity), or null.</summary>
    Article? Find(ArchiveName archive, string publicId);

    /// <summary>A version of an article (the current one when none is named), or null.</summary>
    Article? Find(ArchiveName archive, Guid article, int? version = null);

    /// <summary>The current versions of several articles, in no particular order; unknown ones are left out.</summary>
    IReadOnlyList<Article> FindMany(ArchiveName archive, IReadOnlyCollection<Guid> articles);

    /// <summary>The passages of one version, in order.</summary>
    IReadOnlyList<Passage> PassagesOf(ArchiveName archive, Guid article, int version);

    /// <summary>The clusters of the articles that are in one, by article; each member is a key; of very many, those published first. An archive that keeps no clusters has none.</summary>
    IReadOnlyDictionary<Guid, StoryCluster> ClustersOf(ArchiveName archive, IReadOnlyCollection<Guid> articles) => new Dictionary<Guid, StoryCluster>();

    /// <summary>
    /// The articles that were published between two moments, both included: those that most publications carried first, of equal ones the latest;
    /// corrected articles are left out, since their corrections stand for them. An archive that keeps no dates has none.
    /// </summary>
    IReadOnlyList<PublishedArticle> PublishedBetween(ArchiveName archive, DateTimeOffset first, DateTimeOffset last, int limit) => [];

    /// <summary>What is left of an article that was removed or withdrawn, or null.</summary>
    Tombstone? FindTombstone(ArchiveName archive, Guid article) => null;

    /// <summary>The identities of all removed articles. An archive that keeps no tombstones has none.</summary>
    IReadOnlyList<Guid> RemovedArticles(ArchiveName archive) => [];

    /// <summary>The changes after a position of the log, oldest first. Of an article that changed several times only the last state need be given.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="sequence">The position.</param>
    /// <param name="limit">How many there are at most.</param>
    /// <param name="characters">When their texts have so many characters together, no further one comes.</param>
    IReadOnlyList<ArticleChange> ChangesAfter(ArchiveName archive, long sequence, int limit, long characters = long.MaxValue);

    /// <summary>The position of the last change, 0 for an empty archive.</summary>
    long LastSequence(ArchiveName archive);

    /// <summary>When the newest article was published; null where none has a date.</summary>
    NewsTime? NewestPublished(ArchiveName archive) => Statistics(archive).Newest;

    /// <summary>Counts and dates.</summary>
    ArchiveStatistics Statistics(ArchiveName archive);
}
