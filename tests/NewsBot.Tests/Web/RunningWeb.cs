using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Web;

namespace NewsBot.Tests.Web;

/// <summary>
/// The pages over a real store, index and answerer, on a real server on a free port of this machine, and a browser without scripts: an
/// HTTP client.
/// </summary>
internal sealed class RunningWeb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private RunningWeb(WebApplication app, TemporaryFolder folder)
    {
        _app = app;
        _folder = folder;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>A client whose base address is the server.</summary>
    public HttpClient Client { get; }

    /// <summary>The services of the running pages.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the pages on stories, stored one after the other: the same id again is a later version.</summary>
    public static Task<RunningWeb> WithAsync(params Story[] stories) => StartAsync(stories);

    /// <summary>Starts the pages on stories with settings and further services.</summary>
    public static async Task<RunningWeb> StartAsync(
        IReadOnlyList<Story> stories, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null,
        TimeProvider? clock = null, bool catchUp = true)
    {
        var folder = new TemporaryFolder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder.Path)]).AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(clock ?? new Clock())
            .AddSingleton(services => ArchiveStore.Open(folder.Path, StoreAccess.Write, services.GetRequiredService<TimeProvider>()))
            .AddSingleton<IArchiveReader>(services => services.GetRequiredService<ArchiveStore>())
            .AddIngestion()
            .AddRetrieval(builder.Configuration)
            .AddQdrant(builder.Configuration)
            .AddAnswering(builder.Configuration);
        more?.Invoke(builder.Services);
        builder.Services.AddWeb(builder.Configuration);

        var app = builder.Build();
        app.MapWeb();
        await FillAsync(app.Services, stories, catchUp);
        await app.StartAsync();
        return new RunningWeb(app, folder);
    }

    /// <summary>The page at a path, whatever its status.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The answer page for a question.</summary>
    public Task<(HttpStatusCode Status, string Html)> AskAsync(string question) => GetAsync("/?q=" + Uri.EscapeDataString(question));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task FillAsync(IServiceProvider services, IReadOnlyList<Story> stories, bool catchUp)
    {
        var store = services.GetRequiredService<ArchiveStore>();
        foreach (var story in stories)
        {
            store.Store(story.Archive, [story.Content]);
        }

        foreach (var archive in store.Archives().Where(_ => catchUp))
        {
            await services.GetRequiredService<IArchiveIndex>().CatchUpAsync(archive, CancellationToken.None);
        }
    }

    /// <summary>The day on which the stories are read.</summary>
    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 10, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
