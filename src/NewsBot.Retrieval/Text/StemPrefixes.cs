namespace NewsBot.Retrieval.Text;

/// <summary>
/// Tells from its first two letters that a word cannot be a form of any of some stems, without looking it up: reading the ten best articles is
/// most of a question's cost, and nearly all their words are of other stems. Never passes over a form of the stems: stemming keeps the first two
/// letters of English words, and where other rules change them (abbreviations, acronyms, diacritics), the word is looked up.
/// </summary>
internal sealed class StemPrefixes
{
    private const int Letters = 26;

    private readonly bool[] pairs = new bool[Letters * Letters];
    private readonly bool isOpen;

    /// <summary>Whether a stem is a number or begins with a figure.</summary>
    public bool WantsNumbers { get; }

    private StemPrefixes(IEnumerable<string> stems)
    {
        foreach (var stem in stems.SelectMany(stem => WordForms.AbbreviationsOf(stem).Append(stem.Replace(".", "", StringComparison.Ordinal))))
        {
            // A stem of one letter or without two plain letters at its beginning may come from anything.
            if (stem.Length < 2 || !char.IsAsciiLetterLower(stem[0]) || !char.IsAsciiLetterLower(stem[1]))
            {
                isOpen |= stem.Length == 0 || !char.IsAsciiDigit(stem[0]);
                WantsNumbers |= stem.Length > 0 && char.IsAsciiDigit(stem[0]);
                continue;
            }

            pairs[Pair(stem[0], stem[1])] = true;
        }
    }

    /// <summary>The prefixes of stems of an analysis, or null where its rules change the beginnings of words.</summary>
    public static StemPrefixes? Of(IEnumerable<string> stems, TermAnalysis analysis) =>
        analysis.Language == TextLanguage.English && new StemPrefixes(stems) is { isOpen: false } prefixes ? prefixes : null;

    /// <summary>Whether a word may be a form of one of the stems.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) =>
        word.Length < 2 || !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(word[1]) || pairs[Pair((char)(word[0] | 0x20), (char)(word[1] | 0x20))];

    private static int Pair(char first, char second) => ((first - 'a') * Letters) + second - 'a';
}
