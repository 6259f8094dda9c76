using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// Reads a number at a place of a text and gives its one form: "1.2 million", "1,200,000" and "1.2 mln" are all <c>1200000</c>. Whether a
/// point or a comma parts thousands depends on the language.
/// </summary>
internal sealed class NumberScanner(TextLanguage language)
{
    /// <summary>Longer runs of digits are no quantities; they stay as they are written.</summary>
    private const int LongestQuantity = 24;

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> ShortScales = ScalesOf(
        (1e3m, "thousand"), (1e6m, "million millions mln mlns mn m"), (1e9m, "billion billions bln blns bn"), (1e12m, "trillion trillions trln tln tn"));

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> LongScales = ScalesOf(
        (1e3m, "tausend mille mil mila duizend тысяч тысячи тыс"),
        (1e6m, "million millionen mio millions millón millones milione milioni milhão milhões miljoen миллион миллиона миллионов млн"),
        (1e9m, "milliarde milliarden mrd milliard milliards miliardo miliardi mld bilhão bilhões miljard миллиард миллиарда миллиардов млрд"),
        (1e12m, "billion billionen billions billón billones trilhão trilhões biljoen триллион триллионов"));

    private readonly bool commaIsDecimal = language is not (TextLanguage.English or TextLanguage.Other);
    private readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> scales =
        language is TextLanguage.English or TextLanguage.Other ? ShortScales : LongScales;

    /// <summary>
    /// Reads the number that starts at the beginning of <paramref name="text"/>, which is a digit. Returns the length of its digits and
    /// separators; <paramref name="form"/> receives its one form, of <paramref name="formLength"/> characters.
    /// </summary>
    public int Read(ReadOnlySpan<char> text, Span<char> form, out int formLength)
    {
        var length = DigitsAt(text, 0);
        var plain = length;
        var next = length < text.Length ? text[length] : ' ';
        if (length <= form.Length && !IsSeparator(next) && next is not (' ' or '-' or '\u00a0') && !char.IsLetter(next))
        {
            return Copy(text[..length], form, out formLength);
        }

        Span<char> digits = stackalloc char[LongestQuantity + 1];
        if (!TryReadMantissa(text, digits, out var mantissa, ref length))
        {
            length = plain;
            return Copy(text[..length], form, out formLength);
        }

        var scale = ScaleAt(text[length..]);
        if (scale == 1m && length == plain)
        {
            return Copy(text[..length], form, out formLength);
        }

        // Dividing by one with many places drops zeros at the end, so that "4.50" is "4.5".
        var value = mantissa > decimal.MaxValue / scale ? mantissa : mantissa * scale / 1.0000000000000000000000000000m;
        return value.TryFormat(form, out formLength, default, CultureInfo.InvariantCulture) ? length : Copy(text[..length], form, out formLength);
    }

    /// <summary>Whether a run of digits ends a number for sure, by what follows it: no further digits, no scale ("million"), no letters.</summary>
    public static bool EndsPlainly(ReadOnlySpan<char> rest)
    {
        var next = rest.Length > 1 ? rest[1] : ' ';
        return rest[0] switch
        {
            ' ' => !char.IsLetter(next) || (next < 128 && (next | 0x20) is not ('t' or 'm' or 'b')),
            ',' or '.' => !char.IsDigit(next),
            _ => rest[0] < 128 && !char.IsAsciiLetter(rest[0]) && rest[0] is not ('-' or '\''),
        };
    }

    private bool TryReadMantissa(ReadOnlySpan<char> text, Span<char> digits, out decimal mantissa, ref int length)
    {
        mantissa = 0;
        if (length > LongestQuantity)
        {
            return false;
        }

        text[..length].CopyTo(digits);
        var used = length;
        var isGrouped = length <= 3 && TryReadGroups(text, digits, ref used, ref length);
        _ = (isGrouped || !IsLoneGroup(text, length)) && TryReadDecimals(text, digits, ref used, ref length);
        return decimal.TryParse(digits[..used], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out mantissa);
    }

    /// <summary>Groups of three digits with one and the same separator: "1,200,000".</summary>
    private bool TryReadGroups(ReadOnlySpan<char> text, Span<char> digits, ref int used, ref int length)
    {
        var separator = length < text.Length ? text[length] : ' ';
        var groups = 0;
        while (length < text.Length && text[length] == separator && IsSeparator(separator) && DigitsAt(text, length + 1) == 3 && used + 3 < LongestQuantity)
        {
            if (groups == 0 && separator == DecimalSeparator && !HasSecondGroup(text, length))
            {
                return false;
            }

            text.Slice(length + 1, 3).CopyTo(digits[used..]);
            used += 3;
            length += 4;
            groups++;
        }

        return groups > 0;
    }

    private bool TryReadDecimals(ReadOnlySpan<char> text, Span<char> digits, ref int used, ref int length)
    {
        var places = length < text.Length && (text[length] == DecimalSeparator || (commaIsDecimal && text[length] == '.')) ? DigitsAt(text, length + 1) : 0;
        var endsThere = length + 1 + places >= text.Length || !(IsSeparator(text[length + 1 + places]) && DigitsAt(text, length + 2 + places) > 0);
        if (places == 0 || !endsThere || used + places + 1 > LongestQuantity)
        {
            return false;
        }

        digits[used] = '.';
        text.Slice(length + 1, places).CopyTo(digits[(used + 1)..]);
        used += places + 1;
        length += places + 1;
        return true;
    }

    private char DecimalSeparator => commaIsDecimal ? ',' : '.';

    private static bool HasSecondGroup(ReadOnlySpan<char> text, int at) =>
        at + 4 < text.Length && text[at + 4] == text[at] && DigitsAt(text, at + 5) == 3;

    /// <summary>Whether what follows looks like a group of thousands though the digits before are too many for it ("1987.200").</summary>
    private bool IsLoneGroup(ReadOnlySpan<char> text, int length) =>
        length < text.Length && text[length] != DecimalSeparator && IsSeparator(text[length]) && DigitsAt(text, length + 1) == 3;

    /// <summary>The factor of the word that follows a number: 1000000 before "million" or "-million", else 1.</summary>
    private decimal ScaleAt(ReadOnlySpan<char> rest)
    {
        var start = rest.Length > 0 && rest[0] is ' ' or '-' or '\u00a0' ? 1 : 0;
        var end = start;
        while (end < rest.Length && end - start < 12 && char.IsLetter(rest[end]))
        {
            end++;
        }

        // A lone "m" after a space is metres or minutes as often as millions.
        var isScale = end > start && !(start == 1 && end == 2) && (end == rest.Length || !char.IsLetterOrDigit(rest[end]));
        Span<char> lower = stackalloc char[12];
        var written = isScale ? rest[start..end].ToLowerInvariant(lower) : 0;
        return written > 0 && scales.TryGetValue(lower[..written], out var factor) ? factor : 1m;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsSeparator(char c) => c is ',' or '.' or '\'' or '’' or '\u00a0' or '\u202f';

    private static int Copy(ReadOnlySpan<char> digits, Span<char> form, out int formLength)
    {
        formLength = Math.Min(digits.Length, form.Length);
        digits[..formLength].CopyTo(form);
        return digits.Length;
    }

    private static FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> ScalesOf(params (decimal Factor, string Words)[] scales) =>
        scales.SelectMany(scale => scale.Words.Split(' ').Select(word => KeyValuePair.Create(word, scale.Factor)))
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
