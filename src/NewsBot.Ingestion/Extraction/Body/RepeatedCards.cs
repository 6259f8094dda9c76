namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Finds teasers of other articles by their shape: several small sections side by side, each with a linked headline and then a sentence or
/// two. Their sentences read like an article's, so only the repetition tells them apart; a publisher's names for them vary too much.
/// </summary>
internal static class RepeatedCards
{
    /// <summary>Fewer side by side may be parts of the article that happen to carry a link.</summary>
    private const int FewestCards = 3;

    /// <summary>More text than this is no teaser.</summary>
    private const int LongestCard = 600;

    private const double MostlyLink = 0.5;

    /// <summary>A shorter link above a text is the name of who wrote it, as in a forum's posts.</summary>
    private const int ShortestHeadline = 20;

    /// <summary>For each block of a page, whether it is part of a teaser.</summary>
    public static bool[] Of(PageBlocks page)
    {
        var isTeaser = new bool[page.Blocks.Count];
        var open = new Stack<Section>([page.Root]);
        while (open.TryPop(out var section))
        {
            var cards = section.Children.Count < FewestCards ? [] : section.Children.Where(child => IsCard(page, child)).ToList();
            if (cards.Count >= FewestCards)
            {
                cards.ForEach(card => Array.Fill(isTeaser, true, card.First, card.End - card.First));
            }

            foreach (var child in section.Children)
            {
                open.Push(child);
            }
        }

        return isTeaser;
    }

    private static bool IsCard(PageBlocks page, Section section)
    {
        var length = 0;
        var hasHeadline = false;
        var hasText = false;
        for (var i = section.First; i < section.End && length <= LongestCard; i++)
        {
            var block = page.Blocks[i];
            length += block.Text.Length;
            hasHeadline |= !hasText && block.LinkShare > MostlyLink && block.LinkLength >= ShortestHeadline;
            hasText |= block.IsProse;
        }

        return hasText && length <= LongestCard && (hasHeadline || BreaksOff(page, section));
    }

    /// <summary>A teaser's text is the beginning of another, cut off.</summary>
    private static bool BreaksOff(PageBlocks page, Section section) =>
        section.End - section.First > 1 && (page.Blocks[section.End - 1].Text.EndsWith('…') || page.Blocks[section.End - 1].Text.EndsWith("...", StringComparison.Ordinal));
}
