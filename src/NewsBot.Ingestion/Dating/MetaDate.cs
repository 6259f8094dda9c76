using System.Collections.Frozen;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Dating;

/// <summary>The names under which meta elements state when a page was published and changed.</summary>
internal static class MetaDate
{
    private static readonly FrozenSet<string> Published = new[]
    {
        "articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime", "publishedtime", "datepublished", "publisheddate", "publicationdate", "publishdate", "publishtime",
        "pubdate", "dcdateissued", "dctermsissued", "dctermscreated", "dcdatecreated", "dcdatepublished", "dcdatesubmitted", "datecreated",
        "creationdate", "articledateoriginal", "articlepublished", "articledate", "articlecreated", "originalpublicationdate", "parselypubdate", "sailthrudate",
        "cxenseparserecspublishtime", "citationdate", "citationpublicationdate", "citationonlinedate", "bepresscitationdate", "ogreleasedate", "releasedate", "ptime",
        "storydate", "displaydate", "dateissued", "issued", "rnewsdatepublished", "videoreleasedate", "eomportaldate", "shareaholicarticlepublishedtime", "firstpublished",
        "uploaddate", "musicreleasedate", "bookreleasedate", "contentcreatedate", "lwpublishedtime",
    }.ToFrozenSet();

    /// <summary>Publishing systems also write the day of the last rendering under these.</summary>
    private static readonly FrozenSet<string> Vague = new[] { "date", "dcdate", "dctermsdate", "created", "pagedate", "docdate", "time", "timestamp" }.ToFrozenSet();

    private static readonly FrozenSet<string> Modified = new[]
    {
        "articlemodifiedtime", "ogarticlemodifiedtime", "ogupdatedtime", "ogmodifiedtime", "modifiedtime", "datemodified", "dctermsmodified", "dcdatemodified", "modificationdate",
        "lastmodified", "lastmod", "lastupdated", "updatetime", "updated", "revised", "articleupdated", "revisiondate", "modified",
    }.ToFrozenSet();

    /// <summary>The contents of the meta elements that state the publication, in the order of the page.</summary>
    public static IEnumerable<string> PublishedOf(HtmlPage page) => Contents(page, Published);

    /// <summary>The contents of the meta elements that state some date of the page.</summary>
    public static IEnumerable<string> VagueOf(HtmlPage page) => Contents(page, Vague);

    /// <summary>The contents of the meta elements that state the last change.</summary>
    public static IEnumerable<string> ModifiedOf(HtmlPage page) => Contents(page, Modified);

    private static IEnumerable<string> Contents(HtmlPage page, FrozenSet<string> names) =>
        page.Metas.Where(meta => names.Contains(Letters(meta.Name))).Select(meta => meta.Content);

    /// <summary>The name without the dots, colons, hyphens and capitals in which publishers differ.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
