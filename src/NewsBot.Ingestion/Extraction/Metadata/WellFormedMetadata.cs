using NewsBot.Archive;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// Metadata as an archive may keep it: normal form, and no longer than such values are. What is longer is something else that stands in the wrong
/// place, and is taken for unknown.
/// </summary>
internal static class WellFormedMetadata
{
    /// <summary>In characters.</summary>
    public const int LongestTitle = 1_000, LongestAddress = 2_000, LongestName = 200;

    /// <summary>More people have signed no article.</summary>
    private const int MostAuthors = 200;

    /// <summary>The article with such metadata.</summary>
    public static ArticleContent Of(ArticleContent article) => article with
    {
        Title = Bounded(article.Title, LongestTitle) ?? "",
        Authors = [.. article.Authors.Select(Name).OfType<string>().Take(MostAuthors)],
        Source = Name(article.Source),
        Url = article.Url is { Length: > LongestAddress } ? null : article.Url,
        SyndicatedFrom = Name(article.SyndicatedFrom),
        Section = Name(article.Section),
        Tags = [.. article.Tags.Select(Name).OfType<string>()],
        AuthorNote = Bounded(article.AuthorNote, LongestTitle),
    };

    private static string? Name(string? text) => Bounded(text, LongestName);

    private static string? Bounded(string? text, int longest) =>
        text is not null && text.Length <= longest && ArticleText.Normalise(text).Trim() is { Length: > 0 } normal ? normal : null;
}
