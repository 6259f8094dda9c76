using System.Text.Json;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// Where a publication files an article: the section, and the tags. Only what publishers state as such counts; the keywords of a page in general are
/// written for search engines.
/// </summary>
internal static class TopicReader
{
    /// <summary>Longer ones are sentences.</summary>
    private const int LongestName = 60;

    /// <summary>Templates that list more have put the whole site's there.</summary>
    private const int MostTags = 30;

    private static readonly string[] SectionNames = ["article:section", "og:article:section", "parsely-section", "sailthru.section", "dcterms.subject", "section"];

    private static readonly string[] TagNames = ["article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags"];

    private static readonly string[] FrontPages = ["home", "start", "startseite", "homepage", "accueil", "inicio", "portada", "início", "voorpagina", "front page"];

    /// <summary>The section's name, or null.</summary>
    public static string? Section(HtmlPage page, StructuredData data, string title)
    {
        var stated = data.Articles.SelectMany(article => StructuredData.TextsOf(article, "articleSection")).Append(page.Meta(SectionNames)).OfType<string>();
        return First(stated, title) ?? First(Crumbs(page, data).Reverse(), title);
    }

    private static string? First(IEnumerable<string> names, string title) =>
        names.Select(ElementText.OneLine).FirstOrDefault(name => IsName(name) && !IsFrontPage(name) && !IsTitle(name, title));

    /// <summary>The tags, each once, in the order of the page.</summary>
    public static IReadOnlyList<string> Tags(HtmlPage page, StructuredData data)
    {
        var ofData = data.Articles.SelectMany(article => StructuredData.TextsOf(article, "keywords"));
        var ofMeta = page.Metas.Where(meta => TagNames.Contains(meta.Name, StringComparer.OrdinalIgnoreCase)).Select(meta => meta.Content);
        var tags = Distinct(ofData.Concat(ofMeta).SelectMany(list => list.Split(',', ';')));
        return tags.Count > 0 ? tags : Distinct(page.Document.QuerySelectorAll("a[rel~=tag]").Select(link => link.Line()));
    }

    /// <summary>The way from the front page to the article, from the outside in.</summary>
    private static IEnumerable<string> Crumbs(HtmlPage page, StructuredData data)
    {
        var ofData = data.Nodes
            .Where(node => StructuredData.TextsOf(node, "@type").Contains("BreadcrumbList") && node.TryGetProperty("itemListElement", out var items) && items.ValueKind == JsonValueKind.Array)
            .Take(1)
            .SelectMany(node => node.GetProperty("itemListElement").EnumerateArray())
            .Select(item => StructuredData.TextOf(item, "name") ?? StructuredData.TextOf(item, "item"))
            .OfType<string>()
            .ToList();
        return ofData.Count > 0 ? ofData : page.Document.QuerySelector("[itemtype$=BreadcrumbList], nav[aria-label=breadcrumb], .breadcrumb, .breadcrumbs, #breadcrumb, #breadcrumbs")?
            .QuerySelectorAll("a[href]").Select(link => link.Line()) ?? [];
    }

    private static List<string> Distinct(IEnumerable<string> tags) => [.. tags.Select(ElementText.OneLine).Where(IsName).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];

    private static bool IsName(string text) => text.Length is > 1 and <= LongestName && text.Any(char.IsLetter) && !text.Contains("://", StringComparison.Ordinal);

    private static bool IsFrontPage(string name) => FrontPages.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsTitle(string name, string title) => title.Length > 0 && title.StartsWith(name, StringComparison.OrdinalIgnoreCase) && name.Length * 2 > title.Length;
}
