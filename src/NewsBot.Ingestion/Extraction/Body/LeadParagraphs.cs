using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Finds the article's lead where the layout puts it beside the headline instead of into the body: full sentences without links between headline
/// and text. Names that otherwise mean other articles ("teaser", "intro") mean the article itself there.
/// </summary>
internal static class LeadParagraphs
{
    /// <summary>Shorter lines between headline and text are labels, dates and subtitles.</summary>
    private const int ShortestLead = 70;

    /// <summary>A line as long as this says more than a subtitle does.</summary>
    private const int LongSubtitle = 140;

    /// <summary>Letters that a line and the description share at least.</summary>
    private const int ShortestTold = 40;

    /// <summary>More text is a text of its own.</summary>
    private const int LongestLead = 900;

    /// <summary>Between headline and text stand a byline, a date, buttons, a picture's caption.</summary>
    private const int MostBlocksBetween = 25;

    /// <summary>How far out a caption or a box may be named.</summary>
    private const int NamedWithin = 4;

    private static readonly string[] LeadNames =
    [
        "lead", "intro", "teaser", "summary", "excerpt", "abstract", "chapo", "perex", "sommario", "entradilla", "bajada", "vorspann", "header",
    ];

    private static readonly string[] OtherNames = ["caption", "credit", "photo", "figure", "gallery", "image", "author", "bio", "cookie", "related", "comment", "newsletter", "alert", "promo", "share", "social", "banner", "breadcrumb"];

    /// <summary>The lead's paragraphs, in reading order; usually none or one.</summary>
    /// <param name="page">The page's blocks.</param>
    /// <param name="furniture">Which of them are furniture.</param>
    /// <param name="content">The article's sections.</param>
    /// <param name="title">The headline.</param>
    /// <param name="description">What the page tells machines that the article is about; a line that repeats it is the lead, whatever it is called.</param>
    public static IReadOnlyList<string> Find(PageBlocks page, PageFurniture furniture, IReadOnlyList<Section> content, string title, string? description)
    {
        var told = Letters(description ?? "");
        var first = content[0].First;
        var headline = Headline(page, first, title);
        if (headline < 0)
        {
            return [];
        }

        var lead = Enumerable.Range(headline + 1, first - headline - 1).Where(i => IsLead(page.Blocks[i], furniture.Blocks[i], furniture) || IsTold(page.Blocks[i], told, furniture)).Select(i => page.Blocks[i].Text).ToList();
        return lead.Sum(paragraph => paragraph.Length) <= LongestLead ? lead : [];
    }

    /// <summary>The nearest headline above the text.</summary>
    private static int Headline(PageBlocks page, int first, string title)
    {
        for (var i = first - 1; i >= Math.Max(0, first - MostBlocksBetween); i--)
        {
            var block = page.Blocks[i];
            if (block.Kind == BlockKind.Heading && (block.Section.Element.LocalName == "h1" || (title.Length > 0 && block.Text == title)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLead(TextBlock block, bool isFurniture, PageFurniture furniture) =>
        block is { LinkLength: 0, IsProse: true, Kind: BlockKind.Paragraph, EndsAsSentence: true, Text.Length: >= ShortestLead }
        && !PromoLines.Matches(block)
        && !Byline.Begins(block.Text)
        && !furniture.CertainlyHolds(block.Section.Element)
        && !IsNamed(block, OtherNames)
        && (!isFurniture || IsNamed(block, LeadNames));

    /// <summary>Descriptions are often cut off, or go on behind the lead.</summary>
    private static bool IsTold(TextBlock block, string told, PageFurniture furniture) =>
        block.Text.Length >= LongSubtitle && told.Length >= ShortestTold && Letters(block.Text) is { Length: >= ShortestTold } letters
        && (told.StartsWith(letters, StringComparison.OrdinalIgnoreCase) || letters.StartsWith(told, StringComparison.OrdinalIgnoreCase))
        && !furniture.CertainlyHolds(block.Section.Element);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static bool IsNamed(TextBlock block, string[] names) => block.Section.Ancestors().Prepend(block.Section).Take(NamedWithin).Any(section =>
        names.Any(name => section.Element.LocalName.Contains(name, StringComparison.Ordinal) || section.Element.ClassName?.Contains(name, StringComparison.OrdinalIgnoreCase) == true));
}
