using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord;
using NewsBot.Discord.Responding;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;
using NewsBot.Hosting;
using NewsBot.Ingestion;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Discord;

/// <summary>The Discord part of the program on a server of its own, talking to a fake Discord; what answers questions is handed in.</summary>
public sealed class DiscordHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private DiscordHost(WebApplication app, FakeDiscord discord, TemporaryFolder folder)
    {
        _app = app;
        _folder = folder;
        Discord = discord;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Endpoint = new Uri(address + DiscordRegistration.InteractionsPath);
    }

    public FakeDiscord Discord { get; }

    public Uri Endpoint { get; }

    public IServiceProvider Services => _app.Services;

    public ArchiveStore Store => _app.Services.GetRequiredService<ArchiveStore>();

    public static async Task<DiscordHost> StartAsync(
        IQuestionAnswerer? answerer,
        IReadOnlyDictionary<string, string?>? settings = null,
        FakeDiscordOptions? discordOptions = null,
        TimeProvider? time = null,
        LivePace? pace = null,
        Action<IServiceCollection>? configure = null)
    {
        var discord = await FakeDiscord.StartAsync(discordOptions);
        var folder = new TemporaryFolder();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Configuration.AddInMemoryCollection(discord.Settings).AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Configuration["Data:Folder"] = folder.Path;
        builder.Services.AddLogging();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(_ => ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System));
        builder.Services.AddSingleton<IArchiveReader>(provider => provider.GetRequiredService<ArchiveStore>());
        builder.Services.AddRetrieval(builder.Configuration);
        builder.Services.AddIngestion();
        builder.Services.AddIngestWorker();
        builder.Services.AddHostedService<IndexFollower>();
        if (answerer is null)
        {
            builder.Services.AddAnswering(builder.Configuration);
        }
        else
        {
            builder.Services.AddSingleton(answerer);
        }

        builder.Services.AddSingleton(pace ?? new LivePace());
        builder.Services.AddDiscord(builder.Configuration);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        app.MapDiscordInteractions();
        app.UseEndpoints(_ => { });
        await app.StartAsync();
        return new DiscordHost(app, discord, folder);
    }

    public Task<FakeInteraction> AskAsync(string question, FakePlace? place = null, params (string Name, object Value)[] options) =>
        Discord.SendAsync(Endpoint, InteractionJson.Ask(question, place, options));

    /// <summary>Stores articles and brings the index up to date.</summary>
    public async Task StoreAsync(string archive, params Article[] articles)
    {
        Store.Store(ArchiveName.Parse(archive), [.. articles.Select(article => article.Content)]);
        await Services.GetRequiredService<IArchiveIndex>().CatchUpAsync(ArchiveName.Parse(archive), CancellationToken.None);
    }

    /// <summary>Presses the button with this label under a message, at the place of the message's reader or another.</summary>
    public Task<FakeInteraction> PressAsync(FakeMessage message, string label, FakePlace? place = null) =>
        Discord.SendAsync(Endpoint, InteractionJson.Component(message.Button(label), place));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Discord.DisposeAsync();
        _folder.Dispose();
    }
}
