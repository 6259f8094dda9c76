using NewsBot.Ingestion.Dating;
using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Takes out of the article's sections what is not its text: furniture, blocks of links, promotions and labels, the repeated headline
/// and byline at the head, headings that nothing follows.
/// </summary>
internal static class BodyCleaning
{
    /// <summary>A block that is nearly all link leads away from the article; a linked phrase with words around it is part of it.</summary>
    private const double MostLinks = 0.8;

    /// <summary>A byline or date line is no longer than this.</summary>
    private const int LongestHeadLine = 80;

    /// <summary>The headline stands among the first blocks of its section, or it is another one's.</summary>
    private const int HeadBlocks = 12;

    /// <summary>Shorter lines may well be said twice: a chorus, a recipe's step, "Yes."</summary>
    private const int ShortestRepeat = 120;

    /// <summary>A label above a list is a few words.</summary>
    private const int LongestLabel = 50;

    /// <summary>The paragraphs that stay.</summary>
    public static IReadOnlyList<string> Clean(PageBlocks page, IReadOnlyList<Section> content, bool[] isFurniture, string title)
    {
        var kept = new List<TextBlock>();
        foreach (var section in content)
        {
            var isPromotedList = false;
            for (var i = section.First; i < section.End; i++)
            {
                var block = page.Blocks[i];
                var isPromo = PromoLines.Matches(block);
                isPromotedList = isPromo ? IsLabel(block) : isPromotedList && block.Kind == BlockKind.ListItem;
                if (!isFurniture[i] && block.LinkShare <= MostLinks && !isPromo && !isPromotedList && block.Text.Any(char.IsLetterOrDigit))
                {
                    kept.Add(block);
                }
            }
        }

        DropHead(kept, title);
        DropRepeats(kept);
        DropEmptyHeadings(kept);
        return [.. kept.Select(block => block.Text)];
    }

    /// <summary>"More great stories" stands above a list of them, linked or not.</summary>
    private static bool IsLabel(TextBlock block) => block.Text.Length <= LongestLabel && !block.EndsAsSentence;

    /// <summary>Everything down to the headline is the page's head: section names, dates, the headline itself.</summary>
    private static void DropHead(List<TextBlock> blocks, string title)
    {
        var headline = blocks.Take(HeadBlocks).Index().LastOrDefault(block => IsHeadline(block.Item, title), (-1, null!)).Index;
        if (headline >= 0 && !blocks.Take(headline).Any(block => block.IsProse && block.Text.Length > 100))
        {
            blocks.RemoveRange(0, headline + 1);
        }

        var lines = 0;
        while (lines < blocks.Count - 1 && IsHeadLine(blocks[lines].Text))
        {
            lines++;
        }

        blocks.RemoveRange(0, lines);
    }

    /// <summary>A byline or a date line that no name marks.</summary>
    private static bool IsHeadLine(string text) =>
        text.Length <= LongestHeadLine && !text.EndsWith('.') && (Byline.Begins(text) || WrittenDate.First(text, monthFirst: false) is not null);

    private static bool IsHeadline(TextBlock block, string title) =>
        block.Section.Element.LocalName == "h1" || (title.Length > 0 && block.Text.Length < title.Length + LongestHeadLine && BeginsWith(block.Text, title));

    /// <summary>Old layouts put headline and byline into one block.</summary>
    private static bool BeginsWith(string text, string title) => Letters(title) is { Length: > 0 } letters && Letters(text).StartsWith(letters, StringComparison.OrdinalIgnoreCase);

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
