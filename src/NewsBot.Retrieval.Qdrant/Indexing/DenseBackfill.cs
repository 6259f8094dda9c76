using Microsoft.Extensions.AI;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Embedding;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Indexing;

/// <summary>
/// Makes the dense vectors that points still lack: articles by title and lead first, the cheapest useful ones, then passages. What is
/// missing is asked of the server itself, so it can break off and go on at any point.
/// </summary>
internal sealed class DenseBackfill(QdrantCalls calls, IArchiveReader store, IEmbeddingGenerator<string, Embedding<float>> generator, VectorModel model)
{
    /// <summary>Texts of one request to the generator: endpoints refuse much more.</summary>
    private const int TextsAtOnce = 64;

    private readonly ModelPrefixes prefixes = EmbeddedTexts.PrefixesOf(generator);

    /// <summary>Makes what is missing; returns how many vectors were made.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="collections">Its collections.</param>
    /// <param name="progress">Told how far it is, before the first batch and after each.</param>
    /// <param name="cancellationToken">Cancels it; what is made stays.</param>
    public async Task<long> RunAsync(ArchiveName archive, CollectionPair collections, Action<EmbeddingProgress> progress, CancellationToken cancellationToken)
    {
        var (articles, allArticles) = await CountAsync(archive, collections.Articles, cancellationToken);
        var (passages, allPassages) = await CountAsync(archive, collections.Passages, cancellationToken);
        Tell(0, 0);
        var first = await FillAsync(archive, collections.Articles, TextsOfArticles, made => Tell(made, 0), cancellationToken);
        return first + await FillAsync(archive, collections.Passages, TextsOfPassages, made => Tell(first, made), cancellationToken);

        void Tell(long ofArticles, long ofPassages) =>
            progress(new EmbeddingProgress(model, articles + ofArticles, allArticles, passages + ofPassages, allPassages) { InUse = model });
    }

    /// <summary>How many points of an archive have a vector, and how many there are.</summary>
    private async Task<(long With, long All)> CountAsync(ArchiveName archive, string collection, CancellationToken cancellationToken)
    {
        var all = (long)await calls.CountAsync(collection, ArchiveScope.Of(archive), cancellationToken);
        return (all - (long)await calls.CountAsync(collection, ArchiveScope.Of(archive).Without(VectorNames.Dense), cancellationToken), all);
    }

    private async Task<long> FillAsync(
        ArchiveName archive,
        string collection,
        Func<ArchiveName, IReadOnlyList<RetrievedPoint>, IEnumerable<(PointId Id, string Text)>> textsOf,
        Action<long> tell,
        CancellationToken cancellationToken)
    {
        var made = 0L;
        var scope = ArchiveScope.Of(archive).Without(VectorNames.Dense);
        PointId? from = null;
        do
        {
            var (page, next) = await calls.ScrollAsync(collection, scope, [PayloadFields.Title, PayloadFields.Text], from, TextsAtOnce, cancellationToken);
            var texts = textsOf(archive, page).ToList();
            if (texts.Count > 0)
            {
                await EmbedAsync(collection, texts, cancellationToken);
                made += texts.Count;
                tell(made);
            }

            from = next;
        }
        while (from is not null);
        return made;
    }

    private async Task EmbedAsync(string collection, IReadOnlyList<(PointId Id, string Text)> texts, CancellationToken cancellationToken)
    {
        var embeddings = await generator.GenerateAsync(texts.Select(text => text.Text), cancellationToken: cancellationToken);
        if (embeddings.Count != texts.Count || embeddings.Any(embedding => embedding.Vector.Length != model.Dimensions))
        {
            throw new IndexUnavailableException(
                $"The embedding model '{model.Name}' gave {embeddings.Count} vectors for {texts.Count} texts, or some not of {model.Dimensions} dimensions. Check Embeddings:Model; searching by words goes on.");
        }

        await calls.UpdateVectorsAsync(collection, texts.Select((text, i) => PointMaking.DenseOf(text.Id, embeddings[i].Vector.Span)), cancellationToken);
    }

    private IEnumerable<(PointId Id, string Text)> TextsOfArticles(ArchiveName archive, IReadOnlyList<RetrievedPoint> points)
    {
        var articles = store.FindMany(archive, [.. points.Select(point => Guid.Parse(point.Id.Uuid))]).ToDictionary(article => article.Id);
        foreach (var point in points)
        {
            if (articles.TryGetValue(Guid.Parse(point.Id.Uuid), out var article))
            {
                yield return (point.Id, EmbeddedTexts.OfArticle(article, store.PassagesOf(archive, article.Id, article.Version), prefixes));
            }
        }
    }

    private IEnumerable<(PointId Id, string Text)> TextsOfPassages(ArchiveName archive, IReadOnlyList<RetrievedPoint> points) =>
        points.Select(point => (point.Id, EmbeddedTexts.OfPassage(point.Payload[PayloadFields.Title].StringValue, point.Payload[PayloadFields.Text].StringValue, prefixes)));
}
