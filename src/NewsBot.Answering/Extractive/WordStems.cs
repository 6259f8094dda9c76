using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// The stem of a word: lower case, marks folded, possessive ending off, written-out small numbers as digits, the abbreviations of
/// news wires as the words they stand for, then Porter 2. Remembers what it has seen. Safe for several threads.
/// </summary>
public sealed class WordStems
{
    // A reading of ten articles brings some thousand different words; beyond this the memory starts afresh.
    private const int MaximumRemembered = 100_000;

    private static readonly Dictionary<string, string> Equivalents = new(StringComparer.Ordinal)
    {
        ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8",
        ["nine"] = "9", ["ten"] = "10", ["eleven"] = "11", ["twelve"] = "12",
        ["mln"] = "million", ["bln"] = "billion", ["dlr"] = "dollar", ["dlrs"] = "dollar", ["dollars"] = "dollar", ["pct"] = "percent",
        ["percentage"] = "percent", ["cts"] = "cent", ["stg"] = "sterling", ["govt"] = "govern", ["corp"] = "corpor",
        ["inc"] = "incorpor", ["ltd"] = "limit", ["co"] = "compani", ["dept"] = "depart", ["intl"] = "intern", ["qtr"] = "quarter",
        ["yr"] = "year", ["yrs"] = "year", ["shr"] = "share", ["shrs"] = "share",
        ["jan"] = "januari", ["feb"] = "februari", ["mar"] = "march", ["apr"] = "april", ["aug"] = "august", ["sept"] = "septemb",
        ["sep"] = "septemb", ["oct"] = "octob", ["nov"] = "novemb", ["dec"] = "decemb",
    };

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The stem of a word as it stands in a text.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var stem))
        {
            return stem;
        }

        if (known.Count >= MaximumRemembered)
        {
            known.Clear();
        }

        var surface = word.ToString();
        return known[surface] = Make(surface);
    }

    private static string Make(string surface)
    {
        var plain = Fold(surface);
        if (Equivalents.TryGetValue(plain, out var equivalent))
        {
            return equivalent;
        }

        if (!char.IsLetter(plain[0]))
        {
            return plain.Replace(",", "", StringComparison.Ordinal);
        }

        var stemmer = new EnglishStemmer();
        stemmer.SetCurrent(plain);
        stemmer.Stem();
        return stemmer.Current;
    }

    private static string Fold(string surface)
    {
        var folded = new StringBuilder(surface.Length);
        foreach (var c in surface.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '.')
            {
                folded.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
            }
            else if (c == '.' && char.IsAsciiDigit(surface[0]))
            {
                folded.Append(c);
            }
        }

        var plain = folded.ToString();
        plain = plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain;
        return plain.Length == 0 ? surface : plain;
    }
}
