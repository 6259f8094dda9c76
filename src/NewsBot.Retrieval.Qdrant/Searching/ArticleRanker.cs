using NewsBot.Retrieval.Dense.Fusion;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Searching;

/// <summary>
/// Lets the server rank an archive's articles for a query, in one round trip: by words and age, and by meaning too where a generator is given.
/// Equal scores are put in the order of identities, as the embedded index does.
/// </summary>
internal sealed class ArticleRanker(QdrantCalls calls, CollectionPair collections, QdrantOptions options, double meaningWeight)
{
    private readonly QueryScope scopes = new(calls);

    /// <param name="plan">How the query was read.</param>
    /// <param name="terms">Its terms with their rarity in the archive.</param>
    /// <param name="meaning">The question's vector; null for words alone.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<IReadOnlyList<RankedArticle>> RankAsync(
        SearchPlan plan, IReadOnlyList<QueryTerm> terms, ReadOnlyMemory<float>? meaning, CancellationToken cancellationToken)
    {
        var weights = ArticleQueries.WeightsOf(terms);
        if ((weights is null && meaning is null) || await scopes.OfAsync(plan.Query, collections.Articles, cancellationToken) is not { } scope)
        {
            return [];
        }

        var ranked = meaning is { } vector
            ? await ByWordsAndMeaningAsync(plan, scope, weights ?? new SparseVector(), vector, cancellationToken)
            : await ByWordsAsync(plan, scope, weights!, cancellationToken);
        return ranked.OrderByDescending(article => article.Score).ThenBy(article => article.Id).Take(plan.Depth).ToList();
    }

    private async Task<IEnumerable<RankedArticle>> ByWordsAsync(SearchPlan plan, ArchiveScope scope, SparseVector weights, CancellationToken cancellationToken)
    {
        var query = ArticleQueries.Lexical(collections.Articles, weights, plan.Prior, plan.Depth, options.CandidateLimit);
        return (await calls.QueryAsync(scope.Query(query), cancellationToken)).Select(point => ToRanked(point, plan));
    }

    private async Task<IEnumerable<RankedArticle>> ByWordsAndMeaningAsync(
        SearchPlan plan, ArchiveScope scope, SparseVector weights, ReadOnlyMemory<float> vector, CancellationToken cancellationToken)
    {
        if (options.Fusion == QdrantFusion.Ranks)
        {
            var fused = ArticleQueries.FusedByRanks(collections.Articles, weights, vector.Span, plan.Prior, plan.Depth, options.CandidateLimit);
            return (await calls.QueryAsync(scope.Query(fused), cancellationToken)).Select(point => ToRanked(point, plan));
        }

        var lists = await calls.QueryAsync(
            [
                scope.Query(ArticleQueries.Nearest(collections.Articles, weights, options.CandidateLimit)),
                scope.Query(ArticleQueries.Nearest(collections.Articles, vector.Span, options.CandidateLimit)),
            ],
            cancellationToken);
        return Fuse(
            [.. lists[0].Select(point => new RankedArticle(IdOf(point), point.Score, FactorOf(point, plan)))],
            [.. lists[1].Select(point => new NearArticle(IdOf(point), point.Score, FactorOf(point, plan)))]);
    }

    /// <summary>What stands in a full list by meaning is nearer than all others; where the list is not full, the others have no vector yet.</summary>
    private IEnumerable<RankedArticle> Fuse(List<RankedArticle> lexical, List<NearArticle> near)
    {
        double? farther = near.Count >= options.CandidateLimit ? near.Min(article => article.Cosine) : null;
        return ScoreFusion.Fuse(lexical, near, meaningWeight, _ => farther);
    }

    private static RankedArticle ToRanked(ScoredPoint point, SearchPlan plan)
    {
        var factor = FactorOf(point, plan);
        return new RankedArticle(IdOf(point), point.Score / factor, factor);
    }

    private static Guid IdOf(ScoredPoint point) => Guid.Parse(point.Id.Uuid);

    private static double FactorOf(ScoredPoint point, SearchPlan plan) =>
        plan.Prior.FactorAt(PublishedTime.SecondsOf(point.Payload[PayloadFields.Published].StringValue));
}
