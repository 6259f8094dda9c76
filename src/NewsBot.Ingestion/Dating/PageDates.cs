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
    /// <summary>Reads both.</summary>
    internal static PageDates Read(HtmlPage page, StructuredData data, PageBlocks blocks, PageFurniture furniture, string title, DateTimeOffset fetchedAt)
    {
        var context = DatingContext.Of(page, fetchedAt);
        var marked = MarkedDate.Read(page, furniture);
        var visible = VisibleDate.Of(blocks, furniture, title, context);
        var times = First(marked.Times, DateOrigin.Markup, context);
        var stated = First(StructuredTexts(data, "datePublished"), DateOrigin.StructuredData, context)
            ?? First(marked.Published, DateOrigin.Markup, context)
            ?? First(MetaDate.PublishedOf(page), DateOrigin.Meta, context);
        var modified = First(StructuredTexts(data, "dateModified"), DateOrigin.StructuredData, context)
            ?? First(MetaDate.ModifiedOf(page), DateOrigin.Meta, context)
            ?? First(marked.Modified, DateOrigin.Markup, context);
        var published = Settle(AddressDay(page, context), stated)
            ?? Settle(Seen(visible.NearHeadline()), times)
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

    private static IEnumerable<string?> StructuredTexts(StructuredData data, string property) =>
        data.Articles.Concat(data.Pages).Select(node => StructuredData.TextOf(node, property));

    private static FoundDate? AddressDay(HtmlPage page, DatingContext context) =>
        AddressDate.Read(page.Address?.AbsolutePath) is { } day && context.IsPlausibleOnPage(day) ? new FoundDate(day, DateOrigin.Address) : null;

    /// <summary>
    /// A day that is written once, in the address or below the headline, is trusted for the day; what is stated for machines knows the
    /// instant, and is believed where it falls on that day.
    /// </summary>
    private static FoundDate? Settle(FoundDate? day, FoundDate? instant) => day is null || instant?.Time.Day == day.Time.Day ? instant : day;

    private static FoundDate? Seen(NewsTime? day) => day is { } known ? new FoundDate(known, DateOrigin.VisibleText) : null;
}
