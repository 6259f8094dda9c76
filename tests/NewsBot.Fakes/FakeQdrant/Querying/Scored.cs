using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>A point with its score in one list.</summary>
internal sealed record Scored(StoredPoint Point, double Score, OrderValue? Order = null);

/// <summary>What a query, a prefetch and a query of groups have in common.</summary>
internal sealed record QueryPart
{
    public const int DefaultLimit = 10;

    public IReadOnlyList<QueryPart> Prefetches { get; private init; } = [];

    public Query? Query { get; private init; }

    public string Using { get; private init; } = "";

    public bool HasUsing { get; private init; }

    public Filter? Filter { get; private init; }

    public float? Threshold { get; private init; }

    public int Limit { get; init; } = DefaultLimit;

    public int Offset { get; private init; }

    public static QueryPart Of(QueryPoints query) => new()
    {
        Prefetches = [.. query.Prefetch.Select(Of)],
        Query = query.Query,
        Using = query.Using,
        HasUsing = query.HasUsing,
        Filter = query.Filter,
        Threshold = query.HasScoreThreshold ? query.ScoreThreshold : null,
        Limit = query.HasLimit ? Clamp(query.Limit) : DefaultLimit,
        Offset = query.HasOffset ? Clamp(query.Offset) : 0,
    };

    public static QueryPart Of(QueryPointGroups query) => new()
    {
        Prefetches = [.. query.Prefetch.Select(Of)],
        Query = query.Query,
        Using = query.Using,
        HasUsing = query.HasUsing,
        Filter = query.Filter,
        Threshold = query.HasScoreThreshold ? query.ScoreThreshold : null,
        Limit = int.MaxValue,
    };

    private static QueryPart Of(PrefetchQuery query) => query.LookupFrom is not null
        ? throw Refusal.NotPlayed("vectors looked up in another collection")
        : new()
        {
            Prefetches = [.. query.Prefetch.Select(Of)],
            Query = query.Query,
            Using = query.Using,
            HasUsing = query.HasUsing,
            Filter = query.Filter,
            Threshold = query.HasScoreThreshold ? query.ScoreThreshold : null,
            Limit = query.HasLimit ? Clamp(query.Limit) : DefaultLimit,
        };

    private static int Clamp(ulong value) => (int)Math.Min(value, int.MaxValue);
}
