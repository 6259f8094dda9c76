using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>A server of files that honours ranges and may break off.</summary>
public sealed class FakeModelRepository : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string?> ranges = new();

    private FakeModelRepository(WebApplication app) => this.app = app;

    /// <summary>The base address, for <c>Embeddings:ModelSource</c>.</summary>
    public string Address => app.Urls.First();

    /// <summary>The files by path.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The ranges that were asked for, in order; null for a whole file.</summary>
    public IReadOnlyCollection<string?> Ranges => ranges;

    /// <summary>How many bytes of the next answer are sent before the connection breaks; null for all.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>Whether ranges are honoured.</summary>
    public bool KnowsRanges { get; set; } = true;

    /// <summary>Starts an empty one.</summary>
    public static async Task<FakeModelRepository> StartAsync()
    {
        var built = LoopbackServer.Create();
        var repository = new FakeModelRepository(built);
        built.MapGet("/{**path}", repository.AnswerAsync);
        await built.StartAsync();
        return repository;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (!Files.TryGetValue(context.Request.Path, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        ranges.Enqueue(context.Request.Headers.Range.FirstOrDefault());
        var from = KnowsRanges && context.Request.GetTypedHeaders().Range?.Ranges.First().From is { } start ? (int)start : 0;
        if (from >= file.Length)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        context.Response.ContentLength = file.Length - from;
        if (from > 0)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{file.Length - 1}/{file.Length}";
        }

        if (BreakAfter is { } bytes)
        {
            BreakAfter = null;
            await context.Response.Body.WriteAsync(file.AsMemory(from, bytes));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(file.AsMemory(from));
    }
}
