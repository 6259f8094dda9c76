using System.Net;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Ingestion.Feeds;

/// <summary>Makes an article of a feed's entry from what the feed itself carries.</summary>
internal static class FeedArticle
{
    /// <summary>The name and version of this way of reading.</summary>
    public const string Version = "feed/1";

    /// <summary>The article, or why the entry is none.</summary>
    public static ExtractionResult Read(FeedEntry entry, Feed feed)
    {
        var html = entry.Content ?? entry.Summary;
        if (html is null)
        {
            return new ExtractionResult.NotAnArticle("the entry carries no text; ingest the feed by its address, so that the linked page can be read");
        }

        var text = ArticleText.Normalise(TextOf(html, entry));
        return text.Length == 0
            ? new ExtractionResult.NotAnArticle("the entry's text is empty; ingest the linked page itself")
            : new ExtractionResult.Extracted(WellFormedMetadata.Of(new ArticleContent
            {
                Title = entry.Title,
                Text = text,
                Url = entry.Link,
                Authors = entry.Authors,
                Source = feed.Title,
                Published = entry.Published,
                Modified = entry.Updated,
                Language = entry.Language ?? feed.Language,
                IsTruncated = entry.Content is null,
                Extractor = Version,
            }));
    }

    /// <summary>The article of a linked page, with what only the feed says of it.</summary>
    public static ArticleContent Complete(ArticleContent page, FeedEntry entry, Feed feed) => WellFormedMetadata.Of(page with
    {
        Title = page.Title.Length > 0 ? page.Title : entry.Title,
        Authors = page.Authors.Count > 0 ? page.Authors : entry.Authors,
        Source = page.Source ?? feed.Title,
        Published = page.Published ?? entry.Published,
        Modified = page.Modified ?? entry.Updated,
        Language = page.Language ?? entry.Language ?? feed.Language,
    });

    /// <summary>A full text is read like a page, so that share buttons and invitations go; a short one is taken as it is.</summary>
    private static string TextOf(string html, FeedEntry entry)
    {
        var plain = FeedText.TextOf(html);
        if (entry.Content is null)
        {
            return plain;
        }

        var page = $"<html><head><title>{WebUtility.HtmlEncode(entry.Title)}</title></head><body><article><h1>{WebUtility.HtmlEncode(entry.Title)}</h1>{html}</article></body></html>";
        var document = new Document
        {
            Bytes = System.Text.Encoding.UTF8.GetBytes(page),
            ContentType = "text/html; charset=utf-8",
            FetchedAt = DateTimeOffset.UnixEpoch,
            Name = entry.Title,
        };

        // An extractor that keeps less than half has taken the text for something else.
        return HtmlExtractor.Extract(document) is ExtractionResult.Extracted { Article.Text: var read } && read.Length * 2 > plain.Length ? read : plain;
    }
}
