using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Searching;

/// <summary>Lets the server rank an archive's articles for a query; equal scores are put in the order of identities, as the embedded index does.</summary>
internal sealed class ArticleRanker(QdrantCalls calls, CollectionPair collections, QdrantOptions options)
{
    private readonly QueryScope scopes = new(calls);

    public async Task<IReadOnlyList<RankedArticle>> RankAsync(SearchPlan plan, IReadOnlyList<QueryTerm> terms, CancellationToken cancellationToken)
    {
        if (ArticleQueries.WeightsOf(terms) is not { } weights || await scopes.OfAsync(plan.Query, collections.Articles, cancellationToken) is not { } scope)
        {
            return [];
        }

        var query = ArticleQueries.Lexical(collections.Articles, weights, plan.Prior, plan.Depth, options.CandidateLimit);
        var points = await calls.QueryAsync(scope.Query(query), cancellationToken);
        return points.Select(point => ToRanked(point, plan))
            .OrderByDescending(article => article.Score)
            .ThenBy(article => article.Id)
            .Take(plan.Depth)
            .ToList();
    }

    private static RankedArticle ToRanked(ScoredPoint point, SearchPlan plan)
    {
        var factor = plan.Prior.FactorAt(PublishedTime.SecondsOf(point.Payload[PayloadFields.Published].StringValue));
        return new RankedArticle(Guid.Parse(point.Id.Uuid), point.Score / factor, factor);
    }
}
