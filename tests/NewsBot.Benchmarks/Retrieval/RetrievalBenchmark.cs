using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>
/// Ranking quality and speed beside two usual baselines in the same run: <c>retrieval [reuters] [time] [squad] [large] [--only-ours]</c>.
/// </summary>
internal static class RetrievalBenchmark
{
    private const int LargeArticles = 26_000;
    private const int LargeCharactersEach = 8_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (SharedData.Folder is null)
        {
            Console.Error.WriteLine(SharedData.AbsenceReason);
            return 1;
        }

        var wanted = arguments.Where(argument => !argument.StartsWith('-')).ToList();
        var withBaselines = !arguments.Contains("--only-ours");
        foreach (var name in wanted.Count > 0 ? wanted : ["reuters", "time", "squad", "large"])
        {
            var collection = name switch
            {
                "reuters" => await Collections.ReutersAsync(),
                "time" => await Collections.TimeAsync(),
                "squad" => Collections.Squad(),
                _ => Collections.Recombined(await Collections.ReutersAsync(), LargeArticles, LargeCharactersEach),
            };
            await MeasureAsync(collection, withBaselines);
        }

        return 0;
    }

    private static async Task MeasureAsync(Collection collection, bool withBaselines)
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.File("data"), StoreAccess.Write, TimeProvider.System);
        foreach (var batch in collection.Articles.Chunk(500))
        {
            store.Store(ArchiveName.Default, batch);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {collection.Name}: {collection.Articles.Count:N0} articles, {collection.Characters / 1e6:F1} M characters, {store.Statistics(ArchiveName.Default).Passages:N0} passages"));
        var report = await MeasureOursAsync(collection, store, folder.File("index"));
        if (withBaselines)
        {
            var articles = collection.Articles.Select(article => store.Find(ArchiveName.Default, ArticleIdentity.Of(ArchiveName.Default, article))!).ToList();
            await MeasureBaselineAsync("Lucene.Net passages", () => new LucenePassages(folder.File("lucene"), articles), collection, store, report, folder.File("lucene"));
            await MeasureBaselineAsync("SQLite FTS5 passages", () => new Fts5Passages(folder.File("fts.db"), articles), collection, store, report, folder.File("fts.db"));
        }
    }

    private static async Task<RetrievalReport> MeasureOursAsync(Collection collection, ArchiveStore store, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        using (var building = Open(store, folder))
        {
            await building.CatchUpAsync(ArchiveName.Default, CancellationToken.None);
            PrintBuild("NewsBot", collection, started, processor, SizeOf(folder));
        }

        using var index = Open(store, folder);
        started = Stopwatch.GetTimestamp();
        await index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = collection.Questions[0].Question, AsOf = DateTimeOffset.MaxValue }, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"opened and asked once in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms"));
        var report = await new RetrievalEvaluation(index, store, TimeProvider.System).RunAsync(ArchiveName.Default, collection.Questions, CancellationToken.None);
        Console.WriteLine(report);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"working set {Environment.WorkingSet / 1e6:F0} MB, managed {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB"));
        return report;
    }

    private static async Task MeasureBaselineAsync<TIndex>(
        string name, Func<TIndex> build, Collection collection, ArchiveStore store, RetrievalReport ours, string path)
        where TIndex : IArchiveIndex, IDisposable
    {
        var started = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        using var index = build();
        PrintBuild(name, collection, started, processor, SizeOf(path));
        var report = await new RetrievalEvaluation(index, store, TimeProvider.System).RunAsync(ArchiveName.Default, collection.Questions, CancellationToken.None);
        Console.WriteLine(RetrievalFigures.Header);
        Console.WriteLine(report.Total);
        var gain = PairedBootstrap.Compare(report, ours, outcome => outcome.ReciprocalRank);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NewsBot over {name}: MRR@10 {gain.Mean:+.000;-.000} [{gain.Low:+.000;-.000}, {gain.High:+.000;-.000}]"));
        Console.WriteLine();
    }

    private static EmbeddedIndex Open(ArchiveStore store, string folder) =>
        new(folder, store, new TextAnalysis(), Options.Create(new RetrievalOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

    private static void PrintBuild(string name, Collection collection, long started, TimeSpan processorBefore, long bytes)
    {
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: built in {elapsed:F2} s ({processor:F2} s of processor), {collection.Characters / 1e6 / elapsed:F1} MB/s, {bytes / 1e6:F1} MB = {(double)bytes / collection.Characters:F2} of the text"));
    }

    private static long SizeOf(string path) =>
        File.Exists(path) ? new FileInfo(path).Length : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
}
