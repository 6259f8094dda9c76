using NewsBot.Retrieval.Lexical;

namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// How likely the archive answers a question at all, from retrieval alone: a logistic over signals of the ranking (retrieval.md, section 4).
/// Fitted by <c>NewsBot.Benchmarks answerability</c>, each collection and outcome counting the same; figures in docs/BENCHMARKS.md. It is the first of two gates: that a sentence
/// really answers, only reading can tell.
/// </summary>
internal static class Answerability
{
    /// <summary>So many of the best articles may hold what is asked for.</summary>
    private const int NearestLooked = 3;

    private static readonly double[] Weights = [-2.23, 1.09, -.45, 2.48, -.20, -1.27, -.91];

    /// <summary>
    /// The signals: the best score over the question's rarity; its lead over the tenth; the share of the question's rarity that the best
    /// passage covers; whether the rarest term is missing there; the share of rarity in words that no article holds; how far the best articles
    /// lie from the days that the question names.
    /// </summary>
    public static IReadOnlyList<double> SignalsOf(IReadOnlyList<RankedArticle> ranked, IReadOnlyList<QueryTerm> terms, int deepRank, IReadOnlySet<string> covered, TimePrior prior)
    {
        var asked = terms.Where(term => term.IsAsked).ToList();
        var rarity = asked.Sum(term => term.Idf);
        if (ranked.Count == 0 || rarity == 0)
        {
            return [0, 0, 0, 1, 1, 0];
        }

        var best = ranked[0].Score;
        var deep = ranked.Count >= deepRank ? ranked[deepRank - 1].Score : 0;
        var rarest = asked.MaxBy(term => term.Idf)!;
        return
        [
            best / rarity,
            (best - deep) / best,
            asked.Where(term => covered.Contains(term.Stem)).Sum(term => term.Idf) / rarity,
            covered.Contains(rarest.Stem) ? 0 : 1,
            asked.Where(term => term.Articles == 0).Sum(term => term.Idf) / rarity,
            prior.IsStated ? ranked.Take(NearestLooked).Min(article => prior.DistanceOf(article.TimeFactor)) : 0,
        ];
    }

    /// <summary>The probability for signals: 0 where nothing was found.</summary>
    public static double Of(IReadOnlyList<double> signals) => signals[0] == 0 ? 0 : Logistic(Weights, signals);

    /// <summary>The logistic of an intercept and weighted signals.</summary>
    public static double Logistic(IReadOnlyList<double> weights, IReadOnlyList<double> signals)
    {
        var sum = weights[0];
        for (var i = 0; i < signals.Count; i++)
        {
            sum += weights[i + 1] * signals[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
