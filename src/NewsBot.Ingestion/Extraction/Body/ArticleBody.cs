using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>From a page to the article's paragraphs: blocks, furniture, main content, and what is left of it after cleaning.</summary>
internal static class ArticleBody
{
    /// <summary>The paragraphs in reading order; empty where the page has no article text.</summary>
    public static IReadOnlyList<string> Read(HtmlPage page, string title)
    {
        if (page.Document.Body is not { } body)
        {
            return [];
        }

        var blocks = PageBlocks.Read(body);
        var furniture = PageFurniture.Mark(blocks);
        RepeatedCards.Mark(blocks, furniture);
        var content = MainContent.Find(blocks, furniture);
        return BodyCleaning.Clean(blocks, content, furniture, title);
    }
}
