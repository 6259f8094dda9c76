using System.Text;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// The text of a page as blocks in reading order, and the tree of sections that holds them. One walk over the page; the tree is not
/// changed. Sections that look like page furniture are marked, not left out, so that later steps can overrule a misleading name.
/// </summary>
internal sealed class PageBlocks
{
    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "tfoot", "thead", "tr", "ul", "caption", "picture", "search", "hgroup",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "button", "select", "input", "textarea", "head", "canvas",
        "audio", "video", "map", "title", "noembed", "noframes", "label", "option", "datalist", "progress", "meter", "rt", "rp",
    };

    private readonly List<TextBlock> blocks = [];
    private readonly StringBuilder text = new();
    private int linkLength;
    private int linkDepth;
    private int breaks;

    private PageBlocks(IElement root)
    {
        Root = new Section(root, null, 0);
        Walk(root, Root);
        EndBlock(Root);
        Root.End = blocks.Count;
    }

    /// <summary>All blocks in reading order.</summary>
    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>The section of the page's body, around all others.</summary>
    public Section Root { get; }

    /// <summary>Reads the blocks of a page, or null for a document without a body, such as a frameset.</summary>
    public static PageBlocks? Read(HtmlPage page) => page.Document.Body is { LocalName: "body" } body ? new PageBlocks(body) : null;

    private void Walk(INode node, Section section)
    {
        // Not by NextSibling, which searches the parent's list anew each time.
        foreach (var child in node.ChildNodes)
        {
            if (child is IText data)
            {
                Append(data.Data);
            }
            else if (child is IElement element && !Unread.Contains(element.LocalName))
            {
                WalkElement(element, section);
            }
        }
    }

    private void WalkElement(IElement element, Section section)
    {
        switch (element.LocalName)
        {
            case "br":
                Break(section);
                return;
            case "td" or "th" when IsDataCell(element):
                SeparateCell();
                Walk(element, section);
                return;
            case "a":
                linkDepth++;
                WalkBlockOrInline(element, section);
                linkDepth--;
                return;
            default:
                WalkBlockOrInline(element, section);
                return;
        }
    }

    private void WalkBlockOrInline(IElement element, Section section)
    {
        var furniture = FurnitureNames.Judge(element);
        if (furniture == Furniture.None && !BlockElements.Contains(element.LocalName) && element.LocalName is not ("td" or "th"))
        {
            Walk(element, section);
            return;
        }

        EndBlock(section);
        var inner = new Section(element, section, blocks.Count) { Furniture = furniture };
        section.Children.Add(inner);
        Walk(element, inner);
        EndBlock(inner);
        inner.End = blocks.Count;
    }

    /// <summary>A cell that holds blocks of its own lays a page out; one that holds a phrase is data.</summary>
    private static bool IsDataCell(IElement cell)
    {
        foreach (var child in cell.Children)
        {
            if (BlockElements.Contains(child.LocalName) || child.LocalName == "br")
            {
                return false;
            }
        }

        return true;
    }

    private void Append(string data)
    {
        foreach (var c in data)
        {
            if (c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD')
            {
                // Hints to the typesetter, which no reader sees and no search finds.
            }
            else if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
                linkLength += linkDepth > 0 ? 1 : 0;
                breaks = 0;
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
                linkLength += linkDepth > 0 ? 1 : 0;
            }
        }
    }

    private void Break(Section section)
    {
        breaks++;
        if (breaks > 1)
        {
            EndBlock(section);
        }
        else
        {
            Append(" ");
        }
    }

    private void SeparateCell()
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 0)
        {
            text.Append(" | ");
        }
    }

    private void EndBlock(Section section)
    {
        var line = text.ToString().Trim();
        if (line.Length > 0)
        {
            blocks.Add(new TextBlock(line, Math.Min(linkLength, line.Length), KindOf(section), section));
        }

        text.Clear();
        linkLength = 0;
        breaks = 0;
    }

    private static BlockKind KindOf(Section section) => section.Element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dd" or "dt" => BlockKind.ListItem,
        "tr" => BlockKind.TableRow,
        _ => section.Parent?.Element.LocalName switch
        {
            "li" => BlockKind.ListItem,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
            _ => BlockKind.Paragraph,
        },
    };
}
