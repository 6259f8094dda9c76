using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Archive;

/// <summary>The normal form of text in the archive.</summary>
public static class ArticleText
{
    /// <summary>
    /// What Unicode's stream-safe text format allows (UAX 15, section 13). Bringing marks into their order takes the square of their number, and no
    /// language puts more than a few on a letter.
    /// </summary>
    private const int MostMarks = 30;

    private const char FirstMark = '\u0300';

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n', '\t']);

    /// <summary>
    /// NFC, line ends as LF, no control characters (tab and LF stay) and no lone surrogates. Inner white space stays as it is, so that
    /// quotes can be checked to the letter; of combining marks in a row only the first 30 stay. Applying it twice changes nothing.
    /// </summary>
    public static string Normalise(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(PlainCharacters))
        {
            return text;
        }

        var cleaned = WithFewMarks(IsClean(text) ? text : WithoutControls(text));
        return cleaned.IsNormalized(NormalizationForm.FormC) ? cleaned : cleaned.Normalize(NormalizationForm.FormC);
    }

    private static string WithFewMarks(string text)
    {
        var kept = (StringBuilder?)null;
        var (marks, copied) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsSurrogate(text[i]) ? 2 : 1;
            marks = IsMark(text, i) ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                (kept ??= new StringBuilder(text.Length)).Append(text, copied, i - copied);
                copied = i + length;
            }

            i += length;
        }

        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsMark(string text, int at) =>
        text[at] >= FirstMark && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if ((char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or '\uFEFF')
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutControls(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                // CRLF is one line end; a lone CR, as old systems wrote it, is one too.
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    result.Append('\n');
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (!(char.IsControl(c) && c is not ('\n' or '\t')) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF' or '\uFEFF'))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
