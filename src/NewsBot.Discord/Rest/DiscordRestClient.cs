using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Rest;

/// <summary>Whether a request waits when Discord says that too much was asked.</summary>
public enum Patience
{
    /// <summary>It waits as long as Discord says, a few times.</summary>
    Waits,

    /// <summary>It fails at once with <see cref="DiscordException.RetryAfter"/>, because the caller will have something newer to send by then.</summary>
    GivesUp,
}

/// <summary>
/// Discord's REST interface, as much of it as NewsBot uses. Requests that may be repeated without harm are repeated when Discord or the
/// network fails; limits are kept by <see cref="RateLimits"/>. Interaction tokens and the bot's token appear in no exception. Safe for
/// several threads at once.
/// </summary>
/// <param name="http">With the base address (ending with a slash) and the time-out for one attempt.</param>
/// <param name="botToken">The bot's token, or empty where none is configured.</param>
/// <param name="limits">The limits, shared by everything that uses the same token.</param>
/// <param name="time">The clock for waiting.</param>
/// <param name="chance">Spreads repetitions.</param>
public sealed class DiscordRestClient(HttpClient http, string botToken, RateLimits limits, TimeProvider time, Random chance)
{
    private const int Attempts = 4;
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(400);

    // A wait beyond this is no congestion but a ban; whoever asked is better told.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Whether requests that need the bot's token can be made.</summary>
    public bool HasBotToken => botToken.Length > 0;

    /// <summary>Edits the first answer to an interaction, and says which message that is.</summary>
    public async Task<CreatedMessage> EditOriginalAsync(InteractionOrigin origin, OutgoingMessage message, Patience patience, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            new Call("edit answer", HttpMethod.Patch, $"{WebhookPath(origin)}/messages/@original", WebhookRoute("PATCH @original", origin), IsRepeatable: true, patience),
            () => ContentOf(message),
            cancellationToken);
        return Read(answer, DiscordJson.Default.CreatedMessage, "edit answer");
    }

    /// <summary>Deletes the first answer to an interaction.</summary>
    public Task DeleteOriginalAsync(InteractionOrigin origin, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("delete answer", HttpMethod.Delete, $"{WebhookPath(origin)}/messages/@original", WebhookRoute("DELETE @original", origin), IsRepeatable: true),
            null,
            cancellationToken);

    /// <summary>Writes a further message in answer to an interaction.</summary>
    public Task FollowUpAsync(InteractionOrigin origin, OutgoingMessage message, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("follow up", HttpMethod.Post, WebhookPath(origin), WebhookRoute("POST followup", origin), IsRepeatable: false),
            () => ContentOf(message),
            cancellationToken);

    /// <summary>Gives the first response through the callback address, where it was not given inline.</summary>
    public Task RespondAsync(InteractionOrigin origin, InteractionCallback callback, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("respond", HttpMethod.Post, $"interactions/{origin.Id}/{Escape(origin.Token)}/callback", WebhookRoute("POST callback", origin), IsRepeatable: false),
            () => JsonContentOf(callback, DiscordJson.Default.InteractionCallback),
            cancellationToken);

    /// <summary>Writes a message in a channel. With a nonce in its body the request may be repeated without writing twice.</summary>
    public async Task<CreatedMessage> CreateMessageAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var isRepeatable = message.Body.EnforceNonce == true;
        var answer = await SendAsync(
            new Call("write message", HttpMethod.Post, $"channels/{channel}/messages", BotRoute("POST messages", channel), isRepeatable),
            () => ContentOf(message),
            cancellationToken);
        return Read(answer, DiscordJson.Default.CreatedMessage, "write message");
    }

    /// <summary>Edits a message that NewsBot wrote in a channel.</summary>
    public Task EditMessageAsync(Snowflake channel, Snowflake message, OutgoingMessage newMessage, Patience patience, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("edit message", HttpMethod.Patch, $"channels/{channel}/messages/{message}", BotRoute("PATCH messages", channel), IsRepeatable: true, patience),
            () => ContentOf(newMessage),
            cancellationToken);

    /// <summary>Deletes a message that NewsBot wrote in a channel.</summary>
    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("delete message", HttpMethod.Delete, $"channels/{channel}/messages/{message}", BotRoute("DELETE messages", channel), IsRepeatable: true),
            null,
            cancellationToken);

    /// <summary>Shows "NewsBot is typing…" in a channel, for ten seconds or until it writes.</summary>
    public Task TypeAsync(Snowflake channel, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("type", HttpMethod.Post, $"channels/{channel}/typing", BotRoute("POST typing", channel), IsRepeatable: false, Patience.GivesUp),
            null,
            cancellationToken);

    /// <summary>Begins a thread under a message; the thread has the message's id.</summary>
    public async Task<Snowflake> StartThreadAsync(Snowflake channel, Snowflake message, NewThread thread, CancellationToken cancellationToken)
    {
        await SendAsync(
            new Call("start thread", HttpMethod.Post, $"channels/{channel}/messages/{message}/threads", BotRoute("POST threads", channel), IsRepeatable: false),
            () => JsonContentOf(thread, DiscordJson.Default.NewThread),
            cancellationToken);
        return message;
    }

    /// <summary>The commands that are registered, with their localised names: for everybody, or those of one server.</summary>
    public async Task<IReadOnlyList<ApplicationCommand>> CommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            new Call("read commands", HttpMethod.Get, CommandsPath(application, guild) + "?with_localizations=true", BotRoute("GET commands", application), IsRepeatable: true),
            null,
            cancellationToken);
        return Read(answer, DiscordJson.Default.IReadOnlyListApplicationCommand, "read commands");
    }

    /// <summary>Replaces all commands of the scope.</summary>
    public Task ReplaceCommandsAsync(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        SendAsync(
            new Call("write commands", HttpMethod.Put, CommandsPath(application, guild), BotRoute("PUT commands", application), IsRepeatable: true),
            () => JsonContentOf(commands, DiscordJson.Default.IReadOnlyListApplicationCommand),
            cancellationToken);

    /// <summary>The servers in which the bot is.</summary>
    public async Task<IReadOnlyList<PartialGuild>> GuildsAsync(CancellationToken cancellationToken)
    {
        const int PageSize = 200;
        var all = new List<PartialGuild>();
        while (true)
        {
            var after = all.Count == 0 ? "" : "&after=" + all[^1].Id;
            var answer = await SendAsync(
                new Call("read servers", HttpMethod.Get, $"users/@me/guilds?limit={PageSize}{after}", new Route("GET guilds", "", UsesBotToken: true), IsRepeatable: true), null, cancellationToken);
            var page = Read(answer, DiscordJson.Default.IReadOnlyListPartialGuild, "read servers");
            all.AddRange(page);
            if (page.Count < PageSize)
            {
                return all;
            }
        }
    }

    /// <summary>The application that the bot's token belongs to, and the time at Discord.</summary>
    public async Task<(CurrentApplication Application, DateTimeOffset? At)> CurrentApplicationAsync(CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            new Call("read application", HttpMethod.Get, "applications/@me", new Route("GET application", "", UsesBotToken: true), IsRepeatable: true), null, cancellationToken);
        return (Read(answer, DiscordJson.Default.CurrentApplication, "read application"), answer.Date);
    }

    private async Task<Response> SendAsync(Call call, Func<HttpContent>? content, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await WaitForTurnAsync(call, cancellationToken);
            var (answer, failure) = await TryOnceAsync(call, content, cancellationToken);
            if (failure is null)
            {
                return answer;
            }

            if (attempt == Attempts || !IsWorthRepeating(call, failure))
            {
                throw failure;
            }

            await Task.Delay(failure.RetryAfter ?? BackOff(attempt), time, cancellationToken);
        }
    }

    private async Task WaitForTurnAsync(Call call, CancellationToken cancellationToken)
    {
        while (limits.Reserve(call.Route) is { Ticks: > 0 } wait)
        {
            if (call.Patience == Patience.GivesUp || wait > LongestWait)
            {
                throw new DiscordException(call.What, HttpStatusCode.TooManyRequests, 0, $"the limit is used up for {wait.TotalSeconds:0.0} s", wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<(Response Answer, DiscordException? Failure)> TryOnceAsync(Call call, Func<HttpContent>? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Path) { Content = content?.Invoke() };
        if (call.Route.UsesBotToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", botToken);
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var error = response.IsSuccessStatusCode ? null : ReceivedError.Read(body);
            var retryAfter = limits.Learn(call.Route, response.StatusCode, response.Headers, error?.Global == true, error?.RetryAfter);
            return (new Response(body, response.Headers.Date), error is null ? null : new DiscordException(call.What, response.StatusCode, error.Code, error.Reason, retryAfter));
        }
        catch (HttpRequestException exception)
        {
            return (Response.None, new DiscordException(call.What, null, 0, $"no connection ({exception.HttpRequestError})", null));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (Response.None, new DiscordException(call.What, null, 0, "no answer in time", null));
        }
    }

    // A creation may have happened although its answer was lost; only a refusal for its number is surely none.
    private static bool IsWorthRepeating(Call call, DiscordException failure) => failure.Status switch
    {
        HttpStatusCode.TooManyRequests => call.Patience == Patience.Waits && failure.RetryAfter <= LongestWait,
        null or >= HttpStatusCode.InternalServerError => call.IsRepeatable,
        _ => false,
    };

    private TimeSpan BackOff(int attempt) => FirstBackOff * Math.Pow(2, attempt - 1) * (0.5 + chance.NextDouble());

    private static HttpContent ContentOf(OutgoingMessage message)
    {
        var json = JsonContentOf(message.Body, DiscordJson.Default.MessageBody);
        if (message.Files.Count == 0)
        {
            return json;
        }

        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < message.Files.Count; i++)
        {
            var file = new ByteArrayContent(message.Files[i].Content);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(message.Files[i].ContentType);
            form.Add(file, $"files[{i}]", message.Files[i].Name);
        }

        return form;
    }

    private static ByteArrayContent JsonContentOf<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static T Read<T>(Response answer, JsonTypeInfo<T> type, string what)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new DiscordException(what, HttpStatusCode.OK, 0, "the answer could not be read", null, exception);
        }
    }

    private static string WebhookPath(InteractionOrigin origin) => $"webhooks/{origin.Application}/{Escape(origin.Token)}";

    private static string CommandsPath(Snowflake application, Snowflake? guild) =>
        guild is { } id ? $"applications/{application}/guilds/{id}/commands" : $"applications/{application}/commands";

    private static string Escape(InteractionToken token) => Uri.EscapeDataString(token.Secret);

    private static Route WebhookRoute(string key, InteractionOrigin origin) => new(key, origin.Id.ToString(), UsesBotToken: false);

    private static Route BotRoute(string key, Snowflake mainId) => new(key, mainId.ToString(), UsesBotToken: true);

    private sealed record Response(byte[] Body, DateTimeOffset? Date)
    {
        public static Response None { get; } = new([], null);
    }

    private sealed record Call(string What, HttpMethod Method, string Path, Route Route, bool IsRepeatable, Patience Patience = Patience.Waits);
}
