namespace NewsBot.Archive;

/// <summary>An article on its way into an archive.</summary>
/// <param name="Content">Its text and metadata.</param>
/// <param name="Document">The bytes it was extracted from, to be kept with the version; null when they are not kept.</param>
/// <param name="StoredAt">When the version was first stored, for one that comes from an export; null is now.</param>
public sealed record ArticleDraft(ArticleContent Content, Document? Document = null, DateTimeOffset? StoredAt = null);
