using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Body;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// The date that a reader sees. A short line close to the headline is the date line; then a short line that is named or labelled as one;
/// then any short line; at last the first date in the text. Comments, sidebars and lists of other articles are left out.
/// </summary>
internal sealed class VisibleDate
{
    /// <summary>A date line is about this long at most; longer blocks are text that mentions a date.</summary>
    private const int LongestDateLine = 160;

    /// <summary>A date so far behind the beginning of a block is part of its story.</summary>
    private const int LongestSearch = 2_000;

    /// <summary>A place and a date at the start of a paragraph.</summary>
    private const int LongestDateline = 40;

    /// <summary>Shorter headings ("News") begin many titles by chance.</summary>
    private const int LongHeading = 20;

    /// <summary>How many blocks below and above the headline its date line stands.</summary>
    private const int BlocksBelow = 8, BlocksAbove = 2;

    private static readonly string[] DateNames = ["date", "time", "publi", "posted", "datum", "fecha", "meta", "byline", "submitted", "created", "stamp", "info", "author"];

    private static readonly string[] Labels =
    [
        "publish", "posted", "written", "updated", "last modified", "veröffentlicht", "erstellt", "stand", "aktualisiert", "datum", "geändert", "gepostet", "publié", "mis à jour",
        "le ", "publicado", "fecha", "actualizado", "pubblicato", "aggiornato", "gepubliceerd", "geplaatst", "atualizado", "eingestellt", "date",
    ];

    private readonly DatingContext context;
    private readonly PageFurniture furniture;
    private readonly IReadOnlyList<TextBlock> blocks;

    private readonly int headline;

    private VisibleDate(PageBlocks page, PageFurniture furniture, string title, DatingContext context)
    {
        this.context = context;
        this.furniture = furniture;
        blocks = page.Blocks;
        headline = Headline(title);
    }

    /// <summary>Reads the dates of a page.</summary>
    public static VisibleDate Of(PageBlocks page, PageFurniture furniture, string title, DatingContext context) => new(page, furniture, title, context);

    /// <summary>The date line below the headline or close above it, or null: nearly always the publication.</summary>
    public NewsTime? NearHeadline()
    {
        if (headline < 0)
        {
            return null;
        }

        var below = Enumerable.Range(headline, Math.Min(BlocksBelow + 1, blocks.Count - headline));
        var above = Enumerable.Range(1, Math.Min(BlocksAbove, headline)).Select(distance => headline - distance);
        return below.Concat(above).Select(i => InLine(blocks[i]) ?? AtStart(blocks[i])).FirstOrDefault(date => date is not null);
    }

    /// <summary>The best date of the rest of the page, or null if it shows none.</summary>
    public NewsTime? Anywhere() => FirstLine(IsNamedOrLabelled) ?? FirstLine(_ => true) ?? InText() ?? InMargin();

    /// <summary>The heading that is the page's title; where none is, its first main heading.</summary>
    private int Headline(string title)
    {
        var mainHeading = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading && IsTitle(blocks[i].Text, title))
            {
                return i;
            }

            mainHeading = mainHeading < 0 && blocks[i].Section.Element.LocalName == "h1" ? i : mainHeading;
        }

        return mainHeading;
    }

    /// <summary>Titles for machines are cut or carry the site's name; a heading that begins one is the headline all the same.</summary>
    private static bool IsTitle(string heading, string title) =>
        title.Length > 0 && (title.Equals(heading, StringComparison.OrdinalIgnoreCase)
            || (heading.Length >= LongHeading && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
            || (title.Length >= LongHeading && heading.StartsWith(title, StringComparison.OrdinalIgnoreCase)));

    private NewsTime? FirstLine(Func<TextBlock, bool> isWanted) =>
        blocks.Where(isWanted).Select(InLine).FirstOrDefault(date => date is not null);

    private NewsTime? InText() => blocks.Where(block => !BelongsToOthers(block)).Select(Date).FirstOrDefault(date => date is not null);

    /// <summary>Some layouts put the date line into a column beside the text; comments have dates of their own.</summary>
    private NewsTime? InMargin() => blocks
        .Where(block => block.Text.Length <= LongestDateLine && !MarkedDate.IsComment(block.Section.Element))
        .Select(Date)
        .FirstOrDefault(date => date is not null);

    private NewsTime? InLine(TextBlock block) => block.Text.Length <= LongestDateLine && !BelongsToOthers(block) ? Date(block) : null;

    /// <summary>A dateline: "(18.01.2018) Farmers fear …".</summary>
    private NewsTime? AtStart(TextBlock block) => block.Text.Length > LongestDateLine && !BelongsToOthers(block) ? Date(block.Text[..LongestDateline]) : null;

    private NewsTime? Date(TextBlock block) => Date(block.Text);

    private NewsTime? Date(string text) => WrittenDate.First(text[..Math.Min(text.Length, LongestSearch)], context.MonthFirst) is { } date && context.IsPlausibleOnPage(date) ? date : null;

    private bool IsNamedOrLabelled(TextBlock block) =>
        DateNames.Any(name => block.Section.Element.ClassName?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)
        || Labels.Any(label => block.Text.StartsWith(label, StringComparison.OrdinalIgnoreCase));

    private bool BelongsToOthers(TextBlock block) => furniture.CertainlyHolds(block.Section.Element);
}
