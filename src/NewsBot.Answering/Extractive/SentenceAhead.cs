using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// The sentence that goes before the best ranked one, where that tells what the question is about and another of its article tells what is asked.
/// </summary>
internal static class SentenceAhead
{
    // Scores are log-odds. What is asked is told in words that the question does not have, so such a sentence ranks lower than others that are shown.
    private const double LargestGap = 3.5;

    /// <summary>The sentence, or null where the best ranked one is as good.</summary>
    public static EvidenceSentence? Of(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked) => question.Question.Type switch
    {
        AnswerType.Reason => Reason(question, ranked),
        AnswerType.Thing => Telling(question, ranked),
        _ => null,
    };

    // What happened is told in the words of "why did it happen", and why it did in others: the sentence that gives a reason, one that says "because" before
    // one that only says what came before.
    private static EvidenceSentence? Reason(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked) => Near(ranked)
        .Select(sentence => (Sentence: sentence, Certainty: SpanFinder.Find(question, sentence).Select(span => span.Certainty).DefaultIfEmpty(0).Max()))
        .Where(reason => reason.Certainty > 0)
        .OrderByDescending(reason => reason.Certainty)
        .Select(reason => reason.Sentence)
        .FirstOrDefault();

    // What the boat was carrying is told where somebody speaks of its cargo, and there the boat is "it": a sentence that has the asked verb, or a word of
    // its family, and points back to what has the others, goes before one that has those only.
    private static EvidenceSentence? Telling(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked)
    {
        if (question.Question.Predicate is not { } predicate || question.PositionOf(predicate) is not (>= 0 and var told) || ranked[0].Sentence.MatchesOf(question).Holds(told))
        {
            return null;
        }

        return Near(ranked).FirstOrDefault(sentence => sentence.MatchesOf(question).Holds(told)
            && Anaphora.AntecedentsOf(question.Question, sentence).Any(before => HoldsAnother(question, before, told)));
    }

    private static bool HoldsAnother(WeighedQuestion question, EvidenceSentence sentence, int told)
    {
        var matches = sentence.MatchesOf(question);
        return Enumerable.Range(0, question.Count).Any(i => i != told && matches.Holds(i));
    }

    private static IEnumerable<EvidenceSentence> Near(IReadOnlyList<ScoredSentence> ranked) => ranked
        .TakeWhile(scored => scored.Score >= ranked[0].Score - LargestGap)
        .Select(scored => scored.Sentence)
        .Where(sentence => sentence.Article == ranked[0].Sentence.Article);
}
