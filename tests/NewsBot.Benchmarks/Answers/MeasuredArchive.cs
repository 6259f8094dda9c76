using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Answering.Evaluation;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;

namespace NewsBot.Benchmarks.Answers;

/// <summary>The program's own store, index and answerer over a file of articles, in a folder that later runs find again.</summary>
internal sealed class MeasuredArchive : IDisposable
{
    private readonly ArchiveStore store;

    private MeasuredArchive(ArchiveStore store, ServiceProvider services)
    {
        this.store = store;
        Services = services;
    }

    public ServiceProvider Services { get; }

    public static Task<MeasuredArchive> OfReutersAsync() => OpenAsync("reuters", () => Read(SharedData.PathOf("data", "reuters", "articles.jsonl.gz")));

    public static Task<MeasuredArchive> OfSquadAsync() => OpenAsync("squad", () => Read(SharedData.PathOf("data", "squad", "articles.jsonl")));

    /// <summary>Where the archive of a name is kept between runs.</summary>
    public static string FolderOf(string name) => Path.Combine(Path.GetTempPath(), "newsbot-measure-" + name);

    public static IReadOnlyList<EvaluationQuestion> ReutersQuestions() =>
        EvaluationQuestion.ReadLines(File.ReadLines(SharedData.PathOf("data", "reuters", "questions.jsonl")));

    /// <summary>Opens the archive of a name; where there is none yet, it takes in the articles.</summary>
    public static async Task<MeasuredArchive> OpenAsync(string name, Func<IEnumerable<ArticleContent>> articles)
    {
        var folder = FolderOf(name);
        Directory.CreateDirectory(folder);
        var opened = ArchiveStore.Open(folder, StoreAccess.Write, TimeProvider.System);
        if (!opened.Exists(ArchiveName.Default))
        {
            foreach (var batch in articles().Chunk(1_000))
            {
                opened.Store(ArchiveName.Default, batch);
            }
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Data:Folder", (string?)folder)]).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(opened)
            .AddSingleton<IArchiveReader>(opened)
            .AddRetrieval(configuration)
            .AddAnswering(configuration)
            .BuildServiceProvider();
        await services.GetRequiredService<IArchiveIndex>().CatchUpAsync(ArchiveName.Default, CancellationToken.None);
        return new MeasuredArchive(opened, services);
    }

    public void Dispose()
    {
        Services.Dispose();
        store.Dispose();
    }

    private static IEnumerable<ArticleContent> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            yield return new ArticleContent
            {
                ExternalId = article.GetProperty("id").GetString(),
                Title = ArticleText.Normalise(article.GetProperty("headline").GetString() ?? ""),
                Text = ArticleText.Normalise(article.GetProperty("content").GetString() ?? ""),
                Published = article.TryGetProperty("publish_date", out var date) && NewsTime.TryParse(date.GetString(), out var time) ? time : null,
                Language = "en",
            };
        }
    }
}
