using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>What a chat model was sent.</summary>
/// <param name="System">The system message.</param>
/// <param name="User">The user message.</param>
/// <param name="Roles">The roles of all messages, in order.</param>
/// <param name="OffersTools">Whether it was offered tools to call.</param>
public sealed record FakeChatRequest(string System, string User, IReadOnlyList<string> Roles, bool OffersTools);

/// <summary>A server that speaks the streaming chat completions of OpenAI's API and answers as a test tells it to.</summary>
public sealed class FakeChatModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<FakeChatRequest> requests = new();

    private FakeChatModel(WebApplication app) => this.app = app;

    /// <summary>The base address, for <c>Chat:Endpoint</c>.</summary>
    public string Endpoint => app.Urls.First() + "/v1";

    /// <summary>What was asked so far.</summary>
    public IReadOnlyCollection<FakeChatRequest> Requests => requests;

    /// <summary>Starts a model that answers by a function of the request.</summary>
    public static async Task<FakeChatModel> StartAsync(Func<FakeChatRequest, FakeChatReply> behaviour)
    {
        var built = LoopbackServer.Create();
        var model = new FakeChatModel(built);
        built.MapPost("/v1/chat/completions", context => model.AnswerAsync(context, behaviour));
        await built.StartAsync();
        return model;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<FakeChatRequest, FakeChatReply> behaviour)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var messages = body.RootElement.GetProperty("messages").EnumerateArray().ToList();
        var request = new FakeChatRequest(
            TextOf(messages, "system"), TextOf(messages, "user"), messages.ConvertAll(message => message.GetProperty("role").GetString()!), body.RootElement.TryGetProperty("tools", out _));
        requests.Enqueue(request);
        await behaviour(request).WriteAsync(context.Response, context.RequestAborted);
    }

    private static string TextOf(List<JsonElement> messages, string role) => string.Join('\n', messages
        .Where(message => message.GetProperty("role").GetString() == role)
        .Select(message => message.GetProperty("content"))
        .Select(content => content.ValueKind == JsonValueKind.String
            ? content.GetString()
            : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()))));
}
