using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// The second gate after retrieval's: does the best sentence really answer? It looks at what of the question is nowhere in the article, at
/// the names asked for, at whether the kind of thing asked for stands in the sentence, and at how far the article leads. A logistic of
/// these, fitted by the benchmark <c>answers gate</c>.
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

        var likelihood = 1 / (1 + Math.Exp(-sum));
        return likelihood * (values[RelationNearAt] > 0 ? 1 : Doubt) * (values[NamesReadAt] > 0 ? 1 : SlightDoubt) * DoubtOfKind(question.Question, values) * DoubtOfPredicate(question, ranked[0].Sentence) * DoubtOfYear(question, ranked[0].Sentence) * (SpeaksOfWhatIsAsked(question, ranked) ? 1 : 0);
    }

    // "How tall" can be told in metres only; an amount, a count, a day and a person also by a word for them.
    private static double DoubtOfKind(AskedQuestion question, double[] values) =>
        Math.Max(values[NoFigureAt], values[NoNameAt]) <= MostUncertain ? 1
        : question.Units is not null ? GraveDoubt
        : question.Counts || question.Type is AnswerType.Money or AnswerType.Date or AnswerType.Person ? Doubt
        : 1;

    // "Was the lighthouse sold to a casino?" is not answered by an article about the lighthouse that knows of no sale and no casino: whether
    // something is so can only be told where sentences that may be quoted
    // speak of most of what is asked about.
    private static bool SpeaksOfWhatIsAsked(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked)
    {
        const double Most = 0.5;
        if (question.Question.Type != AnswerType.YesNo)
        {
            return true;
        }

        var article = ranked[0].Sentence.Article;
        var told = new bool[question.Count];
        question.MatchesIn(article.TitleWords).AddTo(told);
        foreach (var scored in ranked.Where(scored => scored.Sentence.Article == article))
        {
            scored.Sentence.MatchesOf(question).AddTo(told);
        }

        return ShareOf(question, told, term => !term.IsName) >= Most;
    }

    // Of a town many things are told: "How many people live there?" is not answered by how many fled, nor "When was it founded?" by when it burned, nor "Why was it closed?" by an article that knows of no closing. What is counted
    // is told so in the sentence, or in a form of the word beside it; other figures and days are when the article has the word anywhere. Who did something is
    // paraphrased too often for that.
    private static double DoubtOfPredicate(WeighedQuestion question, EvidenceSentence best)
    {
        var asked = question.Question;
        if (asked.Type is AnswerType.Person or AnswerType.Thing or AnswerType.Place || asked.Predicate is not { } predicate || question.PositionOf(predicate) is not (>= 0 and var term) || IsToldBy(question, best, term))
        {
            return 1;
        }

        return !asked.Counts && best.Article.Names(question, term) ? 1 : asked.Type is AnswerType.Date or AnswerType.Reason ? Doubt : GraveDoubt;
    }

    // "How many came in 2023?" is not answered by the report of 2024, unless it says "last year".
    private static double DoubtOfYear(WeighedQuestion question, EvidenceSentence best)
    {
        var near = best.HeldNear(question);
        var isOfAnother = Enumerable.Range(0, question.Count).Any(i => question.Question.Terms[i] is { IsTime: true, IsNumber: true } year && !near[i] && !LooksBackTo(year.Stem, best));
        return isOfAnother ? GraveDoubt : 1;
    }

    private static bool LooksBackTo(string year, EvidenceSentence best) =>
        best.Article.Hit.Article.Published is not { } published
        || (year == (published.Day.Year - 1).ToString(CultureInfo.InvariantCulture) && best.Words.Any(word => LookingBack.Contains(word.Stem)));

    private static readonly FrozenSet<string> LookingBack = FrozenSet.ToFrozenSet(["last", "previous", "earlier", "ago", "prior", "past", "letzt", "vorig", "vorjahr", "derni", "pass"], StringComparer.Ordinal);

    private static bool IsToldBy(WeighedQuestion question, EvidenceSentence best, int term) =>
        best.MatchesOf(question).Holds(term)
        || best.Article.TitleMatchesOf(question).Kin[term]
        || best.Previous?.MatchesOf(question).Kin[term] == true
        || best.Next?.MatchesOf(question).Kin[term] == true;

    // What a sum of many values cannot say: "What is the altitude of Thennock?" is not answered by whatever is told of Thennock, "Why was the library in Grelling closed?" by an article that never names Grelling, nor "What fee did
    // the club pay?" by a sentence without an amount. Doubt more than halves the chance, grave doubt leaves a fifth;
    // slight doubt decides only what was doubtful, since an article may name somebody otherwise.
    private const double SlightDoubt = 0.85;
    private const double Doubt = 0.45;
    private const double GraveDoubt = 0.2;
    private const double MostUncertain = 0.7;

    private static readonly int RelationNearAt = Names.ToList().IndexOf("relation near");
    private static readonly int NamesReadAt = Names.ToList().IndexOf("names read");
    private static readonly int NoFigureAt = Names.ToList().IndexOf("no figure");
    private static readonly int NoNameAt = Names.ToList().IndexOf("no name");

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
        var closeness = ranked[0].Features[SentenceFeatures.ClosenessAt];
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
            closeness,
            Math.Min(ranked[0].Score - ranked[Math.Min(4, ranked.Count - 1)].Score, 6) / 6,
            Math.Min(question.Count, 12) / 12.0,
            ranked[0].Score / 20,
            !question.Question.Counts ? 0 : spans.Any(span => SentenceFeatures.IsCounted(question, best, span)) ? 1 : -1,
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
    private static double ShareOf(WeighedQuestion question, bool[] held, Func<QuestionTerm, bool> isOfSort)
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
