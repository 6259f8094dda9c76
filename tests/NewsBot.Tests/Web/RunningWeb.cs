using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Web;

namespace NewsBot.Tests.Web;

/// <summary>The pages on a real server on a free port of this machine, and a browser without scripts: an HTTP client.</summary>
internal sealed class RunningWeb : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningWeb(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>A client whose base address is the server.</summary>
    public HttpClient Client { get; }

    /// <summary>The services of the running pages.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the pages on an archive, with settings of section Web and further services.</summary>
    public static async Task<RunningWeb> StartAsync(
        ListedArchive archive, IQuestionAnswerer answerer, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton<IArchiveReader>(archive).AddSingleton<IArchiveIndex>(archive).AddSingleton(answerer);
        more?.Invoke(builder.Services);
        builder.Services.AddWeb(builder.Configuration);
        var app = builder.Build();
        app.MapWeb();
        await app.StartAsync();
        return new RunningWeb(app);
    }

    /// <summary>The page at a path, whatever its status.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
