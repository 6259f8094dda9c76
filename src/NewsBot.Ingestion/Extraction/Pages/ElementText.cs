using System.Text;
using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Pages;

/// <summary>Small readings of elements that many steps share.</summary>
internal static class ElementText
{
    /// <summary>The element's text as one line: white space runs become one space.</summary>
    public static string Line(this INode node) => OneLine(node.TextContent);

    /// <summary>The text with every run of white space as one space and none at the ends.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Class names and id, in lower case, separated by blanks: what publishers call the element.</summary>
    public static string Names(this IElement element) =>
        ((element.ClassName ?? "") + " " + (element.Id ?? "")).Trim().ToLowerInvariant();
}
