namespace NewsBot.Archive;

/// <summary>
/// When two addresses are the same article: scheme http or https, a leading <c>www.</c>, the fragment, a trailing slash, a cache in
/// between and well-known tracking parameters make no difference.
/// </summary>
public static class CanonicalUrl
{
    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "pk_", "_hs"];

    private static readonly HashSet<string> TrackingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "igshid", "yclid", "cmpid", "icid", "ncid", "ocid", "smid", "ref_src", "ito", "xtor", "CMP",
        "twclid", "ttclid", "gbraid", "wbraid", "srsltid", "vero_id", "mkt_tok", "s_cid", "cmp", "spm", "wt_mc", "wtmc", "at_medium", "at_campaign", "amp", "amp_js_v", "usqp",
    };

    /// <summary>The address as it is shown and stored: without tracking parameters and fragment. Text that is no address stays.</summary>
    public static string Clean(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return url.Trim();
        }

        uri = AmpCache.Behind(uri);
        var query = QueryWithoutTracking(uri.Query);
        return uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) + query;
    }

    /// <summary>The text by which two addresses are compared.</summary>
    public static string Key(string url)
    {
        var clean = Clean(url);
        if (!Uri.TryCreate(clean, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return clean;
        }

        var host = HostName.Of(uri);
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return host + port + uri.AbsolutePath.TrimEnd('/') + uri.Query;
    }

    private static string QueryWithoutTracking(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair.Split('=')[0]));
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : "?" + joined;
    }

    private static bool IsTracking(string name) =>
        TrackingNames.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
