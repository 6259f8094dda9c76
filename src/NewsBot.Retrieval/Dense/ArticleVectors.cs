using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Embedding;
using NewsBot.Retrieval.Dense.Fusion;
using NewsBot.Retrieval.Dense.Vectors;

namespace NewsBot.Retrieval.Dense;

/// <summary>
/// The vectors of an archive's articles beside the embedded index: made in the background, read by searches. They are derived; what is lost is made
/// again. Safe for several threads.
/// </summary>
public sealed class ArticleVectors : IArticleEmbedding, IDisposable
{
    private readonly VectorFolder vectors;
    private readonly IArchiveReader store;
    private readonly TextEncoders encoders;
    private readonly EmbeddingsOptions options;
    private readonly ILogger logger;
    private readonly ConcurrentDictionary<(ArchiveName Archive, VectorModel Model), EmbeddingQueue> queues = new();

    /// <summary>Creates them over a store; nothing is opened yet.</summary>
    /// <param name="folder">The folder for the files, one folder an archive.</param>
    /// <param name="store">The store that the texts come from.</param>
    /// <param name="encoders">Make the vectors.</param>
    /// <param name="options">The settings.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Where it says what is damaged and what was dropped.</param>
    public ArticleVectors(
        string folder, IArchiveReader store, TextEncoders encoders, IOptions<EmbeddingsOptions> options, TimeProvider clock, ILogger<ArticleVectors> logger)
    {
        this.store = store;
        this.encoders = encoders;
        this.options = options.Value;
        this.logger = logger;
        vectors = new VectorFolder(folder, logger);
        Search = new DenseSearch(vectors, encoders, options.Value, clock, logger);
    }

    /// <summary>Reads questions.</summary>
    internal DenseSearch Search { get; }

    /// <inheritdoc/>
    /// <remarks>Newest articles first. Once every article has a vector, those of former models are dropped.</remarks>
    public async Task<long> EmbedMissingAsync(ArchiveName archive, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        var model = encoders.Model ?? throw await NoModelAsync(cancellationToken);
        using var writer = Open(archive, model);
        var queue = queues.GetOrAdd((archive, model), key => new EmbeddingQueue(key.Archive, store));
        var making = new VectorMaking(archive, queue, store, vectors, encoders.Configured, options, logger);
        try
        {
            return await making.RunAsync(writer, model, BatchDone, cancellationToken);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or (IOException and not ArchiveUnavailableException))
        {
            throw NotWritten(archive, failure);
        }

        void BatchDone()
        {
            if (!queue.HasArticles)
            {
                vectors.DropOthers(archive, model);
            }

            progress?.Report(ProgressOf(archive));
        }
    }

    /// <summary>Erases the vectors of articles that were removed since they were made.</summary>
    /// <exception cref="IndexUnavailableException">Their file cannot be written.</exception>
    internal void EraseRemoved(ArchiveName archive)
    {
        try
        {
            if (store.RemovedArticles(archive) is { Count: > 0 } removed)
            {
                vectors.Erase(archive, removed.ToHashSet());
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnavailableException($"The vectors of removed articles in archive '{archive}' cannot be erased ({failure.Message.TrimEnd('.')}): mend the permissions of the data folder and try again.", failure);
        }
    }

    /// <inheritdoc/>
    public EmbeddingProgress ProgressOf(ArchiveName archive)
    {
        var statistics = store.Statistics(archive);
        var inUse = Search.InUse(archive);
        var own = encoders.Model is { } model ? vectors.Find(archive, model) : null;
        return new EmbeddingProgress(
            encoders.Model,
            Math.Min(own?.Articles ?? 0, statistics.Articles),
            statistics.Articles,
            Math.Min(own?.Passages ?? 0, FurtherPassages(statistics)),
            FurtherPassages(statistics))
        {
            InUse = inUse?.Layout.Model,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => vectors.Dispose();

    private long FurtherPassages(ArchiveStatistics statistics) => options.Passages ? Math.Max(0, statistics.Passages - statistics.Articles) : 0;

    /// <summary>Using the generator tells what is wrong with its model.</summary>
    private async Task<Exception> NoModelAsync(CancellationToken cancellationToken)
    {
        await encoders.Configured.GenerateAsync(["news"], cancellationToken: cancellationToken);
        return new EmbeddingUnavailableException($"The embedding model '{options.Model}' does not tell how large its vectors are.");
    }

    private VectorWriter Open(ArchiveName archive, VectorModel model)
    {
        try
        {
            return VectorWriter.TryOpen(vectors.PathOf(archive, model), model)
                ?? throw new EmbeddingUnavailableException($"Another process makes the vectors of archive '{archive}' already.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(archive, failure);
        }
    }

    private static EmbeddingUnavailableException NotWritten(ArchiveName archive, Exception failure) =>
        new($"The vectors of archive '{archive}' cannot be written ({failure.Message.TrimEnd('.')}): free space or mend the permissions of the data folder.", failure);
}
