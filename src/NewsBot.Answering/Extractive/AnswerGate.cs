using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// The second gate after retrieval's: does the best sentence really answer? It looks at what of the question is nowhere in the article, at
/// the names asked for, at whether the kind of thing asked for stands in the sentence, and at how far the article leads. A logistic of
/// these, fitted by the benchmark <c>answers gate</c>, less what <see cref="AnswerDoubts"/> takes off.
/// </summary>
public static class AnswerGate
{
    /// <summary>The names of the values, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "constant", "search", "lead", "coverage", "near", "read", "names near", "names read", "rarest near", "rarest read", "relation near", "numbers", "span", "no span", "closeness", "gap", "length", "score", "counted", "relation", "together", "all names", "no figure", "no name",
    ];

    private static readonly double[] Fitted = [-7.68, 0.52, 2.40, 0.51, 0.83, 0.68, 1.21, -0.20, -0.30, 0.33, -0.20, 0.67, 0.06, 0.14, 0.07, 0.96, 1.32, 0.82, 0.80, 0.50, 0.25, 1.04, -0.92, -0.47];

    /// <summary>How likely the best of the ranked sentences answers, 0 to 1.</summary>
    public static double Confidence(WeighedQuestion question, SearchOutcome found, IReadOnlyList<ScoredSentence> ranked)
    {
        if (ranked.Count == 0)
        {
            return 0;
        }

        var values = ValuesOf(question, found, ranked);
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += Fitted[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-sum)) * new AnswerDoubts(question, ranked).Share();
    }

    /// <summary>The values of a question's best sentence; there must be one.</summary>
    public static double[] ValuesOf(WeighedQuestion question, SearchOutcome found, IReadOnlyList<ScoredSentence> ranked)
    {
        var best = ranked[0].Sentence;
        var held = best.MatchesOf(question).Exact;
        var near = best.HeldNear(question);
        var read = near.ToArray();
        foreach (var sentence in best.Article.Sentences)
        {
            sentence.MatchesOf(question).AddTo(read);
        }

        var type = question.Question.Type;
        var spans = SpanFinder.Find(question, best);
        var wantsSpan = type.IsFigure() || type.IsName() || type is AnswerType.Date;
        var scores = found.Hits.Select(hit => hit.Score).ToList();
        return
        [
            1,
            scores[0] / question.Total / 5,
            LeadOf(scores),
            question.WeightOf(i => held[i]) / question.Total,
            question.WeightOf(i => near[i]) / question.Total,
            question.WeightOf(i => read[i]) / question.Total,
            ShareOf(question, near, term => term.IsName),
            ShareOf(question, read, term => term.IsName),
            RarestMissing(question, near),
            RarestMissing(question, read),
            ShareOf(question, near, term => !term.IsName),
            ShareOf(question, near, term => term.IsNumber),
            spans.Count == 0 ? 0 : spans.Max(span => span.Certainty),
            wantsSpan && spans.Count == 0 ? 1 : 0,
            ranked[0].Features[SentenceFeatures.ClosenessAt],
            Math.Min(ranked[0].Score - ranked[Math.Min(4, ranked.Count - 1)].Score, 6) / 6,
            Math.Min(question.Count, 12) / 12.0,
            ranked[0].Score / 20,
            !question.Question.Counts ? 0 : spans.Any(span => SpanFit.IsCounted(question, best, span)) ? 1 : -1,
            ShareOfKind(question, best.MatchesOf(question), term => !term.IsName),
            NamesTogether(question, best.Article),
            ShareOf(question, read, term => term.IsName) >= 0.999 ? 1 : 0,
            type.IsFigure() || type == AnswerType.Date ? 1 - spans.Select(span => span.Certainty).DefaultIfEmpty(0).Max() : 0,
            type is AnswerType.Person or AnswerType.Organisation or AnswerType.Place or AnswerType.Reason ? 1 - spans.Select(span => span.Certainty).DefaultIfEmpty(0).Max() : 0,
        ];
    }

    private static double ShareOfKind(WeighedQuestion question, TermMatches matches, Func<QuestionTerm, bool> isOfSort)
    {
        var total = question.WeightOf(i => isOfSort(question.Question.Terms[i]));
        return total <= 0 ? 1 : question.WeightOf(i => matches.Holds(i) && isOfSort(question.Question.Terms[i])) / total;
    }

    // "Federal Express" is not named by a text that has "Federal Reserve" and "express train": of names that stand side by side in the
    // question, the share that do so in the article.
    private static double NamesTogether(WeighedQuestion question, ReadArticle article)
    {
        var terms = question.Question.Terms;
        var (pairs, together) = (0, 0);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (terms[i].IsName && terms[i + 1].IsName && terms[i].IsFollowed)
            {
                pairs++;
                together += article.Sentences.Select(sentence => sentence.Words).Append(article.TitleWords).Any(words => StandTogether(words, terms[i].Stem, terms[i + 1].Stem)) ? 1 : 0;
            }
        }

        return pairs == 0 ? 0 : together == pairs ? 1 : -1;
    }

    private static bool StandTogether(IReadOnlyList<Word> words, string first, string second)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Stem == first && words[i + 1].Stem == second)
            {
                return true;
            }
        }

        return false;
    }

    // By how much the best article leads the tail of the hits; alone in a small archive it leads entirely.
    private static double LeadOf(List<double> scores)
    {
        const int EnoughForTail = 5;
        return scores.Count < EnoughForTail ? 1 : (scores[0] - scores[^1]) / scores[0];
    }

    // Nothing of the sort asked for is nothing missed.
    internal static double ShareOf(WeighedQuestion question, bool[] held, Func<QuestionTerm, bool> isOfSort)
    {
        var total = question.WeightOf(i => isOfSort(question.Question.Terms[i]));
        return total <= 0 ? 1 : question.WeightOf(i => held[i] && isOfSort(question.Question.Terms[i])) / total;
    }

    private static double RarestMissing(WeighedQuestion question, bool[] read)
    {
        var (missing, all) = (0.0, 0.01);
        for (var i = 0; i < read.Length; i++)
        {
            all = Math.Max(all, question.WeightAt(i));
            missing = read[i] ? missing : Math.Max(missing, question.WeightAt(i));
        }

        return missing / all;
    }
}
