using System.Globalization;
using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>How fast articles, web archives and feeds become searchable, and what memory that takes.</summary>
internal static class IngestBenchmark
{
    private static readonly string[] Sets = ["20", "200"];

    /// <summary>
    /// Runs the benchmark: <c>ingest [PATH [SET…]]</c>. JSON lines are taken apart and put together to sets: <c>200</c> is 200 MB of text in articles as
    /// long as the file's, <c>200x10</c> in articles ten times as long, <c>copies30000</c> one story so many times. A folder is taken in as it is and, if
    /// it holds pages, once more as a web archive.
    /// </summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : SharedData.PathOf("data", "reuters", "articles.jsonl.gz");
        using var folder = new TemporaryFolder();
        Print("| what | MB of text | s | MB/s | processor s | MB/s of one core | peak MB |");
        Print("|---|---|---|---|---|---|---|");
        if (Directory.Exists(path))
        {
            await FolderAsync(path, folder);
            return 0;
        }

        var stories = RecombinedStories.From(path);
        await PathAsync(path, "the file as it is (start and JIT included)");
        foreach (var set in arguments.Length > 1 ? arguments[1..] : Sets)
        {
            await SetAsync(set, stories, folder);
        }

        return 0;
    }

    private static async Task FolderAsync(string path, TemporaryFolder folder)
    {
        await PathAsync(path, "the folder (start and JIT included)");
        await PathAsync(path, "the folder again, into a new archive");
        var file = folder.File("pages.warc.gz");
        if (PagesAsWebArchive.Write(path, file) is > 0 and var pages)
        {
            var seconds = await PathAsync(file, $"{pages} pages as a web archive");
            Print(string.Create(CultureInfo.InvariantCulture, $"  {pages / seconds:0} pages/s"));
        }
    }

    private static async Task SetAsync(string set, RecombinedStories stories, TemporaryFolder folder)
    {
        var file = folder.File("set.jsonl");
        if (set.StartsWith("copies", StringComparison.Ordinal))
        {
            var copies = int.Parse(set["copies".Length..], CultureInfo.InvariantCulture);
            stories.WriteCopies(file, copies);
            await PathAsync(file, $"one story {copies} times");
            return;
        }

        var parts = set.Split('x');
        var storiesEach = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
        var megabytes = stories.Write(file, long.Parse(parts[0], CultureInfo.InvariantCulture) * 1_000_000, storiesEach) / 1e6;
        await PathAsync(file, $"recombined, {set}");
        Print((await Measurement.OfAsync(() => Done(() => SearchBaselines.Fts5(file, folder.Path)))).Row("– SQLite FTS5 alone, one thread", megabytes));
        Print((await Measurement.OfAsync(() => Done(() => SearchBaselines.Lucene(file, folder.Path)))).Row("– Lucene.Net alone, one thread", megabytes));
        File.Delete(folder.File("fts5.db"));
        Directory.Delete(folder.File("lucene"), recursive: true);
    }

    private static async Task<double> PathAsync(string path, string name)
    {
        using var archive = new SearchableArchive();
        var summary = default(IngestSummary);
        var whole = await Measurement.OfAsync(async () => summary = await archive.IngestAsync(path));
        Print(whole.Row($"NewsBot, {name}", archive.Megabytes));
        Print(string.Create(CultureInfo.InvariantCulture, $"  {summary!.Added} added, {summary.Duplicates} duplicates, {summary.Updated} updated, {summary.Unchanged} unchanged, {summary.Failed.Count} failed"));
        return whole.Clock.TotalSeconds;
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void Print(string line) => Console.WriteLine(line);
}
