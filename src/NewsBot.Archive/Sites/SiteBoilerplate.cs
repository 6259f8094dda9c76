namespace NewsBot.Archive;

/// <summary>
/// Lines that recur on the pages of a site and are no article's text ("Get our app for the latest from the harbour"), as they were learned and
/// frozen in one archive. A list never changes: learning again makes the next revision.
/// </summary>
public sealed record SiteBoilerplate
{
    /// <summary>The site: its host in lower case without "www." and its like.</summary>
    public required string Site { get; init; }

    /// <summary>The number of this list among those of the site, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was frozen.</summary>
    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>The lines, each a whole paragraph as extraction gives it, in ordinal order; none where the list was cleared.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
}
