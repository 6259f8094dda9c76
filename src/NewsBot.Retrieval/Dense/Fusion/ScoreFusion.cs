using NewsBot.Retrieval.Lexical;

namespace NewsBot.Retrieval.Dense.Fusion;

/// <summary>An article of the list by meaning.</summary>
/// <param name="Id">The article.</param>
/// <param name="Cosine">The cosine of question and article, -1 to 1.</param>
/// <param name="TimeFactor">The factor of the time prior.</param>
internal readonly record struct NearArticle(Guid Id, double Cosine, double TimeFactor);

/// <summary>
/// One list from words and meaning, by scores: (1 - a)·lexical/best + a·cosine/best, times the time prior, in the unit of lexical scores, so that
/// what is read off them stays comparable. Fusing by ranks was measured to hurt wherever one list is weaker (retrieval.md, section 3).
/// </summary>
internal static class ScoreFusion
{
    /// <summary>The fused list, in no particular order.</summary>
    /// <param name="lexical">The best articles by words.</param>
    /// <param name="near">The nearest articles by meaning.</param>
    /// <param name="weight">The share of meaning, 0 to 1.</param>
    /// <param name="cosineOf">The cosine of an article that is not among the nearest; null where it has no vector.</param>
    public static IEnumerable<RankedArticle> Fuse(
        IReadOnlyList<RankedArticle> lexical, IReadOnlyList<NearArticle> near, double weight, Func<Guid, double?> cosineOf)
    {
        if (near.Count == 0)
        {
            return lexical;
        }

        var best = lexical.Count == 0 ? 1 : lexical.Max(article => article.Lexical);
        var bestCosine = Math.Max(near.Max(article => article.Cosine), double.Epsilon);
        var cosines = near.ToDictionary(article => article.Id, article => article.Cosine);
        var known = lexical.Select(article => (article, Cosine: cosines.TryGetValue(article.Id, out var cosine) ? cosine : cosineOf(article.Id))).ToList();

        // An article without a vector yet is neither better nor worse for it: it counts as one of the others that words have found.
        var usual = known.Average(pair => pair.Cosine) ?? near.Average(article => article.Cosine);
        var byWords = known.Select(pair => pair.article with
        {
            Cosine = pair.Cosine,
            Relevance = Relevance(pair.article.Lexical, pair.Cosine ?? usual),
        });
        var words = lexical.Select(article => article.Id).ToHashSet();
        var byMeaning = near.Where(article => !words.Contains(article.Id)).Select(article => new RankedArticle(article.Id, 0, article.TimeFactor)
        {
            Cosine = article.Cosine,
            Relevance = Relevance(0, article.Cosine),
        });
        return byWords.Concat(byMeaning);

        double Relevance(double score, double cosine) => ((1 - weight) * score) + (weight * best * Math.Max(0, cosine) / bestCosine);
    }
}
