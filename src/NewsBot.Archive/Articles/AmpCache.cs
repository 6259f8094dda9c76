namespace NewsBot.Archive;

/// <summary>
/// Caches that serve publishers' pages under their own host write the page's address into their own. It is the address of the article:
/// <c>https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story</c>, <c>https://www.google.com/amp/s/www.example.org/story</c>.
/// </summary>
public static class AmpCache
{
    private const string ProjectHost = ".cdn.ampproject.org";

    private static readonly string[] KindsOfDocument = ["/c/", "/v/", "/a/"];

    /// <summary>The address of the page behind a cache; any other address as it is.</summary>
    public static Uri Behind(Uri address)
    {
        var path = address.AbsolutePath;
        var kept = address.Host.EndsWith(ProjectHost, StringComparison.OrdinalIgnoreCase) && KindsOfDocument.Any(kind => path.StartsWith(kind, StringComparison.Ordinal)) ? path[3..]
            : IsSearchEngine(address.Host) && path.StartsWith("/amp/", StringComparison.Ordinal) ? path["/amp/".Length..]
            : null;
        if (kept is null)
        {
            return address;
        }

        var isSecure = kept.StartsWith("s/", StringComparison.Ordinal);
        var page = (isSecure ? "https://" + kept[2..] : "http://" + kept) + address.Query;
        return Uri.TryCreate(page, UriKind.Absolute, out var behind) && behind.Host.Contains('.', StringComparison.Ordinal) ? behind : address;
    }

    private static bool IsSearchEngine(string host) =>
        host.StartsWith("www.google.", StringComparison.OrdinalIgnoreCase) || host.Equals("www.bing.com", StringComparison.OrdinalIgnoreCase);
}
