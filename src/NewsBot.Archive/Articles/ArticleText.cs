using System.Buffers;
using System.Text;

namespace NewsBot.Archive;

/// <summary>The normal form of text in the archive.</summary>
public static class ArticleText
{
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n', '\t']);

    /// <summary>
    /// NFC, line ends as LF, no control characters (tab and LF stay) and no lone surrogates. Inner white space stays as it is, so that
    /// quotes can be checked to the letter. Applying it twice changes nothing.
    /// </summary>
    public static string Normalise(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(PlainCharacters))
        {
            return text;
        }

        var cleaned = IsClean(text) ? text : WithoutControls(text);
        return cleaned.IsNormalized(NormalizationForm.FormC) ? cleaned : cleaned.Normalize(NormalizationForm.FormC);
    }

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
