using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>The headline: what the page tells machines first, then its heading, then the window's title; without the site's name.</summary>
public static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " // ", " / "];

    /// <summary>The headline, or an empty text.</summary>
    public static string Read(HtmlPage page, StructuredData data, string? source)
    {
        var heading = Heading(page);
        string?[] candidates = [page.Meta("og:title"), data.Text("headline"), page.Meta("twitter:title", "dc.title", "title"), heading, page.Document.Title];
        return candidates
            .OfType<string>()
            .Select(title => WithoutSite(ElementText.OneLine(title), source, heading))
            .FirstOrDefault(title => title.Length > 0) ?? "";
    }

    /// <summary>The title without a leading or trailing part that only names the site.</summary>
    private static string WithoutSite(string title, string? source, string? heading)
    {
        if (heading is { Length: > 0 } && title.Length > heading.Length && title.Contains(heading, StringComparison.OrdinalIgnoreCase))
        {
            return heading;
        }

        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && NamesSite(title[(last + separator.Length)..], source))
            {
                return title[..last].TrimEnd();
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && NamesSite(title[..first], source))
            {
                return title[(first + separator.Length)..].TrimStart();
            }
        }

        return title;
    }

    private static bool NamesSite(string part, string? source) =>
        source is not null && string.Equals(part.Trim(), source, StringComparison.OrdinalIgnoreCase);

    private static string? Heading(HtmlPage page)
    {
        var headings = page.Document.GetElementsByTagName("h1").Select(h => h.Line()).Where(text => text.Length > 0).ToList();
        return headings.Count == 1 ? headings[0] : page.Document.QuerySelector("article h1, [itemprop=headline]")?.Line();
    }
}
