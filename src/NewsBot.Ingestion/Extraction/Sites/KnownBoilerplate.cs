using System.Collections.Frozen;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Syndication;

namespace NewsBot.Ingestion.Extraction.Sites;

/// <summary>
/// What an archive has frozen of its sites, as one value that extraction is given: the same page with the same value gives the same text,
/// whatever was ingested before or since. Immutable; safe for several threads at once.
/// </summary>
public sealed class KnownBoilerplate
{
    /// <summary>No site has a list.</summary>
    public static readonly KnownBoilerplate None = new(FrozenDictionary<string, SiteLines>.Empty);

    private readonly FrozenDictionary<string, SiteLines> sites;

    private KnownBoilerplate(FrozenDictionary<string, SiteLines> sites) => this.sites = sites;

    /// <summary>The frozen lists of an archive.</summary>
    public static KnownBoilerplate Of(IReadOnlyList<SiteBoilerplate> lists) =>
        lists.Count == 0 ? None : new KnownBoilerplate(lists.Where(list => list.Lines.Count > 0).ToFrozenDictionary(list => list.Site, SiteLines.Of));

    /// <summary>The lines of the site that an address belongs to; none for an unknown address.</summary>
    internal SiteLines On(string? url) => SiteOf(url) is { } site && sites.TryGetValue(site, out var lines) ? lines : SiteLines.None;

    /// <summary>The site that an address belongs to, as lists name it: its host without "www." and its like; null where there is none.</summary>
    public static string? SiteOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? SameSite.SiteOf(AmpCache.Behind(address)) : null;
}
