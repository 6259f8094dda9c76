using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes.FakeDiscord;

/// <content>What the bot can ask of Discord.</content>
public sealed partial class FakeDiscord
{
    private const int EphemeralFlag = 64;

    private async Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(context);
            return;
        }

        if (_files.TryGetValue(context.Request.Path, out var file))
        {
            await context.Response.Body.WriteAsync(file);
            return;
        }

        var (template, ids) = FakeRoutes.Match(context.Request.Path);
        var (body, files) = await ReadAsync(context.Request);
        var answer = Answer(context, template, ids, body, files);
        _requests.Enqueue(new FakeRequest(context.Request.Method, template, context.Request.Path, body, files, _options.Time.GetUtcNow(), answer.Status));
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (answer.Body.Length > 0)
        {
            context.Response.ContentType = answer.Body[0] is '{' or '[' ? "application/json" : "text/html";
            await context.Response.WriteAsync(answer.Body);
        }
    }

    private FakeFault Answer(HttpContext context, string template, IReadOnlyList<string> ids, JsonElement? body, IReadOnlyDictionary<string, string> files)
    {
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            return Violation(template, "no User-Agent of the form DiscordBot (url, version)", FakeFault.Of(403, 40333, "internal network error"));
        }

        if (!_limits.TryTake(context.Request.Method + template, ids.Count > 0 ? string.Join('/', ids.Take(2)) : "", context.Response.Headers, out var retryAfter))
        {
            return FakeFault.TooMany(retryAfter);
        }

        if (_faults.TryPeek(out var next) && template.EndsWith(next.Template, StringComparison.Ordinal) && _faults.TryDequeue(out next))
        {
            return next.Fault;
        }

        var faults = body is { } json && OpenApiSchema.Shared is { } schema ? schema.Faults(context.Request.Method, template, json) : [];
        return faults.Count > 0
            ? Violation(template, string.Join("; ", faults), FakeFault.Of(400, 50035, "Invalid Form Body"))
            : Do(context, template, ids, body, files);
    }

    private FakeFault Do(HttpContext context, string template, IReadOnlyList<string> ids, JsonElement? body, IReadOnlyDictionary<string, string> files) =>
        (context.Request.Method, template) switch
        {
            ("POST", FakeRoutes.Callback) => WithInteraction(ids[1], interaction => Callback(interaction, body!.Value, files)),
            ("PATCH", FakeRoutes.Original) => WithInteraction(ids[1], interaction => EditOriginal(interaction, body!.Value, files)),
            ("GET", FakeRoutes.Original) => WithInteraction(ids[1], interaction => interaction.Original is { } message ? MessageAnswer(message) : FakeFault.UnknownMessage),
            ("DELETE", FakeRoutes.Original) => WithInteraction(ids[1], DeleteOriginal),
            ("POST", FakeRoutes.FollowUp) => WithInteraction(ids[1], interaction => FollowUp(interaction, body!.Value, files)),
            _ when !HasBotToken(context) => FakeFault.Of(401, 0, "401: Unauthorized"),
            ("POST", FakeRoutes.Messages) => CreateMessage(ulong.Parse(ids[0]), body!.Value, files),
            ("PATCH", FakeRoutes.Message) => EditMessage(ulong.Parse(ids[1]), body!.Value, files),
            ("DELETE", FakeRoutes.Message) => DeleteMessage(ulong.Parse(ids[1])),
            ("POST", FakeRoutes.Typing) => new FakeFault(204, ""),
            ("POST", FakeRoutes.Threads) => StartThread(ids[0], ids[1], body!.Value),
            ("GET", FakeRoutes.BotGateway) => new FakeFault(200, BotGatewayJson()),
            ("GET", FakeRoutes.MyGuilds) => new FakeFault(200, JsonSerializer.Serialize(_guilds.Keys.Select(guild => new { id = guild, name = "A server", permissions = OwnPermissions }))),
            ("GET", FakeRoutes.Commands) => CommandsAnswer(""),
            ("PUT", FakeRoutes.Commands) => ReplaceCommands("", body!.Value),
            ("GET", FakeRoutes.GuildCommands) => CommandsAnswer(ids[1]),
            ("PUT", FakeRoutes.GuildCommands) => ReplaceCommands(ids[1], body!.Value),
            ("GET", FakeRoutes.CurrentApplication) => new FakeFault(200, JsonSerializer.Serialize(new { id = ApplicationId, verify_key = PublicKey, name = "NewsBot", interactions_endpoint_url = InteractionsEndpointUrl, flags = _options.AllowsMessageContent ? 1 << 19 : 0 })),
            _ => Violation(template, $"{context.Request.Method} {context.Request.Path} is not played by this fake", FakeFault.Of(404, 0, "404: Not Found")),
        };

    private FakeFault WithInteraction(string token, Func<FakeInteraction, FakeFault> answer) =>
        !_interactions.TryGetValue(token, out var interaction) ? FakeFault.UnknownWebhook
        : _options.Time.GetUtcNow() - interaction.IssuedAt > _options.TokenLife ? FakeFault.InvalidToken
        : interaction.IsOriginalDeleted ? FakeFault.UnknownMessage
        : answer(interaction);

    private FakeFault Callback(FakeInteraction interaction, JsonElement body, IReadOnlyDictionary<string, string> files) =>
        TakeFirstResponse(interaction, body, files) ? new FakeFault(204, "") : FakeFault.Of(400, 40060, "Interaction has already been acknowledged.");

    private bool TakeFirstResponse(FakeInteraction interaction, JsonElement callback, IReadOnlyDictionary<string, string> files)
    {
        var faults = OpenApiSchema.Shared?.Faults("POST", FakeRoutes.Callback, callback) ?? [];
        var type = callback.GetProperty("type").GetInt32();
        var data = callback.TryGetProperty("data", out var some) ? some : default;
        faults = type is 4 or 7 ? [.. faults, .. PlatformRules.MessageFaults(data)] : faults;
        foreach (var fault in faults)
        {
            _violations.Enqueue($"first response: {fault} in {callback.GetRawText()}");
        }

        var flags = data.ValueKind == JsonValueKind.Object && data.TryGetProperty("flags", out var number) ? number.GetInt32() : 0;
        var original = type is 4 or 5 or 7
            ? new FakeMessage(NextId(_options.Time.GetUtcNow()), type == 5 ? default : data, IsThinking: type == 5, (flags & EphemeralFlag) != 0, files) { Channel = interaction.Channel }
            : null;
        return interaction.TrySetFirstResponse(callback, original);
    }

    private FakeFault EditOriginal(FakeInteraction interaction, JsonElement body, IReadOnlyDictionary<string, string> files)
    {
        // A deferred update (6) has the message of the component as its original.
        var original = interaction.Original
            ?? (interaction.FirstResponse is not null ? new FakeMessage(NextId(_options.Time.GetUtcNow()), default, false, false, files) { Channel = interaction.Channel } : null);
        if (original is null)
        {
            return FakeFault.UnknownWebhook;
        }

        return Checked(body, () =>
        {
            var message = original with { Body = body, IsThinking = false, Files = files };
            interaction.SetOriginal(message);
            return MessageAnswer(message);
        });
    }

    private static FakeFault DeleteOriginal(FakeInteraction interaction)
    {
        interaction.DeleteOriginal();
        return new FakeFault(204, "");
    }

    private FakeFault FollowUp(FakeInteraction interaction, JsonElement body, IReadOnlyDictionary<string, string> files) => Checked(body, () =>
    {
        var isPrivate = body.TryGetProperty("flags", out var flags) && (flags.GetInt32() & EphemeralFlag) != 0;
        var message = new FakeMessage(NextId(_options.Time.GetUtcNow()), body, false, isPrivate, files);
        interaction.AddFollowUp(message);
        return MessageAnswer(message);
    });

    private FakeFault CreateMessage(ulong channel, JsonElement body, IReadOnlyDictionary<string, string> files) => Checked(body, () =>
    {
        var nonce = body.TryGetProperty("enforce_nonce", out var enforced) && enforced.ValueKind == JsonValueKind.True ? channel + "/" + body.GetProperty("nonce").GetString() : null;
        if (nonce is not null && _nonces.TryGetValue(nonce, out var first))
        {
            return MessageAnswer(_channelMessages[first]);
        }

        var message = new FakeMessage(NextId(_options.Time.GetUtcNow()), body, false, false, files) { Channel = channel };
        _channelMessages[message.Id] = message;
        if (nonce is not null)
        {
            _nonces[nonce] = message.Id;
        }

        NoteChange();
        return MessageAnswer(message);
    });

    private FakeFault EditMessage(ulong id, JsonElement body, IReadOnlyDictionary<string, string> files) => Checked(body, () =>
    {
        if (_interactions.Values.FirstOrDefault(interaction => interaction is { Original.IsPrivate: false, IsOriginalDeleted: false } && interaction.Original.Id == id) is { } interaction)
        {
            interaction.SetOriginal(interaction.Original! with { Body = body, Files = files });
            return MessageAnswer(interaction.Original!);
        }

        if (!_channelMessages.TryGetValue(id, out var known))
        {
            return FakeFault.UnknownMessage;
        }

        // What an edit does not name stays as it was.
        var message = known with { Body = Merged(known.Body, body), Files = files };
        _channelMessages[id] = message;
        NoteChange();
        return MessageAnswer(message);
    });

    private FakeFault DeleteMessage(ulong id)
    {
        var isDeleted = _channelMessages.TryRemove(id, out _);
        NoteChange();
        return isDeleted ? new FakeFault(204, "") : FakeFault.UnknownMessage;
    }

    private FakeFault StartThread(string channel, string message, JsonElement body)
    {
        if (!_threads.TryAdd(message, body.GetProperty("name").GetString()!))
        {
            return FakeFault.Of(400, 160004, "A thread has already been created for this message");
        }

        return new FakeFault(201, JsonSerializer.Serialize(new { id = message, parent_id = channel, type = 11, name = _threads[message] }));
    }

    private string BotGatewayJson() => JsonSerializer.Serialize(new
    {
        url = GatewayUrl,
        shards = _options.RecommendedShards,
        session_start_limit = new { total = 1000, remaining = 999, reset_after = 14_400_000, max_concurrency = 1 },
    });

    private static JsonElement Merged(JsonElement before, JsonElement edit)
    {
        var merged = System.Text.Json.Nodes.JsonNode.Parse(before.GetRawText())!.AsObject();
        foreach (var field in edit.EnumerateObject())
        {
            merged[field.Name] = System.Text.Json.Nodes.JsonNode.Parse(field.Value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(merged);
    }

    private FakeFault Checked(JsonElement body, Func<FakeFault> answer)
    {
        var faults = PlatformRules.MessageFaults(body).ToList();
        return faults.Count > 0 ? Violation("message", string.Join("; ", faults) + " in " + body.GetRawText(), FakeFault.Of(400, 50035, "Invalid Form Body")) : answer();
    }

    private FakeFault CommandsAnswer(string scope) => new(200, _commands.TryGetValue(scope, out var commands) ? commands.GetRawText() : "[]");

    private FakeFault ReplaceCommands(string scope, JsonElement commands)
    {
        _commands[scope] = commands;
        return new FakeFault(200, commands.GetRawText());
    }

    private FakeFault Violation(string where, string what, FakeFault answer)
    {
        _violations.Enqueue($"{where}: {what}");
        return answer;
    }

    private static bool HasBotToken(HttpContext context) => context.Request.Headers.Authorization == "Bot " + BotToken;

    private static FakeFault MessageAnswer(FakeMessage message) =>
        new(200, JsonSerializer.Serialize(new { id = message.Id.ToString(), channel_id = message.Channel.ToString(), content = message.Text }));

    private static async Task<(JsonElement? Body, IReadOnlyDictionary<string, string> Files)> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            var payload = form.TryGetValue("payload_json", out var text) ? text.ToString() : await TextOf(form.Files["payload_json"]!);
            var files = new Dictionary<string, string>();
            foreach (var file in form.Files.Where(file => file.Name.StartsWith("files[", StringComparison.Ordinal)))
            {
                files[file.FileName] = await TextOf(file);
            }

            return (JsonDocument.Parse(payload).RootElement, files);
        }

        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return (bytes.Length == 0 ? null : JsonDocument.Parse(bytes.ToArray()).RootElement, new Dictionary<string, string>());
    }

    private static async Task<string> TextOf(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
