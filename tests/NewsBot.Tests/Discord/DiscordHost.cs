using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Answering;
using NewsBot.Discord;
using NewsBot.Discord.Responding;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

/// <summary>The Discord part of the program on a server of its own, talking to a fake Discord; what answers questions is handed in.</summary>
public sealed class DiscordHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DiscordHost(WebApplication app, FakeDiscord discord)
    {
        _app = app;
        Discord = discord;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Endpoint = new Uri(address + DiscordRegistration.InteractionsPath);
    }

    public FakeDiscord Discord { get; }

    public Uri Endpoint { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<DiscordHost> StartAsync(
        IQuestionAnswerer answerer,
        IReadOnlyDictionary<string, string?>? settings = null,
        FakeDiscordOptions? discordOptions = null,
        TimeProvider? time = null,
        LivePace? pace = null,
        Action<IServiceCollection>? configure = null)
    {
        var discord = await FakeDiscord.StartAsync(discordOptions);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Configuration.AddInMemoryCollection(discord.Settings).AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Services.AddSingleton(answerer);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(pace ?? new LivePace());
        builder.Services.AddDiscord(builder.Configuration);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        app.MapDiscordInteractions();
        app.UseEndpoints(_ => { });
        await app.StartAsync();
        return new DiscordHost(app, discord);
    }

    public Task<FakeInteraction> AskAsync(string question, FakePlace? place = null, params (string Name, object Value)[] options) =>
        Discord.SendAsync(Endpoint, InteractionJson.Ask(question, place, options));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
