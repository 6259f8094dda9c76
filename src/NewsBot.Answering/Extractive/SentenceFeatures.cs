using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// What is seen of a sentence with a question in mind, each as a number of about 0 to 1. The order of <see cref="Names"/> is the order
/// of the values and of the weights in <see cref="SentenceScorer"/>.
/// </summary>
public static class SentenceFeatures
{
    /// <summary>The names of the values, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "coverage", "local", "kin", "family", "context", "anaphor", "earlier", "next", "title", "read", "relation", "window", "names", "pairs", "figure", "name", "date", "reason", "closeness", "focus", "counted", "article", "score", "recency", "time", "opening", "lead", "length", "fragment", "definition", "near", "named", "no span", "whole",
    ];

    /// <summary>Where in the values stands how much of what is asked, names apart, the sentence holds.</summary>
    public static int RelationAt { get; } = IndexOf("relation");

    /// <summary>Where in the values stands how near the question's terms are to what may be the answer.</summary>
    public static int ClosenessAt { get; } = IndexOf("closeness");

    /// <summary>The values of one sentence.</summary>
    public static double[] Of(WeighedQuestion question, EvidenceSentence sentence)
    {
        var matches = sentence.MatchesOf(question);
        var (held, kin) = (matches.Exact, matches.Kin);
        var title = sentence.Article.TitleMatchesOf(question);
        var spans = SpanFinder.Find(question, sentence);
        var context = sentence.Previous is null ? 0 : AddedBy(question, sentence.Previous, held);
        var certainty = spans.Count == 0 ? 0 : spans.Max(span => span.Certainty);
        var type = question.Question.Type;
        var near = sentence.HeldNear(question);
        return
        [
            question.WeightOf(i => held[i]) / question.Total,
            Local(question, sentence, held),
            question.WeightOf(i => !held[i] && kin[i]) / question.Total,
            question.WeightOf(i => !kin[i] && matches.Family[i]) / question.Total,
            context,
            Anaphora.IsNearBeginning(sentence) ? context : 0,
            Earlier(question, sentence, kin),
            sentence.Next is null ? 0 : AddedBy(question, sentence.Next, held),
            question.WeightOf(i => !matches.Holds(i) && title.Holds(i)) / question.Total,
            question.WeightOf(i => sentence.Article.Holding(question)[i] > 0) / question.Total,
            Relation(question, held, kin),
            Window(question, sentence),
            question.NameTotal > 0 ? question.WeightOf(i => held[i] && question.Question.Terms[i].IsName) / question.NameTotal : 0,
            Pairs(question, sentence),
            type.IsFigure() ? certainty : 0,
            type.IsName() ? certainty : 0,
            type == AnswerType.Date ? certainty : 0,
            type == AnswerType.Reason ? certainty : 0,
            spans.Count == 0 ? 0 : spans.Max(span => span.Certainty * SpanFit.Closeness(question, sentence, span)),
            question.Question.Focus.Count > 0 && sentence.Words.Any(word => question.Question.Focus.Contains(word.Stem)) ? 1 : 0,
            question.Question.Counts && spans.Any(span => SpanFit.IsCounted(question, sentence, span)) ? 1 : 0,
            1.0 / (1 + sentence.Article.Rank),
            sentence.Article.RelativeScore,
            Recency(question, sentence),
            question.Time is { } time && sentence.Article.Hit.Article.Published is { } published && time.Contains(published.Day) ? 1 : 0,
            sentence.Ordinal == 0 ? 0 : AddedBy(question, sentence.Article.Sentences[0], held),
            1.0 / (1 + sentence.Ordinal),
            Math.Min(sentence.Words.Count, 60) / 60.0,
            IsFragment(sentence) ? 1 : 0,
            type == AnswerType.Definition && Definitions.Defines(question, sentence) ? 1 : 0,
            question.WeightOf(i => near[i]) / question.Total,
            question.NameTotal > 0 ? question.WeightOf(i => question.Question.Terms[i].IsName && sentence.Article.Names(question, i)) / question.NameTotal : 1,
            spans.Count == 0 && (type.IsFigure() || type.IsName() || type is AnswerType.Date or AnswerType.Reason) ? 1 : 0,
            question.WeightOf(i => sentence.Article.Names(question, i)) / question.Total,
        ];
    }

    // The newest state counts most; after a month it hardly matters how old a report is.
    private static double Recency(WeighedQuestion question, EvidenceSentence sentence)
    {
        const double Fading = 21;
        return sentence.Article.Hit.Article.Published is { } published ? Math.Exp(-Math.Max(0, (question.AsOf - published.Instant).TotalDays) / Fading) : 0;
    }

    private static int IndexOf(string name) => Names.ToList().IndexOf(name);

    // What another sentence of the article says of the question that this one leaves unsaid.
    private static double AddedBy(WeighedQuestion question, EvidenceSentence other, bool[] held)
    {
        var there = other.MatchesOf(question).Exact;
        return question.WeightOf(i => !held[i] && there[i]) / question.Total;
    }

    // Names say who it is about; the other words say what is asked of them.
    private static double Relation(WeighedQuestion question, bool[] held, bool[] kin)
    {
        var total = question.WeightOf(i => !question.Question.Terms[i].IsName);
        return total <= 0 ? 0 : question.WeightOf(i => !question.Question.Terms[i].IsName && (held[i] || kin[i])) / total;
    }

    // The greatest weight of terms inside a run of a dozen words: what belongs together stands together.
    private static double Window(WeighedQuestion question, EvidenceSentence sentence)
    {
        const int Width = 12;
        var terms = sentence.MatchesOf(question).TermAt;
        var best = 0.0;
        for (var start = 0; start < sentence.Words.Count; start++)
        {
            if (terms[start] < 0)
            {
                continue;
            }

            var held = new bool[question.Count];
            for (var i = start; i < Math.Min(start + Width, sentence.Words.Count); i++)
            {
                if (terms[i] >= 0)
                {
                    held[terms[i]] = true;
                }
            }

            best = Math.Max(best, question.WeightOf(i => held[i]));
        }

        return best / question.Total;
    }

    // As coverage, but a term that half of the article's sentences hold tells them apart no longer.
    private static double Local(WeighedQuestion question, EvidenceSentence sentence, bool[] held)
    {
        var holding = sentence.Article.Holding(question);
        var count = sentence.Article.Sentences.Count;
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < held.Length; i++)
        {
            if (holding[i] > 0)
            {
                var weight = question.WeightAt(i) * Math.Log(1 + ((double)count / holding[i]));
                total += weight;
                sum += held[i] ? weight : 0;
            }
        }

        return total > 0 ? sum / total : 0;
    }

    // The share of neighbouring question terms that stand near each other in the sentence too, in the same order.
    private static double Pairs(WeighedQuestion question, EvidenceSentence sentence)
    {
        if (question.Count < 2)
        {
            return 0;
        }

        var found = new bool[question.Count];
        var lastTerm = -1;
        var lastAt = -10;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var term = question.PositionOf(sentence.Words[i].Stem);
            if (term < 0)
            {
                continue;
            }

            if (term == lastTerm + 1 && lastTerm >= 0 && i - lastAt <= 3)
            {
                found[term] = true;
            }

            lastTerm = term;
            lastAt = i;
        }

        return question.WeightOf(i => found[i]) / question.Total;
    }

    // What the paragraph said before the sentence, fading with the distance in sentences.
    private static double Earlier(WeighedQuestion question, EvidenceSentence sentence, bool[] kin)
    {
        const double Fading = 0.6;
        var share = new double[question.Count];
        var weight = 1.0;
        var before = sentence.Previous;
        for (var distance = 0; before is not null && distance < 4; distance++)
        {
            var held = before.MatchesOf(question).Kin;
            for (var i = 0; i < share.Length; i++)
            {
                share[i] = Math.Max(share[i], held[i] && !kin[i] ? weight : 0);
            }

            weight *= Fading;
            before = before.Previous;
        }

        var sum = 0.0;
        for (var i = 0; i < share.Length; i++)
        {
            sum += share[i] * question.WeightAt(i);
        }

        return sum / question.Total;
    }

    private static bool IsFragment(EvidenceSentence sentence) => sentence.Words.Count < 4 || sentence.Text[^1] is not ('.' or '!' or '?' or '"' or '”' or '’' or ')');
}
