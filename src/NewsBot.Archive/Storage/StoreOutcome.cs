namespace NewsBot.Archive;

/// <summary>What became of one article that was handed to the store.</summary>
public enum StoreResult
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was known with other text or metadata; a new version was made.</summary>
    Updated,

    /// <summary>It was known exactly so.</summary>
    Unchanged,

    /// <summary>It is new, but its text stands already under another identity; it was kept.</summary>
    Duplicate,
}

/// <summary>The outcome for one article.</summary>
/// <param name="Result">What was done.</param>
/// <param name="Id">The article's identity.</param>
/// <param name="Version">Its current version.</param>
/// <param name="PublicId">What people call it.</param>
public sealed record StoreOutcome(StoreResult Result, Guid Id, int Version, string PublicId);

/// <summary>One entry of the store's log: a stored version, or the removal of an article.</summary>
/// <param name="Sequence">The position in the log; later changes have larger numbers.</param>
/// <param name="ArticleId">The article concerned.</param>
/// <param name="Article">The version that is now current, or null when the article was removed.</param>
public sealed record ArticleChange(long Sequence, Guid ArticleId, Article? Article);

/// <summary>What an archive holds.</summary>
/// <param name="Articles">Articles that can be found.</param>
/// <param name="Versions">Versions of them.</param>
/// <param name="Passages">Passages of the current versions.</param>
/// <param name="Characters">UTF-16 code units of the current texts.</param>
/// <param name="Oldest">The earliest publication, if any is known.</param>
/// <param name="Newest">The latest publication, if any is known.</param>
public sealed record ArchiveStatistics(long Articles, long Versions, long Passages, long Characters, NewsTime? Oldest, NewsTime? Newest);
