using System.Text;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// The words of a heading without what its layout sets above or beside them: the kicker, the section, a date, a label for subscribers. Parts that only
/// styles keep apart are separated by a blank.
/// </summary>
internal static class HeadlineText
{
    /// <summary>What publishers call the line above a headline; these words mean nothing else, wherever in a name they stand.</summary>
    private static readonly string[] KickerNames =
        ["kicker", "dachzeile", "overline", "topline", "roofline", "toptitle", "supertitle", "suptitle", "pretitle", "eyebrow", "spitzmarke", "antetitulo", "surtitre", "occhiello", "subheadline"];

    /// <summary>Words that are labels only where they are words of their own.</summary>
    private static readonly string[] LabelNames = ["label", "badge", "rubric", "rubrik", "hidden", "sr-only"];

    /// <summary>The headline as one line; a heading that is nothing but such parts is read whole.</summary>
    public static string Of(IElement heading)
    {
        var text = new StringBuilder();
        Append(heading.QuerySelector("[itemprop~=headline]") ?? heading, text);
        var line = ElementText.OneLine(text.ToString()).Trim(' ', ':');
        return line.Length > 0 ? line : heading.Line();
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText { Data: var data })
            {
                text.Append(text.Length == 0 ? data.TrimStart() : data).Replace("\u00AD", "");
            }
            else if (child is IElement { LocalName: "br" })
            {
                text.Append(' ');
            }
            else if (child is IElement element && !IsLabel(element) && !(element.LocalName == "small" && text.Length == 0))
            {
                var isPart = !IsInline(element);
                text.Append(isPart ? " " : "");
                Append(element, text);
                text.Append(isPart ? " " : "");
            }
        }
    }

    /// <summary>Emphasis may begin inside a word; other elements hold parts.</summary>
    private static bool IsInline(IElement element) => element.LocalName is "em" or "i" or "b" or "strong" or "u" or "sup" or "sub" or "a" or "font" or "mark" or "small" or "abbr" or "q" or "bdi"
        || (element.LocalName == "span" && element.ClassName is null);

    private static bool IsLabel(IElement element) => element.LocalName is "time" or "script" or "style" or "svg" or "button"
        || (element.ClassName is { } names && (KickerNames.Any(kicker => names.Contains(kicker, StringComparison.OrdinalIgnoreCase)) || names.Split(' ').Any(name => LabelNames.Any(label => Holds(name, label)))));

    /// <summary>Whether a class name has the word: "article__kicker", "headlineKicker".</summary>
    private static bool Holds(string name, string label)
    {
        var at = name.IndexOf(label, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsAsciiLetter(name[at - 1]) || char.IsAsciiLetterUpper(name[at]))
            && (at + label.Length == name.Length || !char.IsAsciiLetterLower(name[at + label.Length]));
    }
}
