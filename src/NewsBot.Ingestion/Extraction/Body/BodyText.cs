using System.Text;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Writes a tree as text: every block becomes a paragraph of one line, joined by blank lines; two line breaks in a row separate
/// paragraphs too; a table's row is one line with its cells separated by " | ".
/// </summary>
internal sealed class BodyText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "button", "select", "input", "textarea", "head", "canvas", "audio", "video",
    };

    private readonly List<string> paragraphs = [];
    private readonly StringBuilder current = new();
    private int breaks;

    /// <summary>The text of the tree below a node, or null if there is none.</summary>
    public static string? Of(INode node)
    {
        var text = new BodyText();
        text.Write(node);
        text.EndParagraph();
        return text.paragraphs.Count == 0 ? null : string.Join("\n\n", text.paragraphs);
    }

    private void Write(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                Append(text.Data);
            }
            else if (child is IElement element && !Unseen.Contains(element.LocalName))
            {
                WriteElement(element);
            }
        }
    }

    private void WriteElement(IElement element)
    {
        if (element.LocalName == "br")
        {
            Break();
        }
        else if (element.LocalName is "td" or "th")
        {
            SeparateCell();
            Write(element);
        }
        else if (Blocks.Contains(element.LocalName))
        {
            EndParagraph();
            Write(element);
            EndParagraph();
        }
        else
        {
            Write(element);
        }
    }

    private void Append(string data)
    {
        foreach (var c in data)
        {
            if (!char.IsWhiteSpace(c))
            {
                current.Append(c);
                breaks = 0;
            }
            else if (current.Length > 0 && current[^1] != ' ')
            {
                current.Append(' ');
            }
        }
    }

    private void Break()
    {
        breaks++;
        if (breaks > 1)
        {
            EndParagraph();
        }
        else if (current.Length > 0 && current[^1] != ' ')
        {
            current.Append(' ');
        }
    }

    private void SeparateCell()
    {
        if (current.Length > 0 && current.ToString().Trim() is { Length: > 0 } row)
        {
            current.Clear().Append(row).Append(" | ");
        }
    }

    private void EndParagraph()
    {
        var paragraph = current.ToString().Trim();
        if (paragraph.Length > 0)
        {
            paragraphs.Add(paragraph);
        }

        current.Clear();
        breaks = 0;
    }
}
