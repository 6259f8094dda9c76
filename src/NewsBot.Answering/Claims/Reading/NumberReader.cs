using System.Globalization;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>What a number reader found.</summary>
/// <param name="Words">How many scanned words it takes.</param>
/// <param name="End">Where it ends in the text, a percent sign included.</param>
/// <param name="Kind">Number, year or ordinal.</param>
/// <param name="Quantity">The number.</param>
internal readonly record struct NumberReading(int Words, int End, WordKind Kind, Quantity Quantity);

/// <summary>
/// Reads numbers by value, whether in numerals or in words, with scale and unit: "1.2 million", "$44m", "6 pct", "twenty-five",
/// "14th", "2018", "60fps". What is set directly behind a numeral and is no scale is its unit.
/// </summary>
internal static class NumberReader
{
    private const int EarliestYear = 1700;
    private const int LatestYear = 2100;

    // Larger numbers are identifiers; the limit keeps products with scale words inside decimal's range.
    private const decimal LargestValue = 1_000_000_000_000_000m;

    /// <summary>The number that begins at a word, or null.</summary>
    public static NumberReading? Read(string text, IReadOnlyList<ScannedWord> words, int at)
    {
        if (Lexicon.Ordinals.TryGetValue(words[at].Form, out var place))
        {
            return new NumberReading(1, words[at].End, WordKind.Ordinal, new Quantity(place, "", false));
        }

        return words[at].IsNumeral ? ReadNumeral(text, words, at) : ReadInWords(text, words, at);
    }

    private static NumberReading? ReadNumeral(string text, IReadOnlyList<ScannedWord> words, int at)
    {
        var form = words[at].Form;
        var digits = form.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz");
        var suffix = form[digits.Length..];
        if (digits.Contains(':'))
        {
            digits = digits.ToString().Replace(':', '.');
        }

        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) || value > LargestValue)
        {
            return null;
        }

        if (suffix is "st" or "nd" or "rd" or "th")
        {
            return new NumberReading(1, words[at].End, WordKind.Ordinal, new Quantity(value, "", false));
        }

        if (suffix is "am" or "pm")
        {
            return new NumberReading(1, words[at].End, WordKind.Number, new Quantity(value, suffix, false));
        }

        var isYear = suffix.Length == 0 && form.Length == 4 && digits.Length == 4 && value is >= EarliestYear and <= LatestYear;
        if (suffix.Length > 0)
        {
            if (!Lexicon.ScaleSuffixes.TryGetValue(suffix, out var factor))
            {
                return new NumberReading(1, words[at].End, WordKind.Number, new Quantity(value, suffix, false));
            }

            value *= factor;
        }

        return WithScaleAndUnit(text, words, at, 1, value, isYear);
    }

    private static NumberReading? ReadInWords(string text, IReadOnlyList<ScannedWord> words, int at)
    {
        decimal value = 0;
        var next = at;
        while (next < words.Count && (next == at || AreJoined(text, words, next)))
        {
            var form = words[next].Form;
            if (Lexicon.Tens.TryGetValue(form, out var tens) && value % 100 == 0)
            {
                value += tens * 10;
            }
            else if (Lexicon.Units.TryGetValue(form, out var unit) && (value % 100 == 0 || (unit < 10 && value % 10 == 0 && value % 100 >= 20)))
            {
                value += unit;
            }
            else if (form == "hundred" && value is >= 1 and < 100)
            {
                value *= 100;
            }
            else if (!(form == "and" && value >= 100 && value % 100 == 0 && next + 1 < words.Count && IsBelowHundred(words[next + 1].Form)))
            {
                break;
            }

            next++;
        }

        return next == at || value == 0 ? null : WithScaleAndUnit(text, words, at, next - at, value, isYear: false);
    }

    private static bool IsBelowHundred(string form) => Lexicon.Tens.ContainsKey(form) || Lexicon.Units.ContainsKey(form);

    private static NumberReading WithScaleAndUnit(string text, IReadOnlyList<ScannedWord> words, int at, int count, decimal value, bool isYear)
    {
        while (at + count < words.Count && AreJoined(text, words, at + count) && Lexicon.Scales.TryGetValue(words[at + count].Form, out var scale) && value <= LargestValue / scale)
        {
            value *= scale;
            isYear = false;
            count++;
        }

        var unit = CurrencyBefore(text, words[at].Start);
        var end = words[at + count - 1].End;
        if (end < text.Length && text[end] == '%')
        {
            (unit, end) = ("%", end + 1);
        }
        else if (at + count < words.Count && AreJoined(text, words, at + count))
        {
            var word = words[at + count].Form;
            if (Lexicon.UnitWords.TryGetValue(word, out var stated) && (stated is not ("am" or "pm") || (value <= 24 && word is not "am")))
            {
                (unit, count) = (stated, count + 1);
                end = words[at + count - 1].End;
            }
            else if (word == "per" && at + count + 1 < words.Count && words[at + count + 1].Form is "cent")
            {
                (unit, count) = ("%", count + 2);
                end = words[at + count - 1].End;
            }
        }

        var isApproximate = at > 0 && Lexicon.Approximate.Contains(words[at - 1].Form) && words[at].Start - words[at - 1].End <= 2;
        return new NumberReading(count, end, isYear && unit.Length == 0 ? WordKind.Year : WordKind.Number, new Quantity(value, unit, isApproximate));
    }

    private static string CurrencyBefore(string text, int start)
    {
        var sign = start > 0 ? text[start - 1] : ' ';
        return sign is '$' or '€' or '£' or '¥' ? sign.ToString() : "";
    }

    // Nothing but one space or hyphen may stand between the parts of a number.
    private static bool AreJoined(string text, IReadOnlyList<ScannedWord> words, int second)
    {
        var gap = words[second].Start - words[second - 1].End;
        return gap == 0 || (gap == 1 && text[words[second - 1].End] is ' ' or '-' or '\u00A0' or '\u2011');
    }
}
