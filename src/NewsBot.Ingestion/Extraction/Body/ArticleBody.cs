namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>From a page to the article's paragraphs: blocks, furniture, main content, and what is left of it after cleaning.</summary>
internal static class ArticleBody
{
    /// <summary>The paragraphs in reading order; empty where the page has no article text.</summary>
    public static IReadOnlyList<string> Read(PageBlocks blocks, PageFurniture furniture, string title)
    {
        var isFurniture = (bool[])furniture.Blocks.Clone();
        RepeatedCards.Mark(blocks, isFurniture);
        var content = MainContent.Find(blocks, isFurniture);
        return BodyCleaning.Clean(blocks, content, isFurniture, title);
    }
}
