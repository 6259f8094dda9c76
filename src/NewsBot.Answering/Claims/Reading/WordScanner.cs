using System.Globalization;
using System.Text;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>A run of letters or digits as it stands in a text.</summary>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="End">The code unit after it.</param>
/// <param name="Form">Lower case, without accents and apostrophes.</param>
/// <param name="IsCapital">Whether it begins with a capital letter.</param>
internal readonly record struct ScannedWord(int Start, int End, string Form, bool IsCapital)
{
    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumeral => char.IsAsciiDigit(Form[0]);
}

/// <summary>
/// Cuts a text into words: contractions opened, hyphens and slashes taken as spaces, dotted initials joined ("U.S." is one word),
/// numerals whole ("1,200.50", "6:30"), each CJK character by itself. In text that a machine has spaced out ("( 3, 800 km )"), the parts of
/// a numeral are joined again. Linear in the length of the text.
/// </summary>
internal static class WordScanner
{
    /// <summary>The words of a range of the text, in order.</summary>
    public static List<ScannedWord> Scan(string text, int from, int to)
    {
        var words = new List<ScannedWord>((to - from) / 5);
        var isSpacedOut = IsSpacedOut(text.AsSpan(from, to - from));
        var at = from;
        while (at < to)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                at = ScanNumeral(text, at, to, isSpacedOut, words);
            }
            else if (IsIdeograph(c))
            {
                words.Add(new ScannedWord(at, at + 1, c.ToString(), false));
                at++;
            }
            else if (c == '[' && at + 3 < to && char.IsLetter(text[at + 1]) && text[at + 2] == ']' && char.IsLetter(text[at + 3]))
            {
                at = ScanBracketedCapital(text, at, to, words);
            }
            else if (char.IsLetterOrDigit(c))
            {
                at = ScanWord(text, at, to, words);
            }
            else
            {
                at++;
            }
        }

        return words;
    }

    // No editor leaves a space behind an opening bracket or a dollar sign, nor writes a story without a capital inside its sentences.
    private static bool IsSpacedOut(ReadOnlySpan<char> text) =>
        text.Contains("( ", StringComparison.Ordinal) || text.Contains(" - - ", StringComparison.Ordinal) || text.Contains("`` ", StringComparison.Ordinal)
        || text.Contains("$ ", StringComparison.Ordinal) || IsLowerCased(text);

    private static bool IsLowerCased(ReadOnlySpan<char> text)
    {
        const int shortestStory = 300;
        for (var at = 2; at < text.Length; at++)
        {
            if (char.IsUpper(text[at]) && text[at - 1] == ' ' && char.IsLower(text[at - 2]))
            {
                return false;
            }
        }

        return text.Length >= shortestStory;
    }

    private static int ScanNumeral(string text, int start, int to, bool isSpacedOut, List<ScannedWord> words)
    {
        var at = start + 1;
        while (at < to && (char.IsAsciiDigit(text[at]) || ContinuesNumeral(text, at, to)))
        {
            at++;
        }

        if (isSpacedOut)
        {
            at = EndOfSpacedNumeral(text, start, at, to);
        }

        while (at < to && char.IsLetter(text[at]) && !IsIdeograph(text[at]))
        {
            at++;
        }

        words.Add(new ScannedWord(start, at, Fold(text, start, at).Replace(" ", "", StringComparison.Ordinal), false));
        return at;
    }

    private static bool ContinuesNumeral(string text, int at, int to)
    {
        var isDigitNext = at + 1 < to && char.IsAsciiDigit(text[at + 1]);
        return text[at] switch
        {
            '.' or ':' => isDigitNext,
            ',' => isDigitNext && at + 3 < to && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
                && (at + 4 >= to || !char.IsAsciiDigit(text[at + 4])),
            _ => false,
        };
    }

    // "53, 193, 914" and "2. 4 miles": groups of three digits, or one or two digits behind a point.
    private static int EndOfSpacedNumeral(string text, int start, int end, int to)
    {
        while (end - start <= 12 && end + 2 < to && text[end + 1] == ' ' && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 2]))
        {
            var digits = 0;
            while (end + 2 + digits < to && char.IsAsciiDigit(text[end + 2 + digits]))
            {
                digits++;
            }

            var isGroup = text[end] == ',' ? digits == 3 : digits <= 2 && end - start <= 3;
            if (!isGroup)
            {
                break;
            }

            end += 2 + digits;
        }

        return end;
    }

    private static int ScanWord(string text, int start, int to, List<ScannedWord> words)
    {
        var at = start;
        var apostrophe = -1;
        while (at < to && !IsIdeograph(text[at]))
        {
            if (IsWordCharacter(text[at]))
            {
                at++;
            }
            else if (IsApostrophe(text[at]) && at + 1 < to && char.IsLetter(text[at + 1]))
            {
                apostrophe = at++;
            }
            else if (text[at] == '.' && IsInitial(text, start, at) && at + 1 < to && char.IsLetter(text[at + 1]) && (at + 2 >= to || !char.IsLetter(text[at + 2])))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        AddOpened(text, start, at, apostrophe, words);
        return at;
    }

    // "[t]he": editors change the case of a quotation's first letter this way.
    private static int ScanBracketedCapital(string text, int start, int to, List<ScannedWord> words)
    {
        var first = words.Count;
        var end = ScanWord(text, start + 3, to, words);
        var rest = words[first];
        words[first] = new ScannedWord(start, rest.End, char.ToLowerInvariant(text[start + 1]) + rest.Form, char.IsUpper(text[start + 1]));
        return end;
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || (c > '\u007F' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // A dot belongs to the word only between single letters: "U.S", "a.m".
    private static bool IsInitial(string text, int start, int dot) =>
        char.IsLetter(text[dot - 1]) && (dot - 1 == start || text[dot - 2] == '.');

    private static void AddOpened(string text, int start, int end, int apostrophe, List<ScannedWord> words)
    {
        var form = Fold(text, start, end);
        var isCapital = char.IsUpper(text[start]);
        if (apostrophe > start)
        {
            var tail = end - apostrophe - 1;
            if (tail == 1 && apostrophe - start >= 2 && text[apostrophe - 1] is 'n' or 'N' && text[end - 1] is 't' or 'T')
            {
                words.Add(new ScannedWord(start, apostrophe - 1, OpenedVerb(Fold(text, start, apostrophe - 1)), isCapital));
                words.Add(new ScannedWord(apostrophe - 1, end, "not", false));
                return;
            }

            if (Ending(text.AsSpan(apostrophe + 1, tail)) is { } ending)
            {
                words.Add(new ScannedWord(start, apostrophe, Canonical(text, start, apostrophe), isCapital));
                words.Add(new ScannedWord(apostrophe, end, ending, false));
                return;
            }
        }

        switch (form)
        {
            case "cannot":
                words.Add(new ScannedWord(start, start + 3, "can", isCapital));
                words.Add(new ScannedWord(start + 3, end, "not", false));
                break;
            case "unable":
                words.Add(new ScannedWord(start, start + 2, "not", isCapital));
                words.Add(new ScannedWord(start + 2, end, "able", false));
                break;
            default:
                words.Add(new ScannedWord(start, end, Canonical(text, start, end), isCapital));
                break;
        }
    }

    private static string OpenedVerb(string form) => form switch
    {
        "ca" => "can",
        "wo" => "will",
        "sha" => "shall",
        "ai" => "is",
        _ => form,
    };

    private static string? Ending(ReadOnlySpan<char> tail) => tail switch
    {
        "s" or "S" => "is",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "m" => "am",
        "d" => "would",
        _ => null,
    };

    // "US" and "U.S." are the country, "us" is not.
    private static string Canonical(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start) is "US")
        {
            return "u.s";
        }

        var form = Fold(text, start, end);
        return form is "u.s" or "a.m" or "p.m" ? form : form.Replace(".", "", StringComparison.Ordinal);
    }

    private static string Fold(string text, int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        if (System.Text.Ascii.IsValid(span))
        {
            var lower = span.ToString().ToLowerInvariant();
            return lower.Contains('\'', StringComparison.Ordinal) ? lower.Replace("'", "", StringComparison.Ordinal) : lower;
        }

        var folded = new StringBuilder(span.Length);
        foreach (var c in span.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !IsApostrophe(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.Length == 0 ? span.ToString() : folded.ToString();
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018';

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
