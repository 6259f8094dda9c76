using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Takes out of the article's sections what is not its text: furniture, blocks of links, promotions and labels, the repeated headline
/// and byline at the head, headings that nothing follows.
/// </summary>
internal static class BodyCleaning
{
    /// <summary>A block that is nearly all link leads away from the article; a linked phrase with words around it is part of it.</summary>
    private const double MostLinks = 0.8;

    /// <summary>The headline stands among the first blocks of its section, or it is another one's.</summary>
    private const int HeadBlocks = 12;

    /// <summary>Shorter lines may well be said twice: a chorus, a recipe's step, "Yes."</summary>
    private const int ShortestRepeat = 120;

    /// <summary>The paragraphs that stay.</summary>
    public static IReadOnlyList<string> Clean(PageBlocks page, IReadOnlyList<Section> content, bool[] isFurniture, string title)
    {
        var kept = new List<TextBlock>();
        foreach (var section in content)
        {
            for (var i = section.First; i < section.End; i++)
            {
                if (!isFurniture[i] && page.Blocks[i].LinkShare <= MostLinks && !PromoLines.Matches(page.Blocks[i]))
                {
                    kept.Add(page.Blocks[i]);
                }
            }
        }

        DropHead(kept, title);
        DropRepeats(kept);
        DropEmptyHeadings(kept);
        return [.. kept.Select(block => block.Text)];
    }

    /// <summary>Everything down to the headline is the page's head: section names, dates, the headline itself.</summary>
    private static void DropHead(List<TextBlock> blocks, string title)
    {
        var headline = blocks.Take(HeadBlocks).Index().LastOrDefault(block => IsHeadline(block.Item, title), (-1, null!)).Index;
        if (headline >= 0 && !blocks.Take(headline).Any(block => block.IsProse && block.Text.Length > 100))
        {
            blocks.RemoveRange(0, headline + 1);
        }
    }

    private static bool IsHeadline(TextBlock block, string title) =>
        block.Section.Element.LocalName == "h1" || (title.Length > 0 && Same(block.Text, title));

    private static bool Same(string a, string b) => string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Templates show paragraphs twice: as a pull quote, or once for phones and once for desks.</summary>
    private static void DropRepeats(List<TextBlock> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        blocks.RemoveAll(block => block.Text.Length >= ShortestRepeat && !seen.Add(block.Text));
    }

    private static void DropEmptyHeadings(List<TextBlock> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            var isLast = i == blocks.Count - 1;
            if (blocks[i].Kind == BlockKind.Heading && isLast)
            {
                blocks.RemoveAt(i);
            }
        }
    }
}
