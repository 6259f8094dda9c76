using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Finds pictures with their captions where no name tells: a small section that begins with a picture and whose few words are in no
/// paragraph of their own.
/// </summary>
internal static class PictureBoxes
{
    /// <summary>A caption and its credit are no longer than this.</summary>
    private const int LongestCaption = 250;

    /// <summary>A caption, a credit, a date.</summary>
    private const int MostBlocks = 3;

    /// <summary>Marks the captions among the blocks.</summary>
    public static void Mark(PageBlocks page, bool[] isFurniture)
    {
        var open = new Stack<Section>([page.Root]);
        while (open.TryPop(out var section))
        {
            if (IsPictureBox(page, section))
            {
                Array.Fill(isFurniture, true, section.First, section.End - section.First);
                continue;
            }

            section.Children.ForEach(open.Push);
        }
    }

    private static bool IsPictureBox(PageBlocks page, Section section)
    {
        var count = section.End - section.First;
        return count is > 0 and <= MostBlocks
            && section.Element.LocalName is not ("p" or "li" or "body")
            && Enumerable.Range(section.First, count).All(i => IsCaption(page.Blocks[i]))
            && Enumerable.Range(section.First, count).Sum(i => page.Blocks[i].Text.Length) <= LongestCaption
            && BeginsWithPicture(section.Element);
    }

    private static bool IsCaption(TextBlock block) => block.Kind == BlockKind.Paragraph && block.Section.Element.LocalName != "p" && block.LinkLength == 0;

    private static bool BeginsWithPicture(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement { LocalName: "img" or "picture" or "video" or "amp-img" })
            {
                return true;
            }

            if (child is IText { Data: var data } ? !string.IsNullOrWhiteSpace(data) : child is IElement && child.HasChildNodes)
            {
                return child is IElement && BeginsWithPicture(child);
            }
        }

        return false;
    }
}
