using NewsBot.Retrieval.Lexical;

namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// How likely the archive answers a question at all, from retrieval alone: a logistic of the share of the question's rarity that the best
/// article covers and of its lead over the tenth (retrieval.md, section 4).
/// </summary>
internal static class Answerability
{
    private const double Intercept = -3.2;
    private const double CoverageWeight = 3.4;
    private const double LeadWeight = 3.0;

    public static double Of(IReadOnlyList<RankedArticle> ranked, IReadOnlyList<QueryTerm> terms, int deepRank)
    {
        var rarity = terms.Sum(term => term.Idf);
        if (ranked.Count == 0 || rarity == 0)
        {
            return 0;
        }

        var best = ranked[0].Score;
        var deep = ranked.Count >= deepRank ? ranked[deepRank - 1].Score : 0;
        return 1 / (1 + Math.Exp(-(Intercept + (CoverageWeight * best / rarity) + (LeadWeight * (best - deep) / best))));
    }
}
