using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion;

/// <summary>
/// Learns which lines recur on the sites of an archive, from the kept bytes of its articles. They are read as if no list existed, so learning
/// twice finds the same, and lists do not feed on each other.
/// </summary>
public sealed class BoilerplateLearning(ArchiveStore store)
{
    /// <summary>What recurs on each site, by site; nothing is frozen. Sites without kept pages do not appear.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="site">One site's host, or null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IReadOnlyList<LearnedSite> Read(ArchiveName archive, string? site, CancellationToken cancellationToken) =>
    [
        .. store.List(archive)
            .AsParallel()
            .WithCancellation(cancellationToken)
            .Select(article => store.DocumentOf(archive, article.Id) is { } document ? PageOf(document, article.Url, site) : null)
            .OfType<(string Site, LearnedPage Page)>()
            .GroupBy(entry => entry.Site, entry => entry.Page)
            .AsSequential()
            .Select(group => new LearnedSite(group.Key, group.Count(), RecurringLines.Of([.. group])))
            .OrderBy(learned => learned.Site, StringComparer.Ordinal),
    ];

    /// <summary>Freezes what was learned: from now on new pages of the site lose these lines, and so do kept ones that are read again.</summary>
    public SiteBoilerplate? Freeze(ArchiveName archive, LearnedSite learned) => store.Boilerplate.Freeze(archive, learned.Site, learned.Lines.Select(line => line.Text));

    private static (string Site, LearnedPage Page)? PageOf(Document document, string? articleUrl, string? wanted)
    {
        var site = KnownBoilerplate.SiteOf(document.Url ?? articleUrl);
        if (site is null || (wanted is not null && site != wanted) || FormatSniffer.Sniff(document) != DocumentKind.Page)
        {
            return null;
        }

        return HtmlExtractor.Extract(document) is ExtractionResult.Extracted { Article: var article }
            ? (site, new LearnedPage(article.Title, article.Text.Split("\n\n")))
            : null;
    }
}

/// <summary>What recurs on a site.</summary>
/// <param name="Site">Its host, without "www." and its like.</param>
/// <param name="Pages">How many pages were read.</param>
/// <param name="Lines">The lines, the commonest first.</param>
public sealed record LearnedSite(string Site, int Pages, IReadOnlyList<RecurringLine> Lines);
