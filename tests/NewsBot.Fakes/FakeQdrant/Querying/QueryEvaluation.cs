using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>
/// Answers a query: its prefetches first, each under its own filter and the one at the top, then the query over what they found. Points
/// of equal score come by id, where a real server gives no promise.
/// </summary>
internal sealed class QueryEvaluation(StoredCollection collection)
{
    private readonly FilterMatching filters = new(collection);

    public IReadOnlyList<Scored> Evaluate(QueryPart part) => Evaluate(part, []);

    private List<Scored> Evaluate(QueryPart part, IReadOnlyList<Filter> above)
    {
        IReadOnlyList<Filter> here = part.Filter is null ? above : [.. above, part.Filter];
        if (part.Prefetches.Count > 0 && part.Query is null)
        {
            throw Refusal.BadRequest("A query is needed to merge the prefetches. Can't have prefetches without defining a query.");
        }

        var found = part.Prefetches.Select(prefetch => (IReadOnlyList<Scored>)Evaluate(prefetch, here)).ToList();
        IReadOnlySet<StoredPoint>? among = found.Count == 0 ? null : found.SelectMany(list => list).Select(scored => scored.Point).ToHashSet();
        bool Passes(StoredPoint point) => (among?.Contains(point) ?? true) && here.All(filter => filters.Matches(filter, point));

        var ranked = Rank(part, found, Passes);
        return [.. ranked.Where(scored => ReachesThreshold(part, scored)).Skip(part.Offset).Take(part.Limit)];
    }

    private IEnumerable<Scored> Rank(QueryPart part, IReadOnlyList<IReadOnlyList<Scored>> found, Func<StoredPoint, bool> passes)
    {
        switch (part.Query?.VariantCase)
        {
            case null:
                return Unscored(collection.Points.Values.Where(passes));
            case Query.VariantOneofCase.Nearest:
                return new Nearest(collection, part.Using).Rank(part.Query.Nearest, passes);
            case Query.VariantOneofCase.Fusion:
            case Query.VariantOneofCase.Rrf:
                RequirePrefetches(found, "Fusion");
                if (part.HasUsing)
                {
                    throw Refusal.BadRequest("Fusion queries cannot be combined with the 'using' field.");
                }

                return ByScore(Fuse(part.Query, found));
            case Query.VariantOneofCase.Formula:
                RequirePrefetches(found, "Formula");
                return ByScore(new FormulaEvaluation(part.Query.Formula, found, filters).Score());
            case Query.VariantOneofCase.OrderBy:
                return Ordering.By(part.Query.OrderBy, collection, collection.Points.Values.Where(passes));
            case Query.VariantOneofCase.Sample:
                return Unscored(collection.Points.Values.Where(passes));
            default:
                throw Refusal.NotPlayed($"{part.Query.VariantCase} queries");
        }
    }

    private static Dictionary<StoredPoint, double> Fuse(Query query, IReadOnlyList<IReadOnlyList<Scored>> found) => query switch
    {
        { Rrf: { } rrf } => Fusing.ByRank(found, rrf.HasK ? rrf.K : Fusing.DefaultK, rrf.Weights),
        { Fusion: Fusion.Rrf } => Fusing.ByRank(found, Fusing.DefaultK, []),
        _ => Fusing.ByDistribution(found),
    };

    private static void RequirePrefetches(IReadOnlyList<IReadOnlyList<Scored>> found, string what)
    {
        if (found.Count == 0)
        {
            throw Refusal.WrongInput($"Validation failed: cannot apply {what} without prefetches");
        }
    }

    private static IEnumerable<Scored> Unscored(IEnumerable<StoredPoint> points) => points.Select(point => new Scored(point, 1));

    private static IEnumerable<Scored> ByScore(IEnumerable<KeyValuePair<StoredPoint, double>> scores) =>
        scores.Select(pair => new Scored(pair.Key, pair.Value)).OrderByDescending(scored => (float)scored.Score).ThenBy(scored => scored.Point.Key);

    private bool ReachesThreshold(QueryPart part, Scored scored)
    {
        if (part.Threshold is not { } threshold)
        {
            return true;
        }

        var smallerIsBetter = part.Query?.VariantCase == Query.VariantOneofCase.Nearest
            && collection.DenseVectors.TryGetValue(part.Using, out var parameters) && parameters.Distance is Distance.Euclid or Distance.Manhattan;
        return smallerIsBetter ? scored.Score <= threshold : scored.Score >= threshold;
    }
}
