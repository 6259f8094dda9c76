using System.Text.Json;
using Discord;
using Discord.Net;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// Keeps the connection to Discord's gateway by Discord.Net, over as many shards as are set, and hands on what comes: this transport carries
/// events, and everything that is done about them happens in <see cref="GatewayEvents"/>. Answers go out through NewsBot's own REST client.
/// </summary>
public sealed partial class GatewayConnection(IOptions<DiscordOptions> options, GatewayEvents events, ILogger<GatewayConnection> logger) : BackgroundService
{
    private const int TokenRefused = 4004;
    private const int IntentRefused = 4014;

    private static readonly TimeSpan LoginPause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value;
        if (!settings.Gateway)
        {
            return;
        }

        using var refused = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        MessageReader? reader = null;
        await using var client = new DiscordShardedClient(ConfigurationOf(settings, (type, data) => Handle(type, data, reader!, stoppingToken)));
        reader = new MessageReader(Snowflake.Parse(settings.ApplicationId), new ServerView(client));
        client.Log += WriteAsync;
        client.ShardReady += shard => Said(() => LogReady(logger, shard.ShardId, shard.Guilds.Count));
        client.ShardDisconnected += (reason, shard) => DisconnectedAsync(reason, shard, refused);

        await LogInAsync(client, settings.Token, stoppingToken);
        await client.StartAsync();
        await Task.Delay(Timeout.Infinite, refused.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await client.StopAsync();
    }

    private static DiscordSocketConfig ConfigurationOf(DiscordOptions settings, Action<string, JsonElement> handle) => new()
    {
        RestClientProvider = _ => DefaultRestClientProvider.Instance(settings.ApiBaseUrl.TrimEnd('/') + "/"),
        WebSocketProvider = () => new GatewayFrames(DefaultWebSocketProvider.Instance(), handle).Listening(),
        GatewayHost = settings.GatewayUrl.Length == 0 ? null : settings.GatewayUrl,
        TotalShards = settings.Shards == 0 ? null : settings.Shards,
        GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages
            | (settings.MessageContent ? GatewayIntents.MessageContent : GatewayIntents.None),
        LogGatewayIntentWarnings = false,
        MessageCacheSize = 0,
    };

    // Work goes on beside the connection: what waited here would hold up heartbeats.
    private void Handle(string type, JsonElement data, MessageReader reader, CancellationToken stoppingToken)
    {
        if (GatewayEvents.Handles(type))
        {
            _ = Task.Run(() => events.HandleAsync(type, data, reader, stoppingToken), stoppingToken);
        }
    }

    private async Task LogInAsync(DiscordShardedClient client, string token, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await client.LoginAsync(TokenType.Bot, token, validateToken: false);
                return;
            }
            catch (Exception exception) when (exception is HttpException or HttpRequestException or TimeoutException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
            {
                LogNotLoggedIn(logger, exception.Message, LoginPause.TotalSeconds);
                await Task.Delay(LoginPause, stoppingToken);
            }
        }
    }

    // Discord.Net would go on trying with what Discord will refuse again and again.
    private Task DisconnectedAsync(Exception reason, DiscordSocketClient shard, CancellationTokenSource refused)
    {
        var code = (reason as WebSocketClosedException ?? reason.InnerException as WebSocketClosedException)?.CloseCode;
        switch (code)
        {
            case TokenRefused:
                LogTokenRefused(logger);
                return refused.CancelAsync();
            case IntentRefused:
                LogIntentRefused(logger);
                return refused.CancelAsync();
            default:
                LogDisconnected(logger, shard.ShardId, reason.Message);
                return Task.CompletedTask;
        }
    }

    private Task WriteAsync(LogMessage message) => Said(() => LogOfLibrary(logger, LevelOf(message.Severity), message.Source, message.Message ?? message.Exception?.Message ?? ""));

    private static Task Said(Action say)
    {
        say();
        return Task.CompletedTask;
    }

    // The library warns of what it does not know and of what is mended by itself; none of it is for the operator to mend.
    private static LogLevel LevelOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical or LogSeverity.Error or LogSeverity.Warning => LogLevel.Information,
        LogSeverity.Info => LogLevel.Debug,
        _ => LogLevel.Trace,
    };

    [LoggerMessage(4040, LogLevel.Information, "Shard {Shard} of the gateway is ready with {Guilds} servers")]
    private static partial void LogReady(ILogger logger, int shard, int guilds);

    [LoggerMessage(4041, LogLevel.Information, "Shard {Shard} lost the gateway and connects anew: {Reason}")]
    private static partial void LogDisconnected(ILogger logger, int shard, string reason);

    [LoggerMessage(4042, LogLevel.Critical, "Discord refused the token, so the gateway stays off: copy it again from the Bot page of your application (NEWSBOT_Discord__Token)")]
    private static partial void LogTokenRefused(ILogger logger);

    [LoggerMessage(4043, LogLevel.Critical, "Discord refused the message content intent, so the gateway stays off: turn \"Message Content Intent\" on at the Bot page of your application, or set Discord:MessageContent to false")]
    private static partial void LogIntentRefused(ILogger logger);

    [LoggerMessage(4044, LogLevel.Warning, "Discord could not be reached for the gateway's address ({Reason}); the next try is in {Seconds} s")]
    private static partial void LogNotLoggedIn(ILogger logger, string reason, double seconds);

    [LoggerMessage(EventId = 4045, Message = "Discord.Net, {Source}: {Text}")]
    private static partial void LogOfLibrary(ILogger logger, LogLevel level, string source, string text);
}
