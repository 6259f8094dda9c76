using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Body;
using NewsBot.Ingestion.Extraction.Metadata;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// When a page's article was published and last changed, as far as the page says so. The order of the places is by how often each is
/// right: the address, JSON-LD, meta elements, markup, the text that readers see. Nothing is derived from where the reader's clock
/// hangs, from a copyright year or from the time of fetching; unknown stays unknown.
/// </summary>
/// <param name="Published">The publication, or null.</param>
/// <param name="Modified">The last change by the publisher, or null.</param>
public sealed record PageDates(FoundDate? Published, FoundDate? Modified)
{
    /// <summary>Hours that clocks are ahead of UTC at most, and behind.</summary>
    private const int FarthestEast = 14, FarthestWest = 12;

    /// <summary>Reads both.</summary>
    internal static PageDates Read(HtmlPage page, StructuredData data, PageBlocks blocks, PageFurniture furniture, string title, DateTimeOffset fetchedAt)
    {
        var context = DatingContext.Of(page, fetchedAt);
        var marked = MarkedDate.Read(page, furniture);
        var visible = VisibleDate.Of(blocks, furniture, title, context);
        var named = First(marked.Named, DateOrigin.Markup, context);
        var times = named ?? First(marked.Times, DateOrigin.Markup, context);
        var stated = First(StructuredTexts(data, "datePublished"), DateOrigin.StructuredData, context)
            ?? First(marked.Published, DateOrigin.Markup, context)
            ?? First(MetaDate.PublishedOf(page), DateOrigin.Meta, context);
        var modified = First(StructuredTexts(data, "dateModified"), DateOrigin.StructuredData, context)
            ?? First(MetaDate.ModifiedOf(page), DateOrigin.Meta, context)
            ?? First(marked.Modified, DateOrigin.Markup, context);
        var beside = Seen(visible.NearHeadline(orInText: named is null));
        var published = Settle(AddressDay(page, context) ?? DayThere(beside, stated), stated)
            ?? Settle(beside, On(beside, marked.Named.Concat(marked.Times), context) ?? times)
            ?? First(MetaDate.VagueOf(page), DateOrigin.Meta, context)
            ?? Seen(visible.Anywhere())
            ?? modified;
        return new PageDates(published, modified);
    }

    private static FoundDate? First(IEnumerable<string?> texts, DateOrigin origin, DatingContext context) => texts
        .Select(text => StatedTime.Read(text, context.MonthFirst))
        .Where(time => time is { } known && context.IsPlausible(known))
        .Select(time => new FoundDate(time!.Value, origin))
        .FirstOrDefault();

    /// <summary>The first that falls on the same day.</summary>
    private static FoundDate? On(FoundDate? day, IEnumerable<string?> texts, DatingContext context) =>
        day is null ? null : First(texts.Where(text => StatedTime.Read(text, context.MonthFirst)?.Day == day.Time.Day), DateOrigin.Markup, context);

    private static IEnumerable<string?> StructuredTexts(StructuredData data, string property) =>
        data.Articles.Concat(data.Pages).Select(node => StructuredData.TextOf(node, property));

    private static FoundDate? AddressDay(HtmlPage page, DatingContext context) =>
        AddressDate.Read(page.Address?.AbsolutePath) is { } day && context.IsPlausibleOnPage(day) ? new FoundDate(day, DateOrigin.Address) : null;

    /// <summary>
    /// A day that is written once, in the address or below the headline, is trusted for the day; what is stated for machines knows the
    /// instant, and is believed where it falls on that day.
    /// </summary>
    private static FoundDate? Settle(FoundDate? day, FoundDate? instant) => day is null || instant?.Time.Day == day.Time.Day ? instant : day;

    /// <summary>
    /// A publisher that states an instant in UTC shows its readers the day in its own zone. Where the day beside the headline is the one before or after, that is it.
    /// </summary>
    private static FoundDate? DayThere(FoundDate? beside, FoundDate? stated) =>
        beside is { Time: var shown } && stated is { Time: { Precision: TimePrecision.Second, Instant.Offset.Ticks: 0 } told }
        && Math.Abs(shown.Day.DayNumber - told.Day.DayNumber) == 1 && IsNearMidnight(told.Instant, shown.Day > told.Day)
            ? beside
            : null;

    /// <summary>Whether it can be the day after, or the day before, somewhere on earth at that time.</summary>
    private static bool IsNearMidnight(DateTimeOffset utc, bool isDayAfter) => isDayAfter ? utc.Hour >= 24 - FarthestEast : utc.Hour < FarthestWest;

    private static FoundDate? Seen(NewsTime? day) => day is { } known ? new FoundDate(known, DateOrigin.VisibleText) : null;
}
