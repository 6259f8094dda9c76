namespace NewsBot.Archive;

/// <summary>An article on its way into an archive.</summary>
/// <param name="Content">Its text and metadata.</param>
/// <param name="Document">The bytes it was extracted from, to be kept with the version; null when they are not kept.</param>
/// <param name="StoredAt">When the version was first stored, for one that comes from an export; null is now.</param>
/// <param name="Version">The least number that its version gets, for one that comes from an export; null is the next one.</param>
public sealed record ArticleDraft(ArticleContent Content, Document? Document = null, DateTimeOffset? StoredAt = null, int? Version = null)
{
    private readonly PreparedArticle? prepared;

    /// <summary>False keeps the article out of the search for copies, so that its cost can be measured.</summary>
    public bool IsCompared { get; init; } = true;

    private ArticleDraft(ArticleDraft draft, PreparedArticle prepared)
        : this(prepared.Content, draft.Document, draft.StoredAt, draft.Version)
    {
        this.prepared = prepared;
        IsCompared = draft.IsCompared;
    }

    /// <summary>
    /// The draft with everything that the store of an archive derives from it. The store does this by itself; done before, on other threads, it
    /// takes no time from the writing.
    /// </summary>
    public ArticleDraft Prepared(ArchiveName archive) => new(this, PreparedFor(archive));

    internal PreparedArticle PreparedFor(ArchiveName archive) =>
        prepared is { } ready && ready.Archive == archive && ReferenceEquals(ready.Content, Content) ? ready : PreparedArticle.From(archive, this);
}
