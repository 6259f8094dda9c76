using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>A collector that takes OpenTelemetry's data over HTTP and remembers the names in it: they stand as plain text in the messages.</summary>
public sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, string Content)> received = new();

    private FakeCollector(WebApplication app) => this.app = app;

    /// <summary>Its address.</summary>
    public string Endpoint => app.Urls.First();

    /// <summary>Starts a collector on a free port.</summary>
    public static async Task<FakeCollector> StartAsync()
    {
        var built = LoopbackServer.Create();
        var collector = new FakeCollector(built);
        built.MapPost("/v1/{kind}", collector.TakeAsync);
        await built.StartAsync();
        return collector;
    }

    /// <summary>Whether something with a name came to a path.</summary>
    public bool Has(string path, string name) => received.Any(message => message.Path == path && message.Content.Contains(name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
    }
}
