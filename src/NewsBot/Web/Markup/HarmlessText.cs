using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsBot.Web.Markup;

/// <summary>
/// Text of articles and questions as a page shows it: encoded, without characters that turn the direction of the text around them
/// (a reader would see other words than were cited), and with U+FFFD for control characters that HTML does not allow.
/// </summary>
internal static class HarmlessText
{
    // Embeddings, overrides and isolates. The marks U+200E and U+200F stay: they order neutral characters and cannot disguise a word.
    private const string DirectionControls = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    // Letters of every script stay as they are: pages are UTF-8, and entities would make a Japanese page six times as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(IsForbiddenControl), .. DirectionControls]);

    /// <summary>Appends text in its encoded form.</summary>
    public static void AppendEncoded(StringBuilder target, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            target.Append(Encoder.Encode(text.ContainsAny(Unwanted) ? WithoutUnwanted(text) : text.ToString()));
        }
    }

    private static string WithoutUnwanted(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!DirectionControls.Contains(c))
            {
                result.Append(IsForbiddenControl(c) ? '\uFFFD' : c);
            }
        }

        return result.ToString();
    }

    private static bool IsForbiddenControl(char c) => char.IsControl(c) && c is not ('\n' or '\t' or '\r');
}
