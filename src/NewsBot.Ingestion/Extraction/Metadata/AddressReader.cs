using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// The article's own address. The page's canonical link is believed when it names an article: a link to the site's front page, which
/// careless templates put on every page, is not.
/// </summary>
public static class AddressReader
{
    /// <summary>The canonical address without tracking parameters, else the address the page came from; null if neither is known.</summary>
    public static string? Read(HtmlPage page, StructuredData data)
    {
        var stated = Stated(page, data).Select(link => Absolute(page, link)).FirstOrDefault(address => address is not null && NamesArticle(address, page.Address));
        return (stated ?? page.Address) is { } best ? CanonicalUrl.Clean(best.AbsoluteUri) : null;
    }

    private static IEnumerable<string?> Stated(HtmlPage page, StructuredData data)
    {
        yield return page.Document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        yield return page.Meta("og:url");
        yield return data.Text("url") ?? data.Text("mainEntityOfPage");
    }

    private static Uri? Absolute(HtmlPage page, string? link)
    {
        if (string.IsNullOrWhiteSpace(link) || link.Length > WellFormedMetadata.LongestAddress)
        {
            return null;
        }

        var known = page.Address is { } origin ? Uri.TryCreate(origin, link.Trim(), out var address) : Uri.TryCreate(link.Trim(), UriKind.Absolute, out address);
        return known && address!.Scheme is ("http" or "https") ? address : null;
    }

    private static bool NamesArticle(Uri address, Uri? origin) =>
        address.PathAndQuery.Length > 1 || origin is null || origin.PathAndQuery.Length <= 1;
}
