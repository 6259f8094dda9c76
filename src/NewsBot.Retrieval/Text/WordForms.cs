using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// From a surface form to the word that is stemmed: case, diacritics, possessives, elided articles, and the abbreviations of news wires.
/// </summary>
internal static class WordForms
{
    /// <summary>Abbreviations that agencies write for words that questions spell out, and signs beside numbers.</summary>
    private static readonly FrozenDictionary<string, string> Spelled = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["%"] = "percent", ["pct"] = "percent", ["$"] = "dollar", ["dlr"] = "dollar", ["dlrs"] = "dollar", ["€"] = "euro", ["eur"] = "euro",
        ["£"] = "pound", ["stg"] = "sterling", ["¥"] = "yen", ["mln"] = "million", ["mlns"] = "million", ["mio"] = "million", ["bln"] = "billion",
        ["blns"] = "billion", ["mrd"] = "milliard", ["trln"] = "trillion", ["cts"] = "cent", ["shrs"] = "share", ["govt"] = "government",
        ["jan"] = "january", ["feb"] = "february", ["aug"] = "august", ["sept"] = "september", ["oct"] = "october", ["nov"] = "november",
        ["dec"] = "december", ["programme"] = "program", ["labour"] = "labor", ["centre"] = "center", ["defence"] = "defense",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Elided =
        new[] { "l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "dell", "nell", "all", "dall", "sull", "un", "quell" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The word behind a surface form, in lower case; diacritics are kept, since stemmers of most languages need them.</summary>
    public static string WordOf(ReadOnlySpan<char> surface, TextLanguage language)
    {
        if (AcronymOf(surface) is { } acronym)
        {
            return acronym;
        }

        var word = surface.ToString().ToLowerInvariant().Replace('’', '\'');
        word = language is TextLanguage.French or TextLanguage.Italian ? WithoutElision(word) : WithoutPossessive(word);
        word = word.Replace("'", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return language == TextLanguage.English && Spelled.TryGetValue(word, out var spelled) ? spelled
            : word is "$" or "€" or "£" or "¥" or "%" ? Spelled[word]
            : word;
    }

    /// <summary>The abbreviations that become a word with the beginning of a stem: "pct" for "percent".</summary>
    public static IEnumerable<string> AbbreviationsOf(string stem) =>
        Spelled.Where(pair => pair.Value[0] == stem[0] && pair.Value.StartsWith(stem[..Math.Min(3, stem.Length)], StringComparison.Ordinal)).Select(pair => pair.Key).Where(key => char.IsAsciiLetter(key[0]));

    /// <summary>Without diacritics and ligatures, in compatibility form: "Zürich" is "zurich", "ﬁ" is "fi".</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var folded = new StringBuilder(word.Length + 2);
        foreach (var c in word.Normalize(NormalizationForm.FormKD))
        {
            _ = c switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'đ' or 'ð' => folded.Append('d'),
                'þ' => folded.Append("th"),
                'ı' => folded.Append('i'),
                _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => folded,
                _ => folded.Append(c),
            };
        }

        return folded.ToString();
    }

    /// <summary>
    /// "U.S.", "US" and "WHO" name something, "us" and "who" do not: these are kept apart from the words by full stops, which no stem has.
    /// </summary>
    private static string? AcronymOf(ReadOnlySpan<char> surface) => surface switch
    {
        "US" or "USA" or "U.S" or "U.S.A" or "u.s" or "u.s.a" or "US's" or "U.S's" => "u.s",
        "UN" or "U.N" or "u.n" => "u.n",
        "UK" or "U.K" or "u.k" => "u.k",
        "WHO" or "W.H.O" or "w.h.o" => "w.h.o",
        _ => null,
    };

    private static string WithoutPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.EndsWith('\'') ? word[..^1] : word;

    private static string WithoutElision(string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        return apostrophe > 0 && apostrophe < word.Length - 1 && Elided.Contains(word[..apostrophe]) ? word[(apostrophe + 1)..] : word;
    }
}
