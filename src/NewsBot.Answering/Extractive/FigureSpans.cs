using NewsBot.Answering.Questions;
using static NewsBot.Answering.Extractive.SpanVocabulary;

namespace NewsBot.Answering.Extractive;

/// <summary>Finds the figures in a sentence: counts, sums of money, shares, lengths of time.</summary>
internal static class FigureSpans
{
    /// <summary>The figures that the question does not hold itself, in order, each as sure as it is of the kind asked for.</summary>
    public static IEnumerable<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence)
    {
        var (asked, text, words) = (question.Question, sentence.Article.Hit.Article.Text, sentence.Words);
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsNumber || question.PositionOf(words[i].Stem) >= 0)
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && GoesOn(text, words, last + 1))
            {
                last++;
            }

            var certainty = asked.Units is { } units && !IsIn(units, text, words, i, last) ? 0 : CertaintyOf(asked.Type, text, words, i, last);
            if (certainty > 0)
            {
                yield return new AnswerSpan(i, last, certainty);
            }

            i = last;
        }
    }

    // "355 million", "twenty-three".
    private static bool GoesOn(string text, IReadOnlyList<Word> words, int at) =>
        words[at].IsNumber || ScaleStems.Contains(words[at].Stem)
        || (words[at].Stem.Length == 0 && text[words[at].Range.Start] == '-' && at + 1 < words.Count && words[at + 1].IsNumber);

    // "12 metres", "an 11-year-old", "aged 83"; of people also "Arthur Pinnock, 83, a retired captain".
    private static bool IsIn(IReadOnlySet<string> units, string text, IReadOnlyList<Word> words, int first, int last)
    {
        const int Reach = 2;
        var isFollowed = words.Skip(last + 1).Take(Reach).Any(word => units.Contains(word.Stem));
        var isLed = first > 0 && units.Contains(words[first - 1].Stem);
        var isApposition = units.Contains("age") && first > 1 && last + 1 < words.Count && first == last
            && text[words[first - 1].Range.Start] == ',' && text[words[last + 1].Range.Start] is ',' or '.' && words[first - 2].Kind == WordKind.Capitalised && !DateSpans.IsMonth(words[first - 2]);
        return isFollowed || isLed || isApposition;
    }

    private static double CertaintyOf(AnswerType type, string text, IReadOnlyList<Word> words, int first, int last)
    {
        var after = last + 1 < words.Count ? words[last + 1] : default;
        var second = last + 2 < words.Count ? words[last + 2] : default;
        var before = first > 0 ? text[words[first - 1].Range.Start] : ' ';
        var isMoney = before is '$' or '£' or '€' or '¥' || (after.Stem is not null && (MoneyStems.Contains(after.Stem) || (second.Stem is not null && MoneyStems.Contains(second.Stem))));
        var isPercent = after.Stem is not null && (PercentStems.Contains(after.Stem) || (after.Range.Length > 0 && text[after.Range.Start] == '%'));
        var isTime = after.Stem is not null && DurationStems.Contains(after.Stem);
        var isYear = first == last && DateSpans.IsYear(words[first]);
        var isOrdinal = DateSpans.HasEnding(text, words[first]);
        var isDay = first == last && ((first > 0 && DateSpans.IsMonth(words[first - 1])) || (after.Stem is not null && DateSpans.IsMonth(after)));
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
