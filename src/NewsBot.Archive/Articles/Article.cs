namespace NewsBot.Archive;

/// <summary>
/// One version of an article as it is kept. A version never changes: other text under the same identity is a new version.
/// </summary>
public sealed record Article
{
    /// <summary>The identity, the same in every version: see <see cref="ArticleIdentity"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The archive that holds it.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>The version's number, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The position in the store's log of changes; derived indexes catch up by it.</summary>
    public required long Sequence { get; init; }

    /// <summary>When this version was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Text and metadata.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>Its cluster, and whether it was corrected or overtaken: as of the reading, since a version itself never changes.</summary>
    public ArticleStanding Standing { get; init; } = ArticleStanding.Plain;

    /// <summary>What people and files call the article: its external id where it has one, else its identity.</summary>
    public string PublicId => Content.ExternalId ?? Id.ToString();

    /// <summary>The headline.</summary>
    public string Title => Content.Title;

    /// <summary>The body; citations are ranges of it in UTF-16 code units.</summary>
    public string Text => Content.Text;

    /// <summary>The canonical address, if known.</summary>
    public string? Url => Content.Url;

    /// <summary>The publication, if known.</summary>
    public string? Source => Content.Source;

    /// <summary>When it was published, if known.</summary>
    public NewsTime? Published => Content.Published;
}
