namespace NewsBot.Answering.Extractive;

/// <summary>How well a span that may be the answer fits what the question says around it.</summary>
public static class SpanFit
{
    /// <summary>The share of the question's weight that stands around a span, fading with the distance in words, 0 to 1.</summary>
    public static double Closeness(WeighedQuestion question, EvidenceSentence sentence, AnswerSpan span)
    {
        const double Fading = 6;
        var nearest = new double[question.Count];
        var terms = sentence.MatchesOf(question).TermAt;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var term = i < span.First || i > span.Last ? terms[i] : -1;
            if (term >= 0)
            {
                var distance = i < span.First ? span.First - i : i > span.Last ? i - span.Last : 0;
                nearest[term] = Math.Max(nearest[term], Math.Exp(-distance / Fading));
            }
        }

        var sum = 0.0;
        for (var i = 0; i < nearest.Length; i++)
        {
            sum += question.WeightAt(i) * nearest[i];
        }

        return sum / question.Total;
    }

    /// <summary>Whether a figure counts what the question asks the number of: "1,000 unemployed miners".</summary>
    public static bool IsCounted(WeighedQuestion question, EvidenceSentence sentence, AnswerSpan span)
    {
        const int Reach = 3;
        for (var i = span.Last + 1; i <= Math.Min(span.Last + Reach, sentence.Words.Count - 1); i++)
        {
            if (question.Question.Focus.Any(focus => question.PositionOf(focus) is >= 0 and var term && question.StandsFor(sentence.Words[i].Stem, term)))
            {
                return true;
            }
        }

        return false;
    }
}
