using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>
/// Discord's gateway: greets, identifies, resumes, acknowledges heartbeats, and hands out events in order, each to the shard of its server. What
/// a connection missed is replayed when its session is resumed. Connections and sessions can be broken in all the ways in which Discord breaks them.
/// </summary>
public sealed class FakeGateway
{
    internal const int MessageContentIntent = 1 << 15;

    private readonly FakeDiscordOptions _options;
    private readonly FakeDiscord _discord;
    private readonly ConcurrentDictionary<string, GatewaySession> _sessions = new();
    private readonly ConcurrentDictionary<GatewayConnection, byte> _connections = new();
    private readonly ConcurrentQueue<GatewayGreeting> _greetings = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal FakeGateway(FakeDiscordOptions options, FakeDiscord discord) => (_options, _discord) = (options, discord);

    /// <summary>How the bot introduced itself so far: by identifying anew, or by resuming.</summary>
    public IReadOnlyList<GatewayGreeting> Greetings => [.. _greetings];

    /// <summary>Heartbeats received.</summary>
    public int Heartbeats { get; private set; }

    /// <summary>How often the bot is told to send a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Whether heartbeats are acknowledged.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>How each connection asked for its frames: "zlib-stream", or "" for plain text.</summary>
    public ConcurrentQueue<string> Encodings { get; } = new();

    /// <summary>Connections that are open.</summary>
    public int Connections => _connections.Count;

    /// <summary>Waits until the bot has introduced itself in a way that fits.</summary>
    public async Task WhenGreetedAsync(Func<IReadOnlyList<GatewayGreeting>, bool> fit, TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        while (true)
        {
            var changed = _changed.Task;
            if (fit(Greetings))
            {
                return;
            }

            await changed.WaitAsync(timeout.Token);
        }
    }

    /// <summary>Tells the bot of something, on the shard that its server belongs to; direct messages are on shard 0.</summary>
    public async Task DispatchAsync(string type, JsonObject data)
    {
        foreach (var session in _sessions.Values.Where(session => session.Sees(data)))
        {
            await session.DispatchAsync(type, session.IsToldContent ? data : GatewayJson.WithoutWithheldContent(data));
        }
    }

    /// <summary>Says something that the bot does not hear until it resumes: the connections are cut first, without a word.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Abort();
        }
    }

    /// <summary>Closes all connections with a code of Discord's.</summary>
    public Task CloseAsync(int code) => Task.WhenAll(_connections.Keys.Select(connection => connection.CloseAsync(code)));

    /// <summary>Asks the bot to connect anew and to resume.</summary>
    public Task AskToReconnectAsync() => SendToAllAsync(new JsonObject { ["op"] = 7, ["d"] = null, ["s"] = null, ["t"] = null });

    /// <summary>Asks for a heartbeat at once.</summary>
    public Task AskForHeartbeatAsync() => SendToAllAsync(new JsonObject { ["op"] = 1, ["d"] = null, ["s"] = null, ["t"] = null });

    /// <summary>Ends the sessions: what happened meanwhile is lost to the bot.</summary>
    public async Task InvalidateAsync()
    {
        _sessions.Clear();
        await SendToAllAsync(InvalidSession);
    }

    /// <summary>Forgets the sessions without a word, so that resuming fails.</summary>
    public void ForgetSessions() => _sessions.Clear();

    internal static JsonObject InvalidSession => new() { ["op"] = 9, ["d"] = false, ["s"] = null, ["t"] = null };

    internal async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new GatewayConnection(socket, context.Request.Query["compress"] == "zlib-stream");
        Encodings.Enqueue(context.Request.Query["compress"].ToString());
        _connections.TryAdd(connection, 0);
        try
        {
            await connection.SendAsync(new JsonObject
            {
                ["op"] = 10,
                ["d"] = new JsonObject { ["heartbeat_interval"] = (int)HeartbeatInterval.TotalMilliseconds },
                ["s"] = null,
                ["t"] = null,
            });
            while (await connection.ReceiveAsync() is { } frame)
            {
                await HandleAsync(connection, frame);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side is gone, or was cut off on purpose.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            foreach (var session in _sessions.Values)
            {
                session.Leave(connection);
            }
        }
    }

    private async Task HandleAsync(GatewayConnection connection, JsonObject frame)
    {
        switch (frame["op"]!.GetValue<int>())
        {
            case 1:
                Heartbeats++;
                if (AcknowledgesHeartbeats)
                {
                    await connection.SendAsync(new JsonObject { ["op"] = 11 });
                }

                break;
            case 2:
                await IdentifyAsync(connection, frame["d"]!.AsObject());
                break;
            case 6:
                await ResumeAsync(connection, frame["d"]!.AsObject());
                break;
        }
    }

    private async Task IdentifyAsync(GatewayConnection connection, JsonObject data)
    {
        var intents = data["intents"]!.GetValue<int>();
        var shard = data["shard"] is JsonArray pair ? (pair[0]!.GetValue<int>(), pair[1]!.GetValue<int>()) : (0, 1);
        if (data["token"]!.GetValue<string>() != FakeDiscord.BotToken)
        {
            await connection.CloseAsync(4004);
        }
        else if ((intents & MessageContentIntent) != 0 && !_options.AllowsMessageContent)
        {
            await connection.CloseAsync(4014);
        }
        else
        {
            var session = new GatewaySession(intents, shard.Item1, shard.Item2);
            _sessions[session.Id] = session;
            await session.JoinAsync(connection, after: 0);
            await session.DispatchAsync("READY", GatewayJson.Ready(session, _discord.GatewayUrl, _discord.Guilds));
            foreach (var guild in _discord.Guilds.Where(session.SeesGuild))
            {
                await session.DispatchAsync("GUILD_CREATE", GatewayJson.Guild(guild));
            }
        }

        Note(new GatewayGreeting(IsResumption: false, intents, shard.Item1, shard.Item2));
    }

    private async Task ResumeAsync(GatewayConnection connection, JsonObject data)
    {
        var known = _sessions.TryGetValue(data["session_id"]!.GetValue<string>(), out var session);
        Note(new GatewayGreeting(IsResumption: true, session?.Intents ?? 0, session?.Shard ?? 0, session?.Shards ?? 1));
        if (!known)
        {
            await connection.SendAsync(InvalidSession);
            return;
        }

        await session!.JoinAsync(connection, data["seq"]!.GetValue<int>());
        await session.DispatchAsync("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
    }

    private Task SendToAllAsync(JsonObject frame) => Task.WhenAll(_connections.Keys.Select(connection => connection.SendAsync(frame.DeepClone().AsObject())));

    private void Note(GatewayGreeting greeting)
    {
        _greetings.Enqueue(greeting);
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}

/// <summary>How the bot introduced itself on a connection.</summary>
/// <param name="IsResumption">Whether it resumed an earlier session.</param>
/// <param name="Intents">What it wants to hear.</param>
/// <param name="Shard">Its shard.</param>
/// <param name="Shards">Of how many.</param>
public sealed record GatewayGreeting(bool IsResumption, int Intents, int Shard, int Shards);
