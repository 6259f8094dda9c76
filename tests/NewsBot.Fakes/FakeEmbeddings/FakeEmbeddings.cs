using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>What an embedding endpoint was sent.</summary>
/// <param name="Model">The model.</param>
/// <param name="Input">The texts.</param>
/// <param name="Authorization">The header of that name.</param>
public sealed record FakeEmbeddingRequest(string Model, IReadOnlyList<string> Input, string? Authorization);

/// <summary>A server that speaks the embeddings of OpenAI's API and answers as a test tells it to.</summary>
public sealed class FakeEmbeddings : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<FakeEmbeddingRequest> requests = new();

    private FakeEmbeddings(WebApplication app) => this.app = app;

    /// <summary>The base address, for <c>Embeddings:Endpoint</c>.</summary>
    public string Endpoint => app.Urls.First() + "/v1";

    /// <summary>What was asked so far.</summary>
    public IReadOnlyCollection<FakeEmbeddingRequest> Requests => requests;

    /// <summary>Starts an endpoint that answers by a function of the request.</summary>
    public static async Task<FakeEmbeddings> StartAsync(Func<FakeEmbeddingRequest, FakeEmbeddingReply> behaviour)
    {
        var built = LoopbackServer.Create();
        var endpoint = new FakeEmbeddings(built);
        built.MapPost("/v1/embeddings", context => endpoint.AnswerAsync(context, behaviour));
        await built.StartAsync();
        return endpoint;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<FakeEmbeddingRequest, FakeEmbeddingReply> behaviour)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var request = new FakeEmbeddingRequest(
            body.RootElement.GetProperty("model").GetString()!,
            [.. body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)],
            context.Request.Headers.Authorization.FirstOrDefault());
        requests.Enqueue(request);
        var reply = behaviour(request);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        if (reply.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(reply.Body);
    }
}

/// <summary>An answer.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The JSON, or what stands in its place.</param>
/// <param name="RetryAfterSeconds">When to come back, where it says so.</param>
public sealed record FakeEmbeddingReply(int Status, string Body, int? RetryAfterSeconds = null)
{
    /// <summary>Vectors in the order given, each as JSON; ten tokens a vector.</summary>
    public static FakeEmbeddingReply Of(params string[] vectors)
    {
        var items = vectors.Select((vector, index) => $$"""{"object":"embedding","index":{{index}},"embedding":{{vector}}}""");
        var tokens = 10 * vectors.Length;
        return new FakeEmbeddingReply(200, $$"""{"object":"list","data":[{{string.Join(',', items)}}],"usage":{"prompt_tokens":{{tokens}},"total_tokens":{{tokens}} } }""");
    }
}
