using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>A real store, an emulated server, and the index between them.</summary>
internal sealed class QdrantArchive : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private QdrantArchive(FakeQdrantServer server, Action<QdrantOptions>? configure, IEmbeddingGenerator<string, Embedding<float>>? generator)
    {
        Server = server;
        Store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        Index = Open(server, Store, folder.Path, configure, generator);
    }

    public FakeQdrantServer Server { get; }

    public ArchiveStore Store { get; }

    public QdrantIndex Index { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<QdrantArchive> StartAsync(Action<QdrantOptions>? configure = null, IEmbeddingGenerator<string, Embedding<float>>? generator = null) =>
        new(await FakeQdrantServer.StartAsync(), configure, generator);

    public static QdrantIndex Open(
        FakeQdrantServer server, ArchiveStore store, string folder, Action<QdrantOptions>? configure = null, IEmbeddingGenerator<string, Embedding<float>>? generator = null) =>
        new(folder, store, new TextAnalysis(), Options.Create(new RetrievalOptions()), Options.Create(OptionsFor(server, configure)), TimeProvider.System, NullLogger<QdrantIndex>.Instance, generator);

    public static QdrantOptions OptionsFor(FakeQdrantServer server, Action<QdrantOptions>? configure = null)
    {
        var options = new QdrantOptions { Endpoint = server.Endpoint.ToString(), Retries = 2 };
        configure?.Invoke(options);
        return options;
    }

    public static ArticleContent Article(string id, string text, string? title = null, string published = "2025-06-10", string source = "Harbor Herald") => new()
    {
        ExternalId = id,
        Title = title ?? $"Headline of {id}",
        Text = text,
        Published = NewsTime.TryParse(published, out var time) ? time : null,
        Source = source,
        Language = "en",
    };

    /// <summary>Articles of about three passages each, every one with a word of its own ("topic7").</summary>
    public static ArticleContent[] Articles(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Article($"a{i}", string.Join(' ', Enumerable.Range(0, 45).Select(j =>
            $"The council of Port Alder spoke about topic{i} for the {j}th time and heard {i + j} people.")))),
    ];

    public void Put(params ArticleContent[] articles) => Store.Store(ArchiveName.Default, articles);

    public async Task<long> CatchUpAsync() => await Index.CatchUpAsync(ArchiveName.Default, Cancellation);

    public async Task TakeIn(params ArticleContent[] articles)
    {
        Put(articles);
        await CatchUpAsync();
    }

    /// <summary>What a restart of the program does.</summary>
    public void Restart(Action<QdrantOptions>? configure = null, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
    {
        Index.Dispose();
        Index = Open(Server, Store, folder.Path, configure, generator);
    }

    public async Task<string[]> FoundAsync(string text) =>
        [.. (await Index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = text, AsOf = Now }, Cancellation)).Hits.Select(hit => hit.Article.PublicId)];

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        Store.Dispose();
        await Server.DisposeAsync();
        folder.Dispose();
    }
}
