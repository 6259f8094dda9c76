using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Vectors;

namespace NewsBot.Retrieval.Dense.Embedding;

/// <summary>
/// One run of making the missing vectors of an archive, batch by batch. Before each batch the store is looked at, so an article that comes in while old
/// passages are worked at is next.
/// </summary>
internal sealed partial class VectorMaking(
    ArchiveName archive, EmbeddingQueue queue, IArchiveReader store, VectorFolder vectors, IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingsOptions options, ILogger logger)
{
    private readonly ModelPrefixes prefixes = EmbeddedTexts.PrefixesOf(generator);

    /// <summary>Makes what is missing; returns how many vectors were made.</summary>
    /// <param name="writer">Where they go.</param>
    /// <param name="model">The generator's model.</param>
    /// <param name="batchDone">Called after each batch.</param>
    /// <param name="cancellationToken">Cancels it; what is done stays.</param>
    public async Task<long> RunAsync(VectorWriter writer, VectorModel model, Action batchDone, CancellationToken cancellationToken)
    {
        var made = 0L;
        while (true)
        {
            queue.TakeIn(vectors.Find(archive, model), options.Passages, cancellationToken);
            var count = queue.HasArticles ? await ArticlesAsync(writer, cancellationToken) : await PassagesAsync(writer, model, cancellationToken);
            if (count is null)
            {
                return made;
            }

            made += count.Value;
            batchDone();
        }
    }

    private async Task<long?> ArticlesAsync(VectorWriter writer, CancellationToken cancellationToken)
    {
        var waiting = queue.NextArticles(options.BatchSize);
        try
        {
            var articles = store.FindMany(archive, [.. waiting.Select(article => article.Article)]);
            return await WriteAsync(
                writer,
                [.. articles.Select(article => (
                    new VectorKey(article.Id, article.Version, VectorKey.OfArticle),
                    EmbeddedTexts.OfArticle(article, store.PassagesOf(archive, article.Id, article.Version), prefixes)))],
                cancellationToken);
        }
        catch
        {
            queue.PutBack(waiting);
            throw;
        }
    }

    private async Task<long?> PassagesAsync(VectorWriter writer, VectorModel model, CancellationToken cancellationToken)
    {
        var (taken, texts) = (new Stack<WaitingArticle>(), new List<(VectorKey Key, string Text)>());
        var table = vectors.Find(archive, model);
        while (texts.Count < options.BatchSize && queue.NextWithPassages() is { } waiting)
        {
            taken.Push(waiting);
            texts.AddRange(MissingPassagesOf(waiting, table));
        }

        try
        {
            return taken.Count == 0 ? null : await WriteAsync(writer, texts, cancellationToken);
        }
        catch
        {
            queue.PutBackPassages(taken);
            throw;
        }
    }

    /// <summary>The passages after the first, which the article's own vector stands for.</summary>
    private IEnumerable<(VectorKey Key, string Text)> MissingPassagesOf(WaitingArticle waiting, VectorTable? table) =>
        store.Find(archive, waiting.Article) is not { } article || article.Version != waiting.Version
            ? []
            : store.PassagesOf(archive, article.Id, article.Version)
                .Skip(1)
                .Select(passage => (Key: new VectorKey(article.Id, article.Version, passage.Ordinal), Text: EmbeddedTexts.OfPassage(article.Title, passage.Range.Of(article.Text), prefixes)))
                .Where(passage => table?.Has(passage.Key) != true);

    private async Task<long> WriteAsync(VectorWriter writer, IReadOnlyList<(VectorKey Key, string Text)> texts, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
        {
            return 0;
        }

        try
        {
            var embeddings = await generator.GenerateAsync([.. texts.Select(text => text.Text)], cancellationToken: cancellationToken);
            writer.Append([.. texts.Zip(embeddings, (text, embedding) => (text.Key, embedding.Vector))]);
            return texts.Count;
        }
        catch (EmbeddingUnavailableException refused) when (refused.IsOfTheText && texts.Count == 1)
        {
            LogRefused(logger, texts[0].Key.Article, archive.Value, refused.Message);
            return 0;
        }
        catch (EmbeddingUnavailableException refused) when (refused.IsOfTheText)
        {
            return await WriteSinglyAsync(writer, texts, refused, cancellationToken);
        }
    }

    /// <summary>One text that the model refuses must not keep the others from theirs; where it refuses all, it is not the texts.</summary>
    private async Task<long> WriteSinglyAsync(
        VectorWriter writer, IReadOnlyList<(VectorKey Key, string Text)> texts, EmbeddingUnavailableException refused, CancellationToken cancellationToken)
    {
        var made = 0L;
        foreach (var text in texts)
        {
            made += await WriteAsync(writer, [text], cancellationToken);
        }

        return made > 0 ? made : throw new EmbeddingUnavailableException(refused.Message, refused);
    }

    [LoggerMessage(EventId = 4120, Level = LogLevel.Warning, Message = "A text of article {Article} in archive {Archive} gets no vector: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid article, string archive, string reason);
}
