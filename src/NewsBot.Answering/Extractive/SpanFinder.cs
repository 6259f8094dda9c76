using NewsBot.Answering.Questions;
using static NewsBot.Answering.Extractive.SpanVocabulary;

namespace NewsBot.Answering.Extractive;

/// <summary>A run of words in a sentence that may be the answer.</summary>
/// <param name="First">The first word's position in the sentence.</param>
/// <param name="Last">The last word's position.</param>
/// <param name="Certainty">How sure it is of the kind asked for, 0 to 1.</param>
public readonly record struct AnswerSpan(int First, int Last, double Certainty);

/// <summary>Finds what could be the answer in a sentence: runs of words of the kind asked for that the question does not hold itself.</summary>
public static class SpanFinder
{
    /// <summary>The candidates in a sentence of the evidence, in order; none for kinds that no single run of words can be (a thing, a manner).</summary>
    public static IReadOnlyList<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence) => Find(
        question, sentence, question.Question.Type, sentence.Article.Hit.Article.Text, sentence.Words, stem => question.PositionOf(stem) >= 0);

    private static IReadOnlyList<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence, AnswerType type, string text, IReadOnlyList<Word> words, Func<string, bool> isInQuestion)
    {
        var spans = new List<AnswerSpan>();
        switch (type)
        {
            case AnswerType.Date:
                AddRuns(spans, words, position => DateCertainty(text, words, position), isInQuestion);
                break;
            case AnswerType.Number or AnswerType.Money or AnswerType.Percentage or AnswerType.Duration:
                AddFigures(spans, question.Question, text, words, isInQuestion);
                break;
            case AnswerType.Person or AnswerType.Organisation or AnswerType.Place or AnswerType.Name:
                spans.AddRange(NameSpans.Find(question, sentence));
                break;
            case AnswerType.Reason:
                AddRuns(spans, words, position => ReasonCertainty(words, position, sentence.Article.IsFrench), isInQuestion);
                break;
            default:
                break;
        }

        return spans;
    }

    private static void AddRuns(List<AnswerSpan> spans, IReadOnlyList<Word> words, Func<int, double> certaintyAt, Func<string, bool> isInQuestion)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var certainty = certaintyAt(i);
            if (certainty <= 0 || isInQuestion(words[i].Stem))
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && certaintyAt(last + 1) is > 0 and var next)
            {
                certainty = Math.Max(certainty, next);
                last++;
            }

            spans.Add(new AnswerSpan(i, last, certainty));
            i = last;
        }
    }

    // "A procession led by a tuba" gives no reason, "this led to the delay" does; "after a storm tore away the wall" mostly does.
    private static double ReasonCertainty(IReadOnlyList<Word> words, int at, bool isFrench) => words[at].Stem switch
    {
        "led" or "lead" => at + 1 < words.Count && words[at + 1].Stem == "to" ? 1 : 0,
        "after" or "nach" or "apr" => at > 0 ? 0.5 : 0,
        var stem => (isFrench ? FrenchReasonStems : ReasonStems).Contains(stem) ? 1 : 0,
    };

    private static double DateCertainty(string text, IReadOnlyList<Word> words, int at)
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
            : RelativeDateStems.Contains(word.Stem) ? 0.7
            : HasEnding(text, word) ? 0.5
            : 0;
    }

    // "10th", "1980s".
    private static bool HasEnding(string text, Word word) =>
        word.Kind == WordKind.Number && word.Range.End < text.Length && char.IsLetter(text[word.Range.End]);

    internal static bool IsMonth(Word word) => word.Kind == WordKind.Capitalised && DateStems.Contains(word.Stem);

    /// <summary>Whether a word reads as a year.</summary>
    public static bool IsYear(Word word) =>
        word.Kind == WordKind.Number && word.Range.Length == 4 && word.Stem.Length == 4 && word.Stem[0] is '1' or '2' && word.Stem.All(char.IsAsciiDigit);

    private static void AddFigures(List<AnswerSpan> spans, AskedQuestion question, string text, IReadOnlyList<Word> words, Func<string, bool> isInQuestion)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsNumber || isInQuestion(words[i].Stem))
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && (words[last + 1].IsNumber || ScaleStems.Contains(words[last + 1].Stem) || (words[last + 1].Stem.Length == 0 && text[words[last + 1].Range.Start] == '-' && last + 2 < words.Count && words[last + 2].IsNumber)))
            {
                last++;
            }

            var certainty = question.Units is { } units && !IsIn(units, text, words, i, last) ? 0 : FigureCertainty(question.Type, text, words, i, last);
            if (certainty > 0)
            {
                spans.Add(new AnswerSpan(i, last, certainty));
            }

            i = last;
        }
    }

    // "12 metres", "an 11-year-old", "aged 83"; of people also "Arthur Pinnock, 83, a retired captain".
    private static bool IsIn(IReadOnlySet<string> units, string text, IReadOnlyList<Word> words, int first, int last)
    {
        const int Reach = 2;
        var isFollowed = words.Skip(last + 1).Take(Reach).Any(word => units.Contains(word.Stem));
        var isLed = first > 0 && units.Contains(words[first - 1].Stem);
        var isApposition = units.Contains("age") && first > 1 && last + 1 < words.Count && first == last
            && text[words[first - 1].Range.Start] == ',' && text[words[last + 1].Range.Start] is ',' or '.' && words[first - 2].Kind == WordKind.Capitalised && !IsMonth(words[first - 2]);
        return isFollowed || isLed || isApposition;
    }

    private static double FigureCertainty(AnswerType type, string text, IReadOnlyList<Word> words, int first, int last)
    {
        var after = last + 1 < words.Count ? words[last + 1] : default;
        var second = last + 2 < words.Count ? words[last + 2] : default;
        var before = first > 0 ? text[words[first - 1].Range.Start] : ' ';
        var isMoney = before is '$' or '£' or '€' or '¥' || (after.Stem is not null && (MoneyStems.Contains(after.Stem) || (second.Stem is not null && MoneyStems.Contains(second.Stem))));
        var isPercent = after.Stem is not null && (PercentStems.Contains(after.Stem) || (after.Range.Length > 0 && text[after.Range.Start] == '%'));
        var isTime = after.Stem is not null && DurationStems.Contains(after.Stem);
        var isYear = first == last && IsYear(words[first]);
        var isOrdinal = HasEnding(text, words[first]);
        var isDay = first == last && ((first > 0 && IsMonth(words[first - 1])) || (after.Stem is not null && IsMonth(after)));
        // "one" is a pronoun more often than a number.
        var isLoneOne = first == last && words[first].Kind != WordKind.Number && words[first].Stem == "1";
        return type switch
        {
            AnswerType.Money => isMoney ? 1 : isLoneOne || isDay || isPercent || isYear || isTime ? 0.05 : 0.3,
            AnswerType.Percentage => isPercent ? 1 : isLoneOne || isDay || isMoney || isYear ? 0.1 : 0.4,
            AnswerType.Duration => isTime ? 1 : isYear || isMoney ? 0 : 0.1,
            _ => isDay ? 0.05 : isYear || isOrdinal || isLoneOne ? 0.2 : isMoney || isPercent ? 0.6 : 1,
        };
    }
}
