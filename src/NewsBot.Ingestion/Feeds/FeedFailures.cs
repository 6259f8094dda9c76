using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Feeds;

/// <summary>The sentences for what was taken for a feed and is none.</summary>
internal static class FeedFailures
{
    /// <summary>What came instead of a feed, and what to do.</summary>
    public static string NotAFeed(ReadOnlySpan<byte> bytes, string? contentType) => bytes.IsEmpty
        ? "nothing came where a feed should be; try again later, or check the address in a browser"
        : FormatSniffer.Sniff(bytes[..Math.Min(bytes.Length, FormatSniffer.HeadLength)], "", contentType) switch
        {
            DocumentKind.Page => "a web page came, not a feed (sites move their feeds, or ask for a login); look for the feed's address on the page, or ingest it with --kind page",
            DocumentKind.Sitemap => "a sitemap came, not a feed; ingest it with --kind sitemap",
            _ => "it is not readable as a feed; check it in a browser, or name what it is with --kind",
        };
}
