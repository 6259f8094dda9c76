using NewsBot.Archive;

namespace NewsBot.Ingestion.Extraction.Syndication;

/// <summary>Tells whether two addresses belong to one site, however it serves phones and other countries.</summary>
internal static class SameSite
{
    private static readonly string[] NamesOfTheSameSite = ["www.", "m.", "mobile.", "amp."];

    private static readonly string[] Endings = ["co", "com", "org", "net", "gov", "ac", "edu"];

    /// <summary>Whether one address is within the other's host, so that it may speak for it: "amp.example.org" and "www.example.org".</summary>
    public static bool Covers(Uri one, Uri other) => IsWithin(SiteOf(one), SiteOf(other)) || IsWithin(SiteOf(other), SiteOf(one));

    /// <summary>Whether both carry one publisher's name, in whatever country: "example.de" and "news.example.co.uk".</summary>
    public static bool ShareName(Uri one, Uri other) => string.Equals(NameOf(one), NameOf(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The host as people write it, without "www." and its like.</summary>
    public static string SiteOf(Uri address)
    {
        var host = HostName.Of(address);
        var prefix = Array.Find(NamesOfTheSameSite, prefix => host.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? host : host[prefix.Length..];
    }

    private static string NameOf(Uri address)
    {
        var host = HostName.Of(address);
        var labels = host.Split('.')[..^1];
        return labels.LastOrDefault(label => !Endings.Contains(label, StringComparer.OrdinalIgnoreCase)) ?? host;
    }

    private static bool IsWithin(string host, string site) => host == site || host.EndsWith("." + site, StringComparison.Ordinal);
}
