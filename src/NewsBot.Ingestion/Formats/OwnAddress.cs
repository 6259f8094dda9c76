using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Syndication;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// The address decides which article a page is, so a page is believed only when it names an address of the site it came from. Else any page
/// could pass itself off as another site's article and replace its text.
/// </summary>
internal static class OwnAddress
{
    /// <summary>The result, under the address it came from where it names one of another site.</summary>
    public static ExtractionResult Keep(ExtractionResult result, Document document) =>
        result is ExtractionResult.Extracted { Article: var article } found && document.Url is { } origin && article.Url is { } stated && !IsSameSite(origin, stated)
            ? found with { Article = article with { Url = CanonicalUrl.Clean(origin) } }
            : result;

    private static bool IsSameSite(string origin, string stated) =>
        !Uri.TryCreate(origin, UriKind.Absolute, out var from) || !Uri.TryCreate(stated, UriKind.Absolute, out var to)
        || SameSite.Covers(AmpCache.Behind(from), to);
}
