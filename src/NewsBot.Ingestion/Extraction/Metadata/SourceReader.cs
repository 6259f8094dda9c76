using System.Text.Json;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>The name of the publication: what the page calls its site, else its publisher.</summary>
public static class SourceReader
{
    /// <summary>Longer "names" are slogans.</summary>
    private const int LongestName = 80;

    /// <summary>The name as the page states it, or null.</summary>
    public static string? Read(HtmlPage page, StructuredData data)
    {
        string?[] candidates =
        [
            page.Meta("og:site_name"),
            data.Text("publisher"),
            NameOfSite(data),
            PublisherOfMicrodata(page),
            page.Meta("application-name", "publisher", "dc.publisher", "dcterms.publisher", "apple-mobile-web-app-title", "twitter:app:name:iphone"),
        ];
        return candidates
            .OfType<string>()
            .Select(ElementText.OneLine)
            .FirstOrDefault(name => name.Length is > 0 and <= LongestName && !name.Contains("://", StringComparison.Ordinal));
    }

    private static string? NameOfSite(StructuredData data) => data.Nodes
        .Where(node => StructuredData.TextsOf(node, "@type").Any(type => type is "WebSite" or "NewsMediaOrganization"))
        .Select((JsonElement node) => StructuredData.TextOf(node, "name"))
        .FirstOrDefault(name => name is not null);

    private static string? PublisherOfMicrodata(HtmlPage page)
    {
        var publisher = page.Document.QuerySelector("[itemprop=publisher]");
        var name = publisher?.QuerySelector("[itemprop=name]");
        return name?.GetAttribute("content") ?? name?.Line();
    }
}
