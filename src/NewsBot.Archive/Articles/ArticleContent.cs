namespace NewsBot.Archive;

/// <summary>
/// What extraction gives: an article's text and what is known about it, before it has an identity in an archive.
/// Unknown values are null.
/// </summary>
public sealed record ArticleContent
{
    /// <summary>The headline, without the site's name. May be empty for a text without one.</summary>
    public required string Title { get; init; }

    /// <summary>The body: paragraphs joined by a blank line, normalised by <see cref="ArticleText.Normalise"/>, no markup.</summary>
    public required string Text { get; init; }

    /// <summary>The article's own id where it states one (JSON's <c>id</c>); it then decides the identity.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The canonical address, or null for a text without one.</summary>
    public string? Url { get; init; }

    /// <summary>The names of the authors, in the order of the byline.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The publication, e.g. "Harbor Herald".</summary>
    public string? Source { get; init; }

    /// <summary>When it was published.</summary>
    public NewsTime? Published { get; init; }

    /// <summary>When its publisher last changed it.</summary>
    public NewsTime? Modified { get; init; }

    /// <summary>The language as a lower-case BCP 47 primary tag, e.g. "en".</summary>
    public string? Language { get; init; }

    /// <summary>Who published the text first, where the page says so ("Coastline Press Agency").</summary>
    public string? SyndicatedFrom { get; init; }

    /// <summary>The section in which its publication files it ("Sport"), or null.</summary>
    public string? Section { get; init; }

    /// <summary>The publication's tags, in the order of the page.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the publication says of the author below the text; no part of the text.</summary>
    public string? AuthorNote { get; init; }

    /// <summary>True when the page shows only the beginning, as a paywall does.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>The name and version of what extracted it, e.g. "html/2".</summary>
    public string Extractor { get; init; } = "json/1";
}
