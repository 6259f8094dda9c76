using System.Text;
using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Pages;

/// <summary>Small readings of elements that many steps share.</summary>
internal static class ElementText
{
    /// <summary>
    /// No title, name or date is longer. Elements may lie in each other with a whole page inside, so reading each to its end could take the square of the page's length.
    /// </summary>
    private const int LongestText = 4_000;

    /// <summary>The element's text as one line: white space runs become one space. Text beyond 4,000 characters is left out.</summary>
    public static string Line(this INode node)
    {
        var result = new StringBuilder();
        foreach (var text in node.Descendants<IText>())
        {
            result.Append(text.Data, 0, Math.Min(text.Data.Length, LongestText));
            if (result.Length >= LongestText)
            {
                break;
            }
        }

        return OneLine(result.ToString());
    }

    /// <summary>
    /// The element's text with a line end where two parts meet without a blank, as in a name and a role that only styles keep apart. Text beyond 4,000 characters is left out.
    /// </summary>
    public static string Parts(this INode node)
    {
        var result = new StringBuilder();
        foreach (var text in node.Descendants<IText>().TakeWhile(_ => result.Length < LongestText))
        {
            if (result.Length > 0 && text.Data.Length > 0 && !char.IsWhiteSpace(result[^1]) && !char.IsWhiteSpace(text.Data[0]))
            {
                result.Append('\n');
            }

            result.Append(text.Data, 0, Math.Min(text.Data.Length, LongestText));
        }

        return result.ToString().Trim();
    }

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
