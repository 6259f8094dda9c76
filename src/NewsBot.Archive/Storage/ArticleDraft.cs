namespace NewsBot.Archive;

/// <summary>An article on its way into an archive.</summary>
/// <param name="Content">Its text and metadata.</param>
/// <param name="Document">The bytes it was extracted from, to be kept with the version; null when they are not kept.</param>
public sealed record ArticleDraft(ArticleContent Content, Document? Document = null);
