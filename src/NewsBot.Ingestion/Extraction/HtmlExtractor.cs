using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Dating;
using NewsBot.Ingestion.Extraction.Body;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Extraction.Metadata;
using NewsBot.Ingestion.Extraction.Pages;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Extraction.Syndication;

namespace NewsBot.Ingestion.Extraction;

/// <summary>
/// Reads the article out of a web page: its text without the page around it, and what the page says about it.
/// Stateless; may be called from several threads.
/// </summary>
public static class HtmlExtractor
{
    /// <summary>The name and version of this way of reading; articles made by an older one can be read again.</summary>
    public const string Version = "html/2";

    /// <summary>The article, or why the page is none, by the page alone. Never throws on account of what a page contains.</summary>
    public static ExtractionResult Extract(Document document) => Extract(document, KnownBoilerplate.None);

    /// <summary>
    /// The article without the lines that are known to recur on its site, or why the page is none. Never throws on account of what a page contains.
    /// </summary>
    public static ExtractionResult Extract(Document document, KnownBoilerplate boilerplate)
    {
        try
        {
            return Read(document, boilerplate);
        }
        catch (RegexMatchTimeoutException)
        {
            return new ExtractionResult.NotAnArticle("reading the page took too long; try again when the machine is less busy, or save the page as text and ingest that");
        }
    }

    private static ExtractionResult Read(Document document, KnownBoilerplate boilerplate)
    {
        if (document.Bytes.Length == 0)
        {
            return new ExtractionResult.NotAnArticle("the file is empty; fetch it again");
        }

        if (PageLimits.WhyRefused(document.Bytes.AsSpan()) is { } size)
        {
            return new ExtractionResult.NotAnArticle(size);
        }

        if (TextDecoder.Decode(document.Bytes, document.ContentType) is not { } html)
        {
            return new ExtractionResult.NotAnArticle("the file is binary, not a web page; check what it is and rename it");
        }

        if (PageLimits.WhyRefused(html) is { } limit)
        {
            return new ExtractionResult.NotAnArticle(limit);
        }

        using var page = HtmlPage.Parse(html, document.Url);
        if (PageBlocks.Read(page) is not { } blocks)
        {
            return new ExtractionResult.NotAnArticle("the page is a frame without text; give the address of the page inside it");
        }

        var furniture = PageFurniture.Of(blocks);
        var data = StructuredData.Read(page);
        var metadata = PageMetadata.Read(page, data, blocks, furniture);
        var dates = PageDates.Read(page, data, blocks, furniture, metadata.Title, document.FetchedAt);
        var site = boilerplate.On(page.Address?.AbsoluteUri ?? metadata.Url);
        var body = ArticleBody.Read(blocks, furniture, metadata.Title, Description(page, data)).Without(site);
        if (ArticleCheck.WhyNot(page, blocks, body, metadata.Title) is { } reason)
        {
            return new ExtractionResult.NotAnArticle(reason);
        }

        var (paragraphs, note) = AuthorNote.Read(body.Paragraphs, metadata.Authors, blocks);
        var text = ArticleText.Normalise(string.Join("\n\n", paragraphs));
        return new ExtractionResult.Extracted(WellFormedMetadata.Of(new ArticleContent
        {
            Title = metadata.Title,
            Text = text,
            Url = metadata.Url,
            Authors = metadata.Authors,
            Source = metadata.Source,
            Published = dates.Published?.Time,
            Modified = dates.Modified?.Time,
            Language = LanguageGuess.Settle(metadata.Language, text),
            SyndicatedFrom = SyndicationReader.Read(page, blocks, furniture, metadata, paragraphs),
            Section = metadata.Section,
            Tags = metadata.Tags,
            AuthorNote = note,
            IsTruncated = Truncation.IsTruncated(paragraphs, blocks, data),
            Extractor = site.NameOf(Version),
        }));
    }

    /// <summary>What the article is about, as the page tells machines.</summary>
    private static string? Description(HtmlPage page, StructuredData data) => page.Meta("og:description", "description", "twitter:description") ?? data.Text("description");
}
