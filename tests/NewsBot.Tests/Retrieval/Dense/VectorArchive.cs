using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Embedding;
using NewsBot.Retrieval.Text;
using static Microsoft.Extensions.Options.Options;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>A real store, a real index and real vector files in a folder of their own; the generator is the test's.</summary>
internal sealed class VectorArchive : IDisposable
{
    public static readonly DateTimeOffset Now = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public VectorArchive(params IEmbeddingGenerator<string, Embedding<float>>[] generators)
    {
        Store = ArchiveStore.Open(folder.Path, StoreAccess.Write, Clock);
        (Vectors, Index) = Open(generators);
    }

    public EmbeddingsOptions Options { get; } = new() { Provider = EmbeddingsOptions.Onnx, Model = "topic-model", BatchSize = 2 };

    public RetrievalOptions Retrieval { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Now);

    public ArchiveStore Store { get; }

    public ArticleVectors Vectors { get; private set; }

    public EmbeddedIndex Index { get; private set; }

    /// <summary>The vector files of the archive.</summary>
    public string[] Files => Directory.GetFiles(folder.File("vectors"), "*.vectors", SearchOption.AllDirectories);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<VectorArchive> WithAsync(params ArticleContent[] articles)
    {
        Store.Store(ArchiveName.Default, articles);
        await Index.CatchUpAsync(ArchiveName.Default, Cancellation);
        return this;
    }

    /// <summary>Closes everything and opens it again with other generators: the first is configured, the others are still to be had.</summary>
    public void Restart(params IEmbeddingGenerator<string, Embedding<float>>[] generators)
    {
        Index.Dispose();
        Vectors.Dispose();
        (Vectors, Index) = Open(generators);
    }

    public Task<long> EmbedAsync(IProgress<EmbeddingProgress>? progress = null, CancellationToken? cancellation = null) =>
        Vectors.EmbedMissingAsync(ArchiveName.Default, progress, cancellation ?? Cancellation);

    public async Task<SearchOutcome> SearchAsync(string text, Func<ArchiveQuery, ArchiveQuery>? with = null)
    {
        var query = new ArchiveQuery { Archive = ArchiveName.Default, Text = text, AsOf = Now };
        return await Index.SearchAsync(with?.Invoke(query) ?? query, Cancellation);
    }

    /// <summary>The public ids of what a search finds, best first.</summary>
    public async Task<string[]> FoundAsync(string text, Func<ArchiveQuery, ArchiveQuery>? with = null) =>
        [.. (await SearchAsync(text, with)).Hits.Select(hit => hit.Article.PublicId)];

    public void Dispose()
    {
        Index.Dispose();
        Vectors.Dispose();
        Store.Dispose();
        folder.Dispose();
    }

    private (ArticleVectors Vectors, EmbeddedIndex Index) Open(IEmbeddingGenerator<string, Embedding<float>>[] generators)
    {
        var encoders = new TextEncoders(generators[0], model => generators.Skip(1).FirstOrDefault(generator => VectorModel.Of(generator) == model));
        var vectors = new ArticleVectors(folder.File("vectors"), Store, encoders, Create(Options), Clock, NullLogger<ArticleVectors>.Instance);
        var index = new EmbeddedIndex(
            folder.File("index"), Store, new TextAnalysis(), Create(Retrieval), Clock, NullLogger<EmbeddedIndex>.Instance, vectors);
        return (vectors, index);
    }
}
