using NewsBot.Ingestion.Extraction.Sites;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>From the blocks of a page to the article's paragraphs: teasers out, main content found, cleaned.</summary>
/// <param name="Paragraphs">The paragraphs in reading order; empty where the page has no article text.</param>
/// <param name="IsTeaser">For each block of the page, whether it is a teaser of another article.</param>
internal sealed record ArticleBody(IReadOnlyList<string> Paragraphs, bool[] IsTeaser)
{
    /// <summary>With less text than this, in characters, the names on the page have misled the search.</summary>
    private const int TooLittle = 200;

    /// <summary>Reads the article. Where the publisher's names leave nothing, it is read once more without believing them.</summary>
    public static ArticleBody Read(PageBlocks page, PageFurniture furniture, string title, string? description)
    {
        var body = Read(page, furniture, furniture.Blocks, title, description);
        if (Length(body) >= TooLittle)
        {
            return body;
        }

        var unnamed = Read(page, furniture, new bool[page.Blocks.Count], title, description);
        return Length(unnamed) > 2 * Length(body) ? unnamed : body;
    }

    /// <summary>The same without the lines that recur on its site; nothing else changes.</summary>
    public ArticleBody Without(SiteLines site) => this with { Paragraphs = site.RemoveFrom(Paragraphs) };

    private static ArticleBody Read(PageBlocks page, PageFurniture furniture, bool[] named, string title, string? description)
    {
        var isTeaser = RepeatedCards.Of(page);
        var isOther = named.Zip(isTeaser, (byName, teaser) => byName || teaser).ToArray();
        PictureBoxes.Mark(page, isOther);
        var content = MainContent.Find(page, isOther);
        var paragraphs = BodyCleaning.Clean(page, content, isOther, title);
        var lead = LeadParagraphs.Find(page, furniture, content, title, description).Where(paragraph => !paragraphs.Contains(paragraph));
        return new ArticleBody([.. lead, .. paragraphs], isTeaser);
    }

    private static int Length(ArticleBody body) => body.Paragraphs.Sum(paragraph => paragraph.Length);
}
