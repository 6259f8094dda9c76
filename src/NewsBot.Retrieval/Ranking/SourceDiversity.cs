namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// Puts the final order: by score, where each further article of a source that stands above loses a little, so that of near equals another
/// publication's view comes first. Equal scores are ordered by identity.
/// </summary>
internal static class SourceDiversity
{
    /// <summary>From the fourth article of a source on, the loss no longer grows: an archive of one source keeps its order.</summary>
    private const int MostCounted = 3;

    public static IEnumerable<ArticleHit> Order(IReadOnlyList<ArticleHit> hits, double penalty)
    {
        var left = hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Article.Id).ToList();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (left.Count > 0)
        {
            var best = 0;
            for (var i = 1; i < left.Count; i++)
            {
                best = Worth(left[i], seen, penalty) > Worth(left[best], seen, penalty) ? i : best;
            }

            var hit = left[best];
            left.RemoveAt(best);
            if (hit.Article.Source is { } source)
            {
                seen[source] = seen.GetValueOrDefault(source) + 1;
            }

            yield return hit;
        }
    }

    private static double Worth(ArticleHit hit, Dictionary<string, int> seen, double penalty) =>
        hit.Score * (1 - (penalty * Math.Min(MostCounted, hit.Article.Source is { } source ? seen.GetValueOrDefault(source) : 0)));
}
