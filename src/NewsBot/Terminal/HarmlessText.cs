using System.Globalization;
using System.Text;

namespace NewsBot.Terminal;

/// <summary>
/// Article text on a terminal: control characters (escape sequences among them) and characters that change the direction of
/// the text around them are left out, line ends become spaces.
/// </summary>
internal static class HarmlessText
{
    /// <summary>The text on one line, without anything that a terminal would obey.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                result.Append(' ');
            }
            else if (IsHarmless(rune))
            {
                result.Append(rune);
            }
        }

        return result.ToString();
    }

    /// <summary>The text with its paragraphs, without anything else that a terminal would obey.</summary>
    public static string Paragraphs(string text) => string.Join('\n', text.Split('\n').Select(OneLine));

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
