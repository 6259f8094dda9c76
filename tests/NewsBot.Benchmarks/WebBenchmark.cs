using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Retrieval;
using NewsBot.Web;

namespace NewsBot.Benchmarks;

/// <summary>
/// <c>web DATA_FOLDER QUESTIONS.jsonl</c>: the time and the size of every kind of page over a filled data folder, each page asked for by
/// one reader after the other, over a real connection. The questions are lines with "question".
/// </summary>
internal static class WebBenchmark
{
    private const int WarmUp = 200;
    private const int Requests = 300;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder, var questionFile])
        {
            await Console.Error.WriteLineAsync("Usage: NewsBot.Benchmarks web DATA_FOLDER QUESTIONS.jsonl");
            return 2;
        }

        var questions = (await File.ReadAllLinesAsync(questionFile)).Where(line => line.Length > 0).Select(QuestionOf).Take(Requests).ToList();
        await using var app = Build(folder);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var store = app.Services.GetRequiredService<ArchiveStore>();
        var articles = store.List(ArchiveName.Default).Take(Requests).Select(article => article.PublicId).ToList();

        Console.WriteLine($"{store.Statistics(ArchiveName.Default).Articles} articles; {Requests} requests a row after {WarmUp} to warm up");
        Console.WriteLine("| page | p50 ms | p95 ms | p99 ms | largest kB |\n|---|---|---|---|---|");
        await MeasureAsync(client, "first page", _ => "/");
        await MeasureAsync(client, "answer", i => "/?q=" + Uri.EscapeDataString(questions[i % questions.Count]));
        await MeasureAsync(client, "search", i => "/search?q=" + Uri.EscapeDataString(questions[i % questions.Count]));
        await MeasureAsync(client, "article at a quote", i => $"/articles/{Uri.EscapeDataString(articles[i % articles.Count])}?start=0&end=1");
        await MeasureAsync(client, "API answer", i => "/api/v1/ask?question=" + Uri.EscapeDataString(questions[i % questions.Count]));
        await MeasureAsync(client, "ready", _ => "/healthz/ready");
        return 0;
    }

    private static async Task MeasureAsync(HttpClient client, string name, Func<int, string> path)
    {
        var times = new List<double>();
        var largest = 0;
        for (var i = -WarmUp; i < Requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var page = await client.GetByteArrayAsync(path(Math.Abs(i)));
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                largest = Math.Max(largest, page.Length);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {At(0.50):0.0} | {At(0.95):0.0} | {At(0.99):0.0} | {largest / 1000.0:0.0} |"));

        double At(double quantile) => times[(int)(quantile * (times.Count - 1))];
    }

    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => ArchiveStore.Open(folder, StoreAccess.Write, TimeProvider.System))
            .AddSingleton<IArchiveReader>(services => services.GetRequiredService<ArchiveStore>())
            .AddIngestion()
            .AddRetrieval(builder.Configuration)
            .AddAnswering(builder.Configuration);
        builder.Services.AddWeb(builder.Configuration);
        var app = builder.Build();
        app.MapWeb();
        return app;
    }

    private static string QuestionOf(string line) =>
        System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!;
}
