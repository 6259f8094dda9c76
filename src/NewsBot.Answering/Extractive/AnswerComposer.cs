using NewsBot.Answering.Questions;
using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Puts an answer together from ranked sentences: the best one, others that add to it, nothing twice, in order of time where the question asks
/// for a sequence, and with the sentence before where one cannot be understood alone.
/// </summary>
internal static class AnswerComposer
{
    // A further sentence must be nearly as likely to answer as the first, else it only dilutes the answer. Scores are log-odds: 2 below the best
    // is a seventh of its chance.
    private const double LargestGap = 2;

    private const double LargestGapToLater = 5;

    /// <summary>The answer from sentences ranked best first, at least one.</summary>
    public static ExtractiveAnswer Compose(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked, int maximumSentences)
    {
        var choice = new SentenceChoice(question.Question, maximumSentences);
        foreach (var sentence in Candidates(question, ranked))
        {
            choice.Consider(sentence);
        }

        var ordered = InOrder(question, choice.Sentences);
        return new ExtractiveAnswer
        {
            Sentences = WithAntecedents(question, ordered),
            Notes = choice.Notes(),
            ShortAnswer = ShortAnswers.Of(question, ordered[0]),
        };
    }

    private static IEnumerable<EvidenceSentence> Candidates(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked)
    {
        var near = ranked.TakeWhile(scored => scored.Score >= ranked[0].Score - LargestGap).Select(scored => scored.Sentence);
        if (question.Question.IsOfToday && LaterReport(question, ranked) is { } later)
        {
            return near.Append(later).Distinct();
        }

        return SentenceAhead.Of(question, ranked) is { } ahead ? near.Prepend(ahead).Distinct() : near;
    }

    // How things are now is told by the last report on the whole matter, though it may use other words: "free" no longer stands in it.
    private static EvidenceSentence? LaterReport(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked) => ranked
        .TakeWhile(scored => scored.Score >= ranked[0].Score - LargestGapToLater)
        .Select(scored => scored.Sentence)
        .Where(sentence => sentence.Article.Time > ranked[0].Sentence.Article.Time && LatestReport.IsAbout(question, sentence.Article))
        .MaxBy(sentence => sentence.Article.Time);

    private static IReadOnlyList<EvidenceSentence> InOrder(WeighedQuestion question, IReadOnlyList<EvidenceSentence> chosen)
    {
        if (question.Question.Type is AnswerType.Timeline or AnswerType.List)
        {
            return [.. chosen.OrderBy(sentence => sentence.Article.Time).ThenBy(sentence => sentence.Range.Start)];
        }

        // "Is the ferry free?" asks for today.
        return question.Question.IsOfToday && question.Time is null
            ? [.. chosen.OrderByDescending(sentence => sentence.Article.Time)]
            : chosen;
    }

    // A sentence that another one takes along is not shown once more by itself.
    private static List<ChosenSentence> WithAntecedents(WeighedQuestion question, IReadOnlyList<EvidenceSentence> chosen)
    {
        var taken = chosen.SelectMany(sentence => Anaphora.AntecedentsOf(question.Question, sentence)).ToHashSet();
        return [.. chosen.Where(sentence => !taken.Contains(sentence)).SelectMany(sentence => WithAntecedent(question, sentence))];
    }

    private static IEnumerable<ChosenSentence> WithAntecedent(WeighedQuestion question, EvidenceSentence sentence)
    {
        var first = Anaphora.AntecedentsOf(question.Question, sentence).LastOrDefault(sentence);
        return ListLines.RangesOf(sentence, first.Range.Start).Select(range => new ChosenSentence(sentence.Article.Hit, range));
    }
}
