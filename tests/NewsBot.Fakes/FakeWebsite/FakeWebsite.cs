using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>A web site on a free local port whose every answer the test decides. Paths that were not set up are 404.</summary>
public sealed class FakeWebsite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeRequest> requests = new();

    private FakeWebsite(WebApplication app) => this.app = app;

    /// <summary>The site's address, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The requests so far, in order, those for robots.txt left out.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. requests.Where(request => request.Path != "/robots.txt")];

    /// <summary>Starts a site.</summary>
    public static async Task<FakeWebsite> StartAsync()
    {
        var site = new FakeWebsite(LoopbackServer.Create());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        site.Address = site.app.Urls.First();
        return site;
    }

    /// <summary>The full address of a path.</summary>
    public string Url(string path) => Address + path;

    /// <summary>Sets what a path answers.</summary>
    public void On(string path, RequestDelegate answer) => answers[path] = answer;

    /// <summary>Lets a path answer with a text.</summary>
    public void Serve(string path, string text, string contentType = "text/html; charset=utf-8") => On(path, async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(text);
    });

    /// <summary>Lets a path answer with bytes.</summary>
    public void Serve(string path, byte[] bytes, string contentType) => On(path, async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(bytes);
    });

    /// <summary>Lets a path answer with a status and nothing else.</summary>
    public void Status(string path, int status, params (string Name, string Value)[] headers) => On(path, context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    });

    /// <summary>A page with an article of a few sentences about a number, so that pages differ.</summary>
    public static string ArticlePage(string title, int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <html lang="en"><head><title>{title}</title><meta property="article:published_time" content="2024-03-05T09:30:00Z"><meta property="og:site_name" content="Fake Herald"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>
        <p>The harbor council met on Monday evening and approved plan number {number} after a debate of three hours.</p>
        <p>The plan will cost {number} million and create {number + 7} jobs in the old docks, the mayor told reporters after the vote.</p>
        <p>Opponents said that the sum of {number} million was too high for a town of this size and announced a petition.</p></article></body></html>
        """);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        requests.Enqueue(new FakeRequest(path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (answers.TryGetValue(path, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>A request that a fake site received.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">The headers.</param>
public sealed record FakeRequest(string Path, IReadOnlyDictionary<string, string> Headers);
