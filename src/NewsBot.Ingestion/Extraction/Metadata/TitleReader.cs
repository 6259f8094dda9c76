using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// The headline. Readers see the page's heading, so it is the title, provided that what the page tells machines agrees with it: a
/// heading may also be the site's name. Titles for machines may be shortened for networks and carry the site's name, which is cut off.
/// </summary>
public static class TitleReader
{
    /// <summary>A heading that shares this part of its words with the title for machines is the same headline in other words.</summary>
    private const double EnoughInCommon = 0.5;

    /// <summary>A site's name has no more words than this; longer parts belong to the headline.</summary>
    private const int MostWordsOfSite = 4;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " // ", " : "];

    /// <summary>The headline, or an empty text.</summary>
    public static string Read(HtmlPage page, StructuredData data, string? source)
    {
        string?[] told = [page.Meta("og:title"), data.Text("headline"), page.Meta("twitter:title", "dc.title", "title")];
        var titles = told.OfType<string>().Select(ElementText.OneLine).Where(IsTitle).ToList();
        var window = ElementText.OneLine(page.Document.Title ?? "");
        window = IsTitle(window) ? window : "";
        var clean = titles.Select(title => WithoutSite(title, source)).Append(WithoutAnySite(window, source)).Where(title => title.Length > 0).ToList();
        return Heading(page, clean) is { } heading ? WithoutSite(heading, source) : clean.FirstOrDefault() ?? "";
    }

    private static bool IsTitle(string text) => text.Length is > 0 and <= WellFormedMetadata.LongestTitle;

    /// <summary>The main heading that has most in common with one of the titles.</summary>
    private static string? Heading(HtmlPage page, List<string> titles)
    {
        var known = titles.ConvertAll(Words);
        return page.Document.QuerySelectorAll("h1, h2[itemprop=headline]")
            .Select(element => element.Line())
            .Where(IsTitle)
            .Select(text => (Text: text, Common: known.Select(title => InCommon(Words(text), title)).DefaultIfEmpty(1).Max()))
            .Where(heading => heading.Common >= EnoughInCommon)
            .OrderByDescending(heading => heading.Common)
            .Select(heading => heading.Text)
            .FirstOrDefault();
    }

    /// <summary>Dice's coefficient of the two sets of words, from 0 to 1.</summary>
    private static double InCommon(HashSet<string> heading, HashSet<string> title) =>
        2.0 * heading.Count(title.Contains) / Math.Max(1, heading.Count + title.Count);

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(' ').Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0)];

    /// <summary>The title without a leading or trailing part that only names the site.</summary>
    private static string WithoutSite(string title, string? source)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && NamesSite(title[(last + separator.Length)..], source))
            {
                return WithoutSite(title[..last].TrimEnd(), source);
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && NamesSite(title[..first], source))
            {
                return WithoutSite(title[(first + separator.Length)..].TrimStart(), source);
            }
        }

        // "Example Post: Ferry late again"
        return source is not null && title.StartsWith(source + ":", StringComparison.OrdinalIgnoreCase) ? title[(source.Length + 1)..].TrimStart() : title;
    }

    /// <summary>The window's title nearly always ends with the site's name, whatever the page calls itself elsewhere.</summary>
    private static string WithoutAnySite(string window, string? source)
    {
        var title = WithoutSite(window, source);
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > title.Length / 2 && title[(last + separator.Length)..].Split(' ').Length <= MostWordsOfSite)
            {
                return title[..last].TrimEnd();
            }
        }

        return title;
    }

    private static bool NamesSite(string part, string? source) =>
        source is not null && Letters(part) is { Length: > 0 } letters && string.Equals(letters, Letters(source), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
