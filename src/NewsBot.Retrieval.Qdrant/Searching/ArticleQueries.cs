using System.Globalization;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Ranking;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Searching;

/// <summary>
/// The queries by which articles are ranked. Words: the nearest sparse vectors, scored anew by score × (1 + w·exp(-age/τ)), in one round
/// trip. The query's weights are the archive's own rarities, so that another archive's texts move nothing.
/// </summary>
internal static class ArticleQueries
{
    /// <summary>The value at the scale's distance: exp(-1), which makes the server's decay the prior's.</summary>
    private static readonly float Midpoint = (float)Math.Exp(-1);

    /// <summary>The k of the paper; the server's own default, 2, lets the first ranks alone decide.</summary>
    private const uint FusionK = 60;

    private const double SecondsPerDay = 86_400;

    /// <summary>Articles beyond those wanted, so that equal scores at the edge are decided by identity here and not by chance there.</summary>
    private const int Spare = 20;

    /// <summary>The query's side of BM25: rarities by term; null where no term occurs in the archive.</summary>
    public static SparseVector? WeightsOf(IReadOnlyList<QueryTerm> terms)
    {
        var weights = new SortedDictionary<uint, double>();
        foreach (var term in terms.Where(term => term.Articles > 0))
        {
            // Stems whose hashes meet add up: the server refuses an index that comes twice.
            var index = TermHash.Of(term.Stem);
            weights[index] = weights.GetValueOrDefault(index) + term.Idf;
        }

        return weights.Count == 0 ? null : new SparseVector { Indices = { weights.Keys }, Values = { weights.Values.Select(value => (float)value) } };
    }

    /// <summary>The best articles by words and age.</summary>
    public static QueryPoints Lexical(string collection, SparseVector weights, TimePrior prior, int depth, int candidates) => prior.Weight == 0
        ? Nearest(collection, weights, depth + Spare)
        : new QueryPoints
        {
            CollectionName = collection,
            Prefetch = { new PrefetchQuery { Query = NearestTo(weights), Using = VectorNames.Sparse, Limit = (ulong)Math.Max(candidates, depth + Spare) } },
            Query = new Query { Formula = new Formula { Expression = Prior(prior) } },
            Limit = (ulong)(depth + Spare),
            WithPayload = PublishedOnly,
        };

    /// <summary>The best articles by words alone.</summary>
    public static QueryPoints Nearest(string collection, SparseVector weights, int limit) => new()
    {
        CollectionName = collection,
        Query = NearestTo(weights),
        Using = VectorNames.Sparse,
        Limit = (ulong)limit,
        WithPayload = PublishedOnly,
    };

    /// <summary>The best articles by the embedding of their title and lead.</summary>
    public static QueryPoints Nearest(string collection, ReadOnlySpan<float> vector, int limit) => new()
    {
        CollectionName = collection,
        Query = NearestTo(vector),
        Using = VectorNames.Dense,
        Limit = (ulong)limit,
        WithPayload = PublishedOnly,
    };

    /// <summary>Words and meaning fused by their ranks, then scored anew with the time prior.</summary>
    public static QueryPoints FusedByRanks(string collection, SparseVector weights, ReadOnlySpan<float> vector, TimePrior prior, int depth, int candidates)
    {
        var fused = new PrefetchQuery
        {
            Prefetch =
            {
                new PrefetchQuery { Query = NearestTo(weights), Using = VectorNames.Sparse, Limit = (ulong)candidates },
                new PrefetchQuery { Query = NearestTo(vector), Using = VectorNames.Dense, Limit = (ulong)candidates },
            },
            Query = new Query { Rrf = new Rrf { K = FusionK } },
            Limit = (ulong)candidates,
        };
        return new QueryPoints
        {
            CollectionName = collection,
            Prefetch = { fused },
            Query = new Query { Formula = new Formula { Expression = Prior(prior) } },
            Limit = (ulong)(depth + Spare),
            WithPayload = PublishedOnly,
        };
    }

    private static WithPayloadSelector PublishedOnly => Wire.QdrantCalls.Fields([PayloadFields.Published]);

    private static Query NearestTo(ReadOnlySpan<float> vector)
    {
        var dense = new DenseVector();
        foreach (var value in vector)
        {
            dense.Data.Add(value);
        }

        return new Query { Nearest = new VectorInput { Dense = dense } };
    }

    private static Query NearestTo(SparseVector weights) => new() { Nearest = new VectorInput { Sparse = weights } };

    private static Expression Prior(TimePrior prior) => Product(
        new Expression { Variable = "$score" },
        Sum(new Expression { Constant = 1 }, Product(new Expression { Constant = (float)prior.Weight }, new Expression { ExpDecay = Decay(prior) })));

    private static DecayParamsExpression Decay(TimePrior prior) => new()
    {
        X = DistanceFrom(prior),
        Scale = (float)(prior.Days * SecondsPerDay),
        Midpoint = Midpoint,
    };

    /// <summary>
    /// Seconds between the publication and the moments meant, 0 inside them: (|x - first| + |x - last| - (last - first)) / 2. Servers before 1.20 know
    /// no minimum and maximum.
    /// </summary>
    private static Expression DistanceFrom(TimePrior prior)
    {
        var published = new Expression { DatetimeKey = PayloadFields.Published };
        var (first, last) = (Moment(prior.First), Moment(prior.Last));
        return Product(new Expression { Constant = .5f }, Sum(
            new Expression { Abs = Difference(published, first) },
            new Expression { Abs = Difference(published, last) },
            new Expression { Neg = Difference(last, first) }));
    }

    private static Expression Difference(Expression left, Expression right) => Sum(left, new Expression { Neg = right });

    private static Expression Sum(params Expression[] parts) => new() { Sum = new SumExpression { Sum = { parts } } };

    private static Expression Product(params Expression[] parts) => new() { Mult = new MultExpression { Mult = { parts } } };

    private static Expression Moment(DateTimeOffset moment) =>
        new() { Datetime = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
}
