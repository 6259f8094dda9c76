using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
/// <c>web DATA_FOLDER QUESTIONS.jsonl</c>: the time and the size of every kind of page over a filled data folder, those of the administration among them, each
/// page asked for one time after the other, over a real connection. The questions are lines with "question". Ends with 1 where the 95th percentile of a
/// page is 100 ms or more, or a page has 100 kB or more.
/// </summary>
internal static class WebBenchmark
{
    private const int WarmUp = 200;
    private const int Requests = 300;
    private const double SlowestMilliseconds = 100;
    private const double LargestKilobytes = 100;
    private const string Key = "a key for the benchmark";

    private static readonly string[] Administration =
    [
        "/admin", "/admin/jobs", "/admin/ingest", "/admin/feeds", "/admin/articles", "/admin/questions", "/admin/questions?outcome=not_in_archive", "/admin/feedback", "/admin/audit", "/admin/keys",
        "/admin/settings",
    ];

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
        var isGood = await MeasureAsync(client, "first page", _ => "/");
        isGood &= await MeasureAsync(client, "answer", i => "/?q=" + Uri.EscapeDataString(questions[i % questions.Count]));
        isGood &= await MeasureAsync(client, "search", i => "/search?q=" + Uri.EscapeDataString(questions[i % questions.Count]));
        isGood &= await MeasureAsync(client, "article at a quote", i => $"/articles/{Uri.EscapeDataString(articles[i % articles.Count])}?start=0&end=1");
        isGood &= await MeasureAsync(client, "API answer", i => "/api/v1/ask?question=" + Uri.EscapeDataString(questions[i % questions.Count]));
        isGood &= await MeasureAsync(client, "ready", _ => "/healthz/ready");
        using var signedIn = await client.PostAsync("/admin/sign-in", new FormUrlEncodedContent([new("key", Key)]));
        foreach (var page in Administration)
        {
            isGood &= await MeasureAsync(client, page, _ => page);
        }

        isGood &= await MeasureAsync(client, "/admin/articles?q=", i => "/admin/articles?q=" + Uri.EscapeDataString(questions[i % questions.Count]));
        isGood &= await MeasureAsync(client, "/admin/articles/…/reextract", i => $"/admin/articles/{Uri.EscapeDataString(articles[i % articles.Count])}/reextract?archive=default");
        return isGood ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(HttpClient client, string name, Func<int, string> path)
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {At(0.50):0.0} | {At(0.95):0.0} | {At(0.99):0.0} | {largest / 1000.0:0.0} |"));
        return At(0.95) < SlowestMilliseconds && largest / 1000.0 < LargestKilobytes;

        double At(double quantile) => times[(int)(quantile * (times.Count - 1))];
    }

    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder), new("Web:AdminKeyHash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))))]);
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
