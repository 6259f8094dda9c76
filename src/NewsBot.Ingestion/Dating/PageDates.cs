using AngleSharp.Dom;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Metadata;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Dating;

/// <summary>When a page's article was published and last changed, as far as the page says so; null where it does not.</summary>
/// <param name="Published">The publication.</param>
/// <param name="Modified">The last change by the publisher.</param>
public sealed record PageDates(NewsTime? Published, NewsTime? Modified)
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date",
        "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dc.date.created", "article.published", "cxenseparse:recs:publishtime",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"];

    /// <summary>Reads both.</summary>
    public static PageDates Read(HtmlPage page, StructuredData data)
    {
        var published = StatedTime.Read(data.Text("datePublished"))
            ?? StatedTime.Read(page.Meta(PublishedNames))
            ?? StatedTime.Read(page.Document.QuerySelector("[itemprop~=datePublished]") is { } item ? item.GetAttribute("content") ?? item.GetAttribute("datetime") : null)
            ?? StatedTime.Read(page.Document.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        return new PageDates(published, StatedTime.Read(data.Text("dateModified")) ?? StatedTime.Read(page.Meta(ModifiedNames)));
    }
}
