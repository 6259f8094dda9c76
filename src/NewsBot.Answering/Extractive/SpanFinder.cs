using NewsBot.Answering.Questions;

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
    public static IReadOnlyList<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence)
    {
        var type = question.Question.Type;
        return type == AnswerType.Date ? [.. DateSpans.Find(question, sentence)]
            : type.IsFigure() ? [.. FigureSpans.Find(question, sentence)]
            : type.IsName() ? [.. NameSpans.Find(question, sentence)]
            : type == AnswerType.Reason ? [.. ReasonSpans.Find(question, sentence)]
            : [];
    }

    /// <summary>The runs of words that are of a kind, each as sure as its surest word; none begins with a word of the question.</summary>
    internal static IEnumerable<AnswerSpan> Runs(WeighedQuestion question, IReadOnlyList<Word> words, Func<int, double> certaintyAt)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var certainty = certaintyAt(i);
            if (certainty <= 0 || question.PositionOf(words[i].Stem) >= 0)
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && certaintyAt(last + 1) is > 0 and var next)
            {
                certainty = Math.Max(certainty, next);
                last++;
            }

            yield return new AnswerSpan(i, last, certainty);
            i = last;
        }
    }
}
