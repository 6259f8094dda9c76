using System.Globalization;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Dating;

/// <summary>What must be known to read a date right and to tell whether it can be true.</summary>
/// <param name="FetchedAt">When the page was fetched: nothing on it was published later.</param>
/// <param name="MonthFirst">Whether 3/4/2020 means 4 March here, as in the United States.</param>
public sealed record DatingContext(DateTimeOffset FetchedAt, bool MonthFirst)
{
    private const int MomentFormatLength = 14;

    /// <summary>Dates that a publisher states for machines may be of digitised papers.</summary>
    private const int EarliestStatedYear = 1700;

    /// <summary>Nothing was published on the web before it existed.</summary>
    private const int EarliestVisibleYear = 1990;

    /// <summary>A page fetched now may be dated tomorrow where it is written.</summary>
    private static readonly TimeSpan AheadOfUs = TimeSpan.FromDays(1);

    private static readonly string[] DayFirstHosts = [".uk", ".au", ".nz", ".ie", ".in", ".za", ".de", ".fr", ".it", ".es", ".eu", ".sg", ".my", ".ke", ".ng", ".pk"];

    /// <summary>Reads the context off a page.</summary>
    public static DatingContext Of(HtmlPage page, DateTimeOffset fetchedAt)
    {
        var language = (page.Document.DocumentElement?.GetAttribute("lang") ?? "").ToLowerInvariant();
        var isAmerican = language is "en" or "" || language.StartsWith("en-us", StringComparison.Ordinal) || language.StartsWith("en_us", StringComparison.Ordinal);
        var isAbroad = page.Address is { } address
            && (DayFirstHosts.Any(end => address.Host.EndsWith(end, StringComparison.OrdinalIgnoreCase)) || address.AbsolutePath.Contains("/en-gb/", StringComparison.OrdinalIgnoreCase));
        return new DatingContext(CapturedAt(page.Address) ?? fetchedAt, isAmerican && !isAbroad);
    }

    /// <summary>The Internet Archive's addresses say when a page was captured: <c>/web/20120216182711/http://…</c>.</summary>
    private static DateTimeOffset? CapturedAt(Uri? address) =>
        address?.Host == "web.archive.org" && address.AbsolutePath.Split('/') is ["", "web", { Length: >= MomentFormatLength } moment, ..]
        && DateTimeOffset.TryParseExact(moment[..MomentFormatLength], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var captured) ? captured : null;

    /// <summary>Whether a date that is stated for machines can be true.</summary>
    public bool IsPlausible(NewsTime time) => time.Instant.Year >= EarliestStatedYear && time.Instant <= FetchedAt + AheadOfUs;

    /// <summary>Whether a date that readers see can be the page's.</summary>
    public bool IsPlausibleOnPage(NewsTime time) => time.Instant.Year >= EarliestVisibleYear && IsPlausible(time);
}
