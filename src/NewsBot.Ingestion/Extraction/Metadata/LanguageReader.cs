using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>The article's language as the page states it.</summary>
public static class LanguageReader
{
    /// <summary>The primary tag in lower case, or null where the page states none that is well-formed.</summary>
    public static string? Stated(HtmlPage page, StructuredData data)
    {
        string?[] candidates =
        [
            page.Document.DocumentElement?.GetAttribute("lang") ?? page.Document.DocumentElement?.GetAttribute("xml:lang"),
            data.Text("inLanguage"),
            page.Meta("og:locale", "content-language", "dc.language", "language"),
        ];
        return candidates.Select(PrimaryTag).FirstOrDefault(tag => tag is not null);
    }

    private static string? PrimaryTag(string? tag)
    {
        var primary = tag?.Trim().Split('-', '_', ',', ';')[0].ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter) ? primary : null;
    }
}
