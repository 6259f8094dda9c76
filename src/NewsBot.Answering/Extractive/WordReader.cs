using System.Collections.Frozen;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Cuts text into words with the stems that the index uses, and single marks between them. Numbers written out in letters, by their stems, get the stem
/// of the number, so that "four jets" answers "how many". Safe for several threads.
/// </summary>
public sealed class WordReader(TextAnalysis analysis)
{
    private static readonly FrozenDictionary<string, string> WrittenNumbers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8",
        ["nine"] = "9", ["ten"] = "10", ["eleven"] = "11", ["twelv"] = "12", ["thirteen"] = "13", ["fourteen"] = "14", ["fifteen"] = "15",
        ["sixteen"] = "16", ["seventeen"] = "17", ["eighteen"] = "18", ["nineteen"] = "19", ["twenti"] = "20", ["thirti"] = "30", ["forti"] = "40", ["fifti"] = "50", ["sixti"] = "60", ["seventi"] = "70", ["eighti"] = "80", ["nineti"] = "90",
        ["zwei"] = "2", ["drei"] = "3", ["vier"] = "4", ["funf"] = "5", ["sech"] = "6", ["sieb"] = "7", ["acht"] = "8", ["neun"] = "9", ["zehn"] = "10",
        ["deux"] = "2", ["trois"] = "3", ["quatr"] = "4", ["cinq"] = "5", ["sept"] = "7", ["huit"] = "8", ["neuf"] = "9", ["dix"] = "10",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The analysis for a text: by its stated language (a BCP 47 tag), else by its words.</summary>
    public TermAnalysis AnalysisFor(string? language, string text) => analysis.For(language, text);

    /// <summary>The words of a whole text.</summary>
    public IReadOnlyList<Word> Read(string text, string? language = null) => Read(text, new TextRange(0, text.Length), analysis.For(language, text));

    /// <summary>The words inside a range of a text, in order; their ranges are positions in the whole text.</summary>
    public IReadOnlyList<Word> Read(string text, TextRange range, TermAnalysis by)
    {
        var terms = by.Analyse(range.Of(text));
        var words = new List<Word>(terms.Count + (terms.Count / 4));
        var position = range.Start;
        foreach (var term in terms)
        {
            var start = range.Start + term.Range.Start;
            AddMarks(text, position, start, words);
            words.Add(new Word(new TextRange(start, range.Start + term.Range.End), KindOf(text[start]), WrittenNumbers.GetValueOrDefault(term.Stem, term.Stem), term.IsStopWord));
            position = Math.Max(position, range.Start + term.Range.End);
        }

        AddMarks(text, position, range.End, words);
        return words;
    }

    private static void AddMarks(string text, int from, int to, List<Word> words)
    {
        for (var i = from; i < to; i++)
        {
            // Letters here are the ending of an ordinal: the "th" of "10th".
            if (!char.IsWhiteSpace(text[i]) && !char.IsLetterOrDigit(text[i]))
            {
                words.Add(new Word(new TextRange(i, i + 1), WordKind.Punctuation, "", IsStopWord: true));
            }
        }
    }

    private static WordKind KindOf(char first) =>
        char.IsAsciiDigit(first) ? WordKind.Number : char.IsUpper(first) ? WordKind.Capitalised : WordKind.Lower;
}
