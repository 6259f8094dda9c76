using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord;
using NewsBot.Discord.Interactions;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;
using NewsBot.Ingestion;
using NewsBot.Retrieval;

namespace NewsBot.Benchmarks.Discord;

/// <summary>
/// How many signed /ask interactions a second are verified, promised an answer and, behind that, answered by an edit. Sender, endpoint and a
/// sink in Discord's place share the machine. Arguments: number of interactions, requests at a time.
/// </summary>
internal static class InteractionsBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
        var atATime = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 32;
        await using var discord = await FakeDiscord.StartAsync();
        await using var sink = await SinkAsync();
        using var folder = new TemporaryFolder();
        await using var app = await HostAsync(discord, AddressOf(sink), folder.Path);
        var endpoint = new Uri(AddressOf(app) + DiscordRegistration.InteractionsPath);

        await SendAsync(discord, endpoint, Prepare(discord, 500), atATime);
        var requests = Prepare(discord, count);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var (latencies, elapsed) = await SendAsync(discord, endpoint, requests, atATime);
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Array.Sort(latencies);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} interactions, {atATime} at a time: {count / elapsed.TotalSeconds:0}/s; first response p50 {At(latencies, .5):0.0} ms, p95 {At(latencies, .95):0.0} ms, p99 {At(latencies, .99):0.0} ms, longest {latencies[^1]:0.0} ms"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"processor time, sender and sink included: {processor.TotalMilliseconds / count:0.00} ms an interaction, so {2_000 / (processor.TotalMilliseconds / count):0}/s on two cores that do nothing else"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"signature alone: {VerificationMicroseconds(discord):0.0} µs"));
        await MeasureChoicesAsync(discord, endpoint, app.Services.GetRequiredService<ArchiveStore>());
        await app.StopAsync();
        return 0;
    }

    // The first choice after an ingest reads all titles; the others find them in memory.
    private static async Task MeasureChoicesAsync(FakeDiscord discord, Uri endpoint, ArchiveStore store)
    {
        const int Articles = 20_000;
        const int Rounds = 200;
        store.Store(ArchiveName.Default, [.. Enumerable.Range(0, Articles).Select(i => new ArticleContent
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Council meets for the {i}th time about the tunnel"),
            Text = string.Create(CultureInfo.InvariantCulture, $"The council met for the {i}th time."),
            Source = "Paper " + (i % 40).ToString(CultureInfo.InvariantCulture),
        })]);
        var latencies = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var typing = InteractionJson.Autocomplete("article", "article", null, ("article", string.Create(CultureInfo.InvariantCulture, $"tunnel {i}")));
            var started = Stopwatch.GetTimestamp();
            await discord.SendAsync(endpoint, typing);
            latencies[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var first = latencies[0];
        Array.Sort(latencies);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"choices among {Articles} titles: first {first:0.0} ms, then p50 {At(latencies, .5):0.0} ms, p99 {At(latencies, .99):0.0} ms"));
    }

    private static double At(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    private static (byte[] Body, string Timestamp, string Signature)[] Prepare(FakeDiscord discord, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var place = new FakePlace { User = (1_000_000 + i).ToString(CultureInfo.InvariantCulture) };
            var body = Encoding.UTF8.GetBytes(discord.Issue(InteractionJson.Ask("Why did the harbour tunnel get more expensive?", place)).Body.ToJsonString());
            var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return (body, timestamp, discord.SignatureOf(timestamp, body));
        }),
    ];

    private static async Task<(double[] Milliseconds, TimeSpan Elapsed)> SendAsync(
        FakeDiscord discord, Uri endpoint, (byte[] Body, string Timestamp, string Signature)[] requests, int atATime)
    {
        var latencies = new double[requests.Length];
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, requests.Length, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (i, _) =>
        {
            var begun = Stopwatch.GetTimestamp();
            using var response = await discord.PostAsync(endpoint, requests[i].Body, requests[i].Timestamp, requests[i].Signature);
            latencies[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            response.EnsureSuccessStatusCode();
        });
        return (latencies, Stopwatch.GetElapsedTime(started));
    }

    private static double VerificationMicroseconds(FakeDiscord discord)
    {
        const int Rounds = 2_000;
        var signature = new InteractionSignature(discord.PublicKey);
        var request = Prepare(discord, 1)[0];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            signature.IsValid(request.Signature, request.Timestamp, request.Body);
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Rounds;
    }

    private static async Task<WebApplication> HostAsync(FakeDiscord discord, string apiBaseUrl, string folder)
    {
        var builder = Builder();
        builder.Configuration.AddInMemoryCollection(discord.Settings);
        builder.Configuration["Discord:ApiBaseUrl"] = apiBaseUrl;
        builder.Configuration["Data:Folder"] = folder;
        builder.Configuration["Limits:QuestionsPerGuild"] = "100000";
        builder.Configuration["Limits:QuestionsInAll"] = "1000000";
        builder.Configuration["Limits:WaitingQuestions"] = "100000";
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_ => ArchiveStore.Open(folder, StoreAccess.Write, TimeProvider.System));
        builder.Services.AddSingleton<IArchiveReader>(provider => provider.GetRequiredService<ArchiveStore>());
        builder.Services.AddRetrieval(builder.Configuration);
        builder.Services.AddIngestion();
        builder.Services.AddSingleton<IQuestionAnswerer>(new InstantAnswerer());
        builder.Services.AddDiscord(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.MapDiscordInteractions();
        app.UseEndpoints(_ => { });
        await app.StartAsync();
        return app;
    }

    private static async Task<WebApplication> SinkAsync()
    {
        var app = Builder().Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{}");
        });
        await app.StartAsync();
        return app;
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        return builder;
    }

    private static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Has nothing to say, at once, so that only Discord's side is measured.</summary>
    private sealed class InstantAnswerer : IQuestionAnswerer
    {
        public async IAsyncEnumerable<AnswerProgress> AnswerAsync(
            Question question, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new AnswerProgress.Completed(new Answer
            {
                Id = Guid.NewGuid(),
                Question = question,
                AsOf = NewsTime.OfDay(new DateOnly(2026, 11, 25)),
                Outcome = AnswerOutcome.NotInArchive,
            });
        }
    }
}
