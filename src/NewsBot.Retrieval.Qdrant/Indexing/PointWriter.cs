using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using NewsBot.Retrieval.Text;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Indexing;

/// <summary>
/// Writes batches of articles and their passages: a bounded number of writes under way, each acknowledged before the batch counts as done.
/// Passages are written before their article, so that whatever can be found has its passages.
/// </summary>
internal sealed class PointWriter(QdrantCalls calls, IArchiveReader store, TextAnalysis text, QdrantOptions options)
{
    public async Task WriteAsync(ArchiveName archive, CollectionPair collections, ArticleBatch batch, double averageLength, CancellationToken cancellationToken)
    {
        await RemoveAsync(archive, collections, batch, cancellationToken);
        await UpsertAsync(collections.Passages, batch.Written.SelectMany(counted => PassagesOf(counted.Article)), cancellationToken);
        await UpsertAsync(collections.Articles, batch.Written.Select(counted => PointMaking.OfArticle(counted.Article, counted.Terms, averageLength)), cancellationToken);
        await RestateAsync(archive, collections, batch.Restated, cancellationToken);
    }

    /// <summary>Sets the weights of articles anew; their other vectors and payload stay.</summary>
    public Task ReweighAsync(CollectionPair collections, IEnumerable<CountedArticle> articles, double averageLength, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            articles.Chunk(options.BatchSize),
            Bounded(cancellationToken),
            async (chunk, token) => await calls.UpdateVectorsAsync(
                collections.Articles, chunk.Select(counted => PointMaking.WeightsOf(counted.Article, counted.Terms, averageLength)), token));

    private async Task RemoveAsync(ArchiveName archive, CollectionPair collections, ArticleBatch batch, CancellationToken cancellationToken)
    {
        var scope = ArchiveScope.Of(archive);
        foreach (var gone in batch.Removed.Concat(batch.Replaced).Chunk(options.BatchSize))
        {
            await calls.DeleteAsync(collections.Passages, scope.OfArticles(gone), cancellationToken);
        }

        foreach (var gone in batch.Removed.Chunk(options.BatchSize))
        {
            await calls.DeleteAsync(collections.Articles, scope.OfArticles(gone), cancellationToken);
        }
    }

    private Task UpsertAsync(string collection, IEnumerable<PointStruct> points, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        points.Chunk(options.BatchSize), Bounded(cancellationToken), async (chunk, token) => await calls.UpsertAsync(collection, chunk, token));

    private Task RestateAsync(ArchiveName archive, CollectionPair collections, IEnumerable<Article> articles, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        articles,
        Bounded(cancellationToken),
        async (article, token) =>
        {
            var scope = ArchiveScope.Of(archive).OfArticles([article.Id]);
            await calls.SetPayloadAsync(collections.Articles, scope, PointMaking.StandingOf(article), token);
            await calls.SetPayloadAsync(collections.Passages, scope, PointMaking.StandingOf(article), token);
        });

    private IEnumerable<PointStruct> PassagesOf(Article article) =>
        PointMaking.OfPassages(article, store.PassagesOf(article.Archive, article.Id, article.Version), text);

    private ParallelOptions Bounded(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.ParallelWrites, CancellationToken = cancellationToken };
}
