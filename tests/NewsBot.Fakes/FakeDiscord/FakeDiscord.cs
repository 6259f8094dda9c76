using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>How the fake behaves.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The clock of tokens, timestamps and rate limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Requests per interaction and route within <see cref="LimitWindow"/>; Discord's is about 5 in 2 s.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>How long until a bucket is full again.</summary>
    public TimeSpan LimitWindow { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the token of an interaction lives; Discord's lives 15 minutes.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many shards Discord recommends.</summary>
    public int RecommendedShards { get; init; } = 1;

    /// <summary>Whether the bot may have the content of every message: the privileged intent.</summary>
    public bool AllowsMessageContent { get; init; }
}

/// <summary>
/// Discord on loopback: sends signed interactions to a bot's endpoint, takes its responses, edits, follow-ups, messages and commands, and
/// refuses what Discord refuses. Every request is checked against Discord's OpenAPI file where that is at hand; what is wrong with it is
/// answered with 400 and kept in <see cref="Violations"/>.
/// </summary>
public sealed partial class FakeDiscord : IAsyncDisposable
{
    /// <summary>The bot's token.</summary>
    public const string BotToken = "MTQzNDg0ODMyOTcyODEzMTA3Mw.fake.token-for-tests-only-that-is-long-enough-to-pass";

    private readonly FakeDiscordOptions _options;
    private readonly FakeRateLimits _limits;
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpClient _http = new();
    private readonly ConcurrentDictionary<string, FakeInteraction> _interactions = new();
    private readonly ConcurrentDictionary<string, JsonElement> _commands = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<(string Template, FakeFault Fault)> _faults = new();
    private readonly ConcurrentDictionary<ulong, FakeMessage> _channelMessages = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private readonly ConcurrentDictionary<string, ulong> _nonces = new();
    private readonly ConcurrentDictionary<string, string> _threads = new();
    private readonly ConcurrentDictionary<string, byte> _guilds = new() { [InteractionJson.Guild] = 0 };
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _server;
    private int _lastIncrement;

    private FakeDiscord(FakeDiscordOptions options)
    {
        _options = options;
        _limits = new FakeRateLimits(options.Time, options.Limit, options.LimitWindow);
        Gateway = new FakeGateway(options, this);
    }

    /// <summary>The gateway.</summary>
    public FakeGateway Gateway { get; }

    /// <summary>What <c>Discord:GatewayUrl</c> is set to.</summary>
    public string GatewayUrl => ApiBaseUrl.Replace("http://", "ws://", StringComparison.Ordinal).Replace("/api/v10", "/gateway", StringComparison.Ordinal);

    /// <summary>The threads that the bot began, by the message under which each hangs: their names.</summary>
    public IReadOnlyDictionary<string, string> Threads => _threads;

    /// <summary>The address that is entered in the portal for interactions, or null.</summary>
    public string? InteractionsEndpointUrl { get; set; }

    /// <summary>What the bot may do in its servers.</summary>
    public string OwnPermissions { get; set; } = "311385508928";

    /// <summary>The servers in which the bot is.</summary>
    public ICollection<string> Guilds => _guilds.Keys;

    /// <summary>What <c>Discord:ApiBaseUrl</c> is set to.</summary>
    public string ApiBaseUrl { get; private set; } = "";

    /// <summary>What <c>Discord:ApplicationId</c> is set to.</summary>
    public string ApplicationId { get; } = InteractionJson.Application;

    /// <summary>What <c>Discord:PublicKey</c> is set to.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>Everything the bot asked, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>What was wrong with requests and responses of the bot; a good bot leaves it empty.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    /// <summary>The messages that the bot wrote in channels.</summary>
    public IReadOnlyDictionary<ulong, FakeMessage> ChannelMessages => _channelMessages;

    /// <summary>The settings of section <c>Discord</c> with which a host uses this Discord, ready for a configuration.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Discord:ApplicationId"] = ApplicationId,
        ["Discord:PublicKey"] = PublicKey,
        ["Discord:Token"] = BotToken,
        ["Discord:ApiBaseUrl"] = ApiBaseUrl,
        ["Discord:GatewayUrl"] = GatewayUrl,
        ["Discord:AttachmentHosts:0"] = new Uri(ApiBaseUrl).Authority,
    };

    /// <summary>The same settings as environment variables of the program.</summary>
    public IReadOnlyDictionary<string, string?> EnvironmentVariables =>
        Settings.ToDictionary(setting => "NEWSBOT_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);

    /// <summary>Starts on a free port of the loopback address.</summary>
    public static async Task<FakeDiscord> StartAsync(FakeDiscordOptions? options = null)
    {
        var discord = new FakeDiscord(options ?? new FakeDiscordOptions());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        discord._server = builder.Build();
        discord._server.UseWebSockets();
        discord._server.Run(discord.HandleAsync);
        await discord._server.StartAsync();
        var address = discord._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        discord.ApiBaseUrl = address + "/api/v10";
        return discord;
    }

    /// <summary>An interaction with a fresh id and token, known to this Discord but not delivered yet.</summary>
    public FakeInteraction Issue(JsonObject body)
    {
        var now = _options.Time.GetUtcNow();
        var interaction = new FakeInteraction(NextId(now), now, body);
        _interactions[interaction.Token] = interaction;
        return interaction;
    }

    /// <summary>Sends an interaction, signed, to a bot's endpoint and takes in the first response. Gives the HTTP response's status.</summary>
    public async Task<HttpStatusCode> DeliverAsync(Uri endpoint, FakeInteraction interaction)
    {
        var body = Encoding.UTF8.GetBytes(interaction.Body.ToJsonString());
        using var response = await PostAsync(endpoint, body);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            var callback = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
            TakeFirstResponse(interaction, callback, new Dictionary<string, string>());
        }

        return response.StatusCode;
    }

    /// <summary>Issues and delivers in one step.</summary>
    public async Task<FakeInteraction> SendAsync(Uri endpoint, JsonObject body)
    {
        var interaction = Issue(body);
        var status = await DeliverAsync(endpoint, interaction);
        return status == HttpStatusCode.OK ? interaction : throw new InvalidOperationException($"The bot answered an interaction with {(int)status}.");
    }

    /// <summary>Sends raw bytes, signed with this application's key, at a moment other than now if one is given.</summary>
    public async Task<HttpResponseMessage> PostAsync(Uri endpoint, byte[] body, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? _options.Time.GetUtcNow()).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await PostAsync(endpoint, body, timestamp, SignatureOf(timestamp, body));
    }

    /// <summary>Sends raw bytes with headers as given; a null header is left out.</summary>
    public async Task<HttpResponseMessage> PostAsync(Uri endpoint, byte[] body, string? timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)");
        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        }

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>The signature under a timestamp and a body, in hexadecimal.</summary>
    public string SignatureOf(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    /// <summary>Makes the next request to an operation fail; several are used up in order.</summary>
    /// <param name="template">The operation's path as the OpenAPI file writes it, or the end of it.</param>
    /// <param name="fault">The failure.</param>
    public void FailNext(string template, FakeFault fault) => _faults.Enqueue((template, fault));

    /// <summary>Waits until the channel messages fit, and returns the one that was looked for.</summary>
    public async Task<FakeMessage> ChannelMessageWhenAsync(Func<FakeMessage, bool> fits, TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        while (true)
        {
            var changed = _changed.Task;
            if (_channelMessages.Values.FirstOrDefault(fits) is { } message)
            {
                return message;
            }

            try
            {
                await changed.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"No channel message fitted. There are: {string.Join(" | ", _channelMessages.Values)}", exception);
            }
        }
    }

    /// <summary>A fresh id, as Discord would give to a message now.</summary>
    public ulong NewMessageId() => NextId(_options.Time.GetUtcNow());

    /// <summary>The bot is put out of a server.</summary>
    public void LeaveGuild(string guild) => _guilds.TryRemove(guild, out _);

    /// <summary>The bot is invited to a server.</summary>
    public void JoinGuild(string guild) => _guilds[guild] = 0;

    /// <summary>A file in Discord's store, at a signed address.</summary>
    public FakeAttachment Attach(string name, byte[] content)
    {
        var id = NextId(_options.Time.GetUtcNow()).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var path = $"/ephemeral-attachments/{ApplicationId}/{id}/{name}";
        _files[path] = content;
        return new FakeAttachment(id, name, $"{new Uri(ApiBaseUrl).GetLeftPart(UriPartial.Authority)}{path}?ex=6b016498&is=6b001318&hm=0", content.Length);
    }

    /// <summary>The commands that are registered, for one server or for everybody.</summary>
    public JsonElement? CommandsOf(string? guild = null) => _commands.TryGetValue(guild ?? "", out var commands) ? commands : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _http.Dispose();
        _key.Dispose();
    }

    private void NoteChange() => Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    internal ulong NextId(DateTimeOffset now) =>
        ((ulong)(now.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) | ((uint)Interlocked.Increment(ref _lastIncrement) & 0xFFF);
}
