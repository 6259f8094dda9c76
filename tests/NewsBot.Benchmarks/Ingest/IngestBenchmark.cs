using System.Globalization;
using NewsBot.Fakes;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>How fast articles, web archives and feeds become searchable, and what memory that takes.</summary>
internal static class IngestBenchmark
{
    private static readonly int[] Sizes = [20, 200];

    /// <summary>
    /// Runs the benchmark: <c>ingest [PATH [MB…]]</c>. A path of JSON lines is taken apart and put together to sets of so many megabytes; any other
    /// path is taken in as it is.
    /// </summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : SharedData.PathOf("data", "reuters", "articles.jsonl.gz");
        if (!path.Contains(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            Head();
            await PathAsync(path, "as it is");
            return 0;
        }

        var sizes = arguments.Length > 1 ? [.. arguments[1..].Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : Sizes;
        var stories = RecombinedStories.From(path);
        using var folder = new TemporaryFolder();
        Head();
        await PathAsync(path, "the file as it is (start and JIT included)");
        foreach (var size in sizes)
        {
            var file = folder.File($"recombined-{size}.jsonl");
            var megabytes = stories.Write(file, size * 1_000_000L) / 1e6;
            await PathAsync(file, $"recombined, {size} MB");
            Print((await Measurement.OfAsync(() => Done(() => SearchBaselines.Fts5(file, folder.Path)))).Row("– SQLite FTS5 alone, one thread", megabytes));
            Print((await Measurement.OfAsync(() => Done(() => SearchBaselines.Lucene(file, folder.Path)))).Row("– Lucene.Net alone, one thread", megabytes));
            File.Delete(folder.File("fts5.db"));
            Directory.Delete(folder.File("lucene"), recursive: true);
        }

        return 0;
    }

    private static async Task PathAsync(string path, string name)
    {
        using var archive = new SearchableArchive();
        var summary = default(Ingestion.IngestSummary);
        var whole = await Measurement.OfAsync(async () => summary = await archive.IngestAsync(path));
        Print(whole.Row($"NewsBot, {name}", archive.Megabytes));
        Print(string.Create(CultureInfo.InvariantCulture, $"  {summary!.Added} added, {summary.Duplicates} duplicates, {summary.Updated} updated, {summary.Unchanged} unchanged, {summary.Failed.Count} failed"));
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void Head()
    {
        Print("| what | MB of text | s | MB/s | processor s | MB/s of one core | peak MB |");
        Print("|---|---|---|---|---|---|---|");
    }

    private static void Print(string line) => Console.WriteLine(line);
}
