using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// The headline. Readers see the page's heading, so it is the title, provided that what the page tells machines agrees with it: a
/// heading may also be the site's name. Titles for machines may be shortened for networks and carry the site's name, which is cut off, as are
/// the labels above and beside a headline.
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
        var site = new SiteName(source, page.Address);
        var clean = titles.Select(title => WithoutSite(title, site)).Where(title => title.Length > 0).ToList();
        if (WithoutAnySite(window, site) is { Length: > 0 } ofWindow && (clean.Count == 0 || clean.Exists(title => Words(title).Overlaps(Words(ofWindow)))))
        {
            clean.Add(ofWindow);
        }

        return Heading(page, clean) is { } heading ? WithoutSite(heading, site) : PartThatIsHeading(page, titles.Append(window)) ?? clean.FirstOrDefault() ?? "";
    }

    private static bool IsTitle(string text) => text.Length is > 0 and <= WellFormedMetadata.LongestTitle;

    /// <summary>The main heading that has most in common with one of the titles.</summary>
    private static string? Heading(HtmlPage page, List<string> titles)
    {
        var known = titles.ConvertAll(Words);
        return page.Document.QuerySelectorAll("h1, h2[itemprop=headline]")
            .Where(heading => !LeadsHome(heading, page.Address))
            .Select(HeadlineText.Of)
            .Where(IsTitle)
            .Select(text => (Text: text, Common: known.Select(title => InCommon(Words(text), title)).DefaultIfEmpty(1).Max()))
            .Where(heading => heading.Common >= EnoughInCommon)
            .OrderByDescending(heading => heading.Common)
            .Select(heading => heading.Text)
            .FirstOrDefault();
    }

    /// <summary>
    /// A title with a long tail ("Ferry late again - News from the harbour - Example Post") shares few words with its heading; the part that a heading of the page
    /// repeats to the letter is the headline.
    /// </summary>
    private static string? PartThatIsHeading(HtmlPage page, IEnumerable<string> titles)
    {
        var parts = titles.Take(1).SelectMany(title => title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Letters).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return parts.Count < 2 ? null : page.Document.QuerySelectorAll("h1, h2, h3")
            .Where(heading => !LeadsHome(heading, page.Address))
            .Select(HeadlineText.Of)
            .Where(text => IsTitle(text) && parts.Contains(Letters(text)))
            .MaxBy(text => text.Length);
    }

    /// <summary>A heading with a link to the front page is the site's name.</summary>
    private static bool LeadsHome(IElement heading, Uri? address) => heading.QuerySelector("a[href]")?.GetAttribute("href") is { } link
        && (link is "/" or "./" || (Uri.TryCreate(link, UriKind.Absolute, out var target) && target.PathAndQuery.Length <= 1 && (address is null || target.Host == address.Host)));

    /// <summary>Dice's coefficient of the two sets of words, from 0 to 1.</summary>
    private static double InCommon(HashSet<string> heading, HashSet<string> title) =>
        2.0 * heading.Count(title.Contains) / Math.Max(1, heading.Count + title.Count);

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(' ').Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0)];

    /// <summary>The title without a leading or trailing part that only names the site.</summary>
    private static string WithoutSite(string title, SiteName site)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && site.Is(title[(last + separator.Length)..]))
            {
                return WithoutSite(title[..last].TrimEnd(), site);
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && site.Is(title[..first]))
            {
                return WithoutSite(title[(first + separator.Length)..].TrimStart(), site);
            }
        }

        // "Example Post: Ferry late again"
        return site.Stated is { } source && title.StartsWith(source + ":", StringComparison.OrdinalIgnoreCase) ? title[(source.Length + 1)..].TrimStart() : title;
    }

    /// <summary>The window's title nearly always ends with the site's name, whatever the page calls itself elsewhere.</summary>
    private static string WithoutAnySite(string window, SiteName site)
    {
        var title = WithoutSite(window, site);
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

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
