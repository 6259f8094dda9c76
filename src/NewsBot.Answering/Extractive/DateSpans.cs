using static NewsBot.Answering.Extractive.SpanVocabulary;

namespace NewsBot.Answering.Extractive;

/// <summary>Finds the dates in a sentence, and knows the words that dates are made of.</summary>
internal static class DateSpans
{
    // "Yesterday" is a day only together with the report's own; "10th" and "1980s" may be of anything.
    private const double Relative = 0.7;
    private const double Ordinal = 0.5;

    /// <summary>The dates that the question does not hold itself, in order.</summary>
    public static IEnumerable<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence) =>
        SpanFinder.Runs(question, sentence.Words, position => CertaintyAt(sentence.Article.Hit.Article.Text, sentence.Words, position));

    private static double CertaintyAt(string text, IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        if (IsYear(word))
        {
            return 1;
        }

        if (DateStems.Contains(word.Stem))
        {
            // "may" and "march" are dates only as names.
            return word.Kind == WordKind.Capitalised ? 1 : 0;
        }

        var besideDate = (at > 0 && IsMonth(words[at - 1])) || (at + 1 < words.Count && IsMonth(words[at + 1]));
        return word.IsNumber && besideDate ? 1
            : RelativeDateStems.Contains(word.Stem) ? Relative
            : HasEnding(text, word) ? Ordinal
            : 0;
    }

    /// <summary>Whether a number has letters behind it: "10th", "1980s".</summary>
    public static bool HasEnding(string text, Word word) =>
        word.Kind == WordKind.Number && word.Range.End < text.Length && char.IsLetter(text[word.Range.End]);

    /// <summary>Whether a word is a month or a day of the week.</summary>
    public static bool IsMonth(Word word) => word.Kind == WordKind.Capitalised && DateStems.Contains(word.Stem);

    /// <summary>Whether a word reads as a year.</summary>
    public static bool IsYear(Word word) =>
        word.Kind == WordKind.Number && word.Range.Length == 4 && word.Stem.Length == 4 && word.Stem[0] is '1' or '2' && word.Stem.All(char.IsAsciiDigit);
}
