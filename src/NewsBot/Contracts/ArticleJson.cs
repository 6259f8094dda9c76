using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>A line of <c>articles list --json</c>.</summary>
internal sealed record ArticleLineJson
{
    public required string Article { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string? Url { get; init; }

    public required string? Source { get; init; }

    public required string? Published { get; init; }

    public required string StoredAt { get; init; }

    public required long Characters { get; init; }

    public static ArticleLineJson From(ArticleSummary article) => new()
    {
        Article = article.PublicId,
        Version = article.Version,
        Title = article.Title,
        Url = article.Url,
        Source = article.Source,
        Published = article.Published?.ToString(),
        StoredAt = NewsTime.OfInstant(article.StoredAt).ToString(),
        Characters = article.Characters,
    };
}

/// <summary>One version of an article, whole, as <c>articles show --json</c> prints it.</summary>
internal sealed record ArticleJson
{
    public required string Article { get; init; }

    public required int Version { get; init; }

    public required string? Url { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required string? Published { get; init; }

    public required string? Modified { get; init; }

    public required string? Language { get; init; }

    public required string? Source { get; init; }

    public required string StoredAt { get; init; }

    public required string Extractor { get; init; }

    public required string? Section { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? SyndicatedFrom { get; init; }

    public required string? AuthorNote { get; init; }

    /// <summary>When the current version was corrected; null where it was not.</summary>
    public required string? CorrectedAt { get; init; }

    /// <summary>The publisher's note, or the facts that changed ("64 → 46; Quill → Quist").</summary>
    public required string? Correction { get; init; }

    public required string Text { get; init; }

    public static ArticleJson From(Article article) => new()
    {
        Article = article.PublicId,
        Version = article.Version,
        Url = article.Url,
        Title = article.Title,
        Authors = article.Content.Authors,
        Published = article.Published?.ToString(),
        Modified = article.Content.Modified?.ToString(),
        Language = article.Content.Language,
        Source = article.Source,
        StoredAt = NewsTime.OfInstant(article.StoredAt).ToString(),
        Extractor = article.Content.Extractor,
        Section = article.Content.Section,
        Tags = article.Content.Tags,
        SyndicatedFrom = article.Content.SyndicatedFrom,
        AuthorNote = article.Content.AuthorNote,
        CorrectedAt = article.Standing.Correction?.At.ToString(),
        Correction = article.Standing.Correction?.What,
        Text = article.Text,
    };
}

/// <summary>An article with every version, the oldest first, as <c>articles show --history --json</c> prints it.</summary>
internal sealed record ArticleHistoryJson(string Article, IReadOnlyList<ArticleJson> Versions);

/// <summary>What <c>articles remove --json</c> prints.</summary>
internal sealed record RemovedJson(IReadOnlyList<string> Removed, IReadOnlyList<string> Unknown);
