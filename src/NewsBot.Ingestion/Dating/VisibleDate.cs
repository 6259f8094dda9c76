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

    private static readonly string[] PublicationLabels = ["published", "posted", "created", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicat", "gepubliceerd", "geplaatst"];

    private static readonly string[] Labels =
    [
        "publish", "posted", "written", "updated", "last modified", "veröffentlicht", "erstellt", "stand", "aktualisiert", "datum", "geändert", "gepostet", "publié", "mis à jour",
        "le ", "publicado", "fecha", "actualizado", "pubblicato", "aggiornato", "gepubliceerd", "geplaatst", "atualizado", "eingestellt", "date",
    ];

    /// <summary>What stands behind these is another date than the page's: when a member joined, until when an offer holds.</summary>
    private static readonly string[] OtherLabels =
    [
        "joined", "registered", "member since", "registriert", "mitglied seit", "dabei seit", "beigetreten", "inscrit", "inscription", "registrado", "miembro desde", "iscritto", "lid sinds",
        "geregistreerd", "born", "geboren", "valid until", "expires", "deadline", "gültig bis", "anmeldeschluss",
    ];

    private static readonly string[] ChangeLabels =
    [
        "updated", "update:", "modified", "edited", "mis à jour", "mise à jour", "modifié", "aktualisiert", "geändert", "überarbeitet", "actualizad", "aggiornat", "atualizad", "bijgewerkt", "gewijzigd", "stand:",
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

    /// <summary>The date line below the headline or close above it, or null: nearly always the publication. A line that tells of a change is passed over.</summary>
    /// <param name="orInText">Whether the date with which a paragraph begins will do too: "(18.01.2018) Farmers fear …".</param>
    public NewsTime? NearHeadline(bool orInText)
    {
        if (headline < 0)
        {
            return null;
        }

        var below = Enumerable.Range(headline, Math.Min(BlocksBelow + 1, blocks.Count - headline));
        var above = Enumerable.Range(1, Math.Min(BlocksAbove, headline)).Select(distance => headline - distance);
        return below.Concat(above).Select(i => InLine(blocks[i], BeforeChange) ?? (orInText ? AtStart(blocks[i]) : null)).FirstOrDefault(date => date is not null);
    }

    /// <summary>The line without what it says of its last change: "2 May 2024, updated 3 May 2024", "Updated 3 May 2024. Published 2 May 2024".</summary>
    private static string BeforeChange(string line)
    {
        var change = ChangeLabels.Select(label => line.IndexOf(label, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (change < 0)
        {
            return line;
        }

        var publication = PublicationLabels.Select(label => line.IndexOf(label, change + 1, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        return publication < 0 ? line[..change] : line[..change] + line[publication..];
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

    /// <summary>Titles for machines are cut or carry the site's name, and headings begin with a kicker; they are the headline all the same.</summary>
    private static bool IsTitle(string heading, string title) =>
        title.Length > 0 && (title.Equals(heading, StringComparison.OrdinalIgnoreCase)
            || (heading.Length >= LongHeading && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
            || (title.Length >= LongHeading && (heading.StartsWith(title, StringComparison.OrdinalIgnoreCase) || heading.EndsWith(title, StringComparison.OrdinalIgnoreCase))));

    private NewsTime? FirstLine(Func<TextBlock, bool> isWanted) => blocks.Index()
        .Where(block => isWanted(block.Item))
        .Select(block => InLine(block.Item, static line => line) is { } date && !IsTodayInHead(block.Index, date) ? date : (NewsTime?)null)
        .FirstOrDefault(date => date is not null);

    /// <summary>Papers print the day of reading on top of every page.</summary>
    private bool IsTodayInHead(int block, NewsTime date) => block < headline && date.Day == DateOnly.FromDateTime(context.FetchedAt.Date);

    private NewsTime? InText() => blocks.Where(block => !BelongsToOthers(block)).Select(Date).FirstOrDefault(date => date is not null);

    /// <summary>Some layouts put the date line into a column beside the text; comments have dates of their own.</summary>
    private NewsTime? InMargin() => blocks
        .Where(block => block.Text.Length <= LongestDateLine && !MarkedDate.IsComment(block.Section.Element))
        .Select(Date)
        .FirstOrDefault(date => date is not null);

    private NewsTime? InLine(TextBlock block, Func<string, string> part) =>
        block.Text.Length <= LongestDateLine && !BelongsToOthers(block) && !TellsOther(block.Text) ? Date(part(block.Text)) : null;

    private static bool TellsOther(string line) => OtherLabels.Any(label => line.AsSpan().TrimStart(" •·|-–—").StartsWith(label, StringComparison.OrdinalIgnoreCase));

    private NewsTime? AtStart(TextBlock block) => block.Text.Length > LongestDateLine && !BelongsToOthers(block) ? Date(block.Text[..LongestDateline]) : null;

    private NewsTime? Date(TextBlock block) => TellsOther(block.Text) ? null : Date(block.Text);

    private NewsTime? Date(string text) => WrittenDate.First(text[..Math.Min(text.Length, LongestSearch)], context.MonthFirst) is { } date && context.IsPlausibleOnPage(date) ? date : null;

    private bool IsNamedOrLabelled(TextBlock block) =>
        DateNames.Any(name => block.Section.Element.ClassName?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)
        || Labels.Any(label => block.Text.StartsWith(label, StringComparison.OrdinalIgnoreCase));

    private bool BelongsToOthers(TextBlock block) => furniture.CertainlyHolds(block.Section.Element);
}
