using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>An article that was extracted and not stored, as <c>extract --json</c> prints it.</summary>
internal sealed record ExtractJson
{
    public required string? Url { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required string? Published { get; init; }

    public required string? Modified { get; init; }

    public required string? Language { get; init; }

    public required string? Source { get; init; }

    public required string? Section { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? SyndicatedFrom { get; init; }

    public required string? AuthorNote { get; init; }

    public required string Text { get; init; }

    public static ExtractJson From(ArticleContent content) => new()
    {
        Url = content.Url,
        Title = content.Title,
        Authors = content.Authors,
        Published = content.Published?.ToString(),
        Modified = content.Modified?.ToString(),
        Language = content.Language,
        Source = content.Source,
        Section = content.Section,
        Tags = content.Tags,
        SyndicatedFrom = content.SyndicatedFrom,
        AuthorNote = content.AuthorNote,
        Text = content.Text,
    };
}

/// <summary>A result line of <c>extract --jsonl</c>.</summary>
internal sealed record ExtractLineJson
{
    public required string? Id { get; init; }

    public required string? Url { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required string? Published { get; init; }

    public required string? Modified { get; init; }

    public required string? Language { get; init; }

    public required string? Source { get; init; }

    public required string? Section { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? SyndicatedFrom { get; init; }

    public required string? AuthorNote { get; init; }

    public required string Text { get; init; }

    public static ExtractLineJson From(string? id, ArticleContent content)
    {
        var article = ExtractJson.From(content);
        return new ExtractLineJson
        {
            Id = id,
            Url = article.Url,
            Title = article.Title,
            Authors = article.Authors,
            Published = article.Published,
            Modified = article.Modified,
            Language = article.Language,
            Source = article.Source,
            Section = article.Section,
            Tags = article.Tags,
            SyndicatedFrom = article.SyndicatedFrom,
            AuthorNote = article.AuthorNote,
            Text = article.Text,
        };
    }
}

/// <summary>An input line of <c>extract --jsonl</c>: a file relative to the JSONL, and the address it came from.</summary>
internal sealed record ExtractRequestJson
{
    public string? Id { get; init; }

    public string? File { get; init; }

    public string? Url { get; init; }
}
