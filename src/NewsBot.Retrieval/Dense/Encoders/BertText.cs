using System.Globalization;
using System.Text;

namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>
/// Splits a text into the words of a BERT tokenizer (Devlin et al. 2019, as the models' own tokenizers do it): control characters dropped, lower case without
/// accents, each CJK character and each punctuation mark a word of its own. Takes any text, lone surrogates included.
/// </summary>
internal static class BertText
{
    public static IEnumerable<string> Words(string text, bool lowerCase)
    {
        var cleaned = Clean(text);
        if (lowerCase)
        {
            cleaned = WithoutAccents(cleaned);
        }

        var word = new StringBuilder();
        foreach (var rune in cleaned.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (isSpace || IsPunctuation(rune))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                if (!isSpace)
                {
                    yield return rune.ToString();
                }
            }
            else
            {
                word.Append((lowerCase ? Rune.ToLowerInvariant(rune) : rune).ToString());
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDropped(rune))
            {
                continue;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                cleaned.Append(' ');
            }
            else if (IsIdeograph(rune.Value))
            {
                cleaned.Append(' ').Append(rune.ToString()).Append(' ');
            }
            else
            {
                cleaned.Append(rune.ToString());
            }
        }

        return cleaned.ToString();
    }

    /// <summary>Character by character: a text with a code point that Unicode has not assigned cannot be decomposed as a whole.</summary>
    private static string WithoutAccents(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned)
            {
                kept.Append(rune.ToString());
            }
            else
            {
                AppendBase(rune, kept);
            }
        }

        return kept.ToString();
    }

    private static void AppendBase(Rune rune, StringBuilder kept)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                kept.Append(part.ToString());
            }
        }
    }

    /// <summary>Lone surrogates are read as U+FFFD.</summary>
    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        0 or 0xFFFD => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate,
    };

    /// <summary>Of ASCII every printable character that is no letter and no digit, "$" and "+" included.</summary>
    private static bool IsPunctuation(Rune rune) => rune.IsAscii
        ? rune.Value is > ' ' and < 0x7F && !Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    private static bool IsIdeograph(int value) => value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
