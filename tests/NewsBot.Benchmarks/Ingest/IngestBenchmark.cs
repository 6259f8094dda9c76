using System.Globalization;
using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>How fast articles, web archives and feeds become searchable, and what memory that takes.</summary>
internal static class IngestBenchmark
{
    private const string Copies = "copies";
    private const string Duplicates = "duplicates";

    /// <summary>Runs with and without the search for copies, in turn.</summary>
    private const int Pairs = 5;

    private static readonly string[] Sets = ["20", "200", "200x10", "duplicates20", "copies20000", "copies100000"];

    /// <summary>
    /// Runs the benchmark: <c>ingest [PATH [SET…]]</c>. JSON lines are taken apart and put together to sets: <c>200</c> is 200 MB of text in articles as
    /// long as the file's, <c>200x10</c> in articles ten times as long, <c>copies30000</c> one story so many times, <c>duplicates20</c> 20 MB with and without the search for copies. A folder is taken in as it is and, if
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

        await PathAsync(path, "the file as it is (start and JIT included)");
        foreach (var set in Write(path, arguments.Length > 1 ? arguments[1..] : Sets, folder))
        {
            await SetAsync(set, folder);
        }

        return 0;
    }

    /// <summary>Writes the sets. What they are made of is gone before anything is measured, so that no memory of it is counted.</summary>
    private static List<(string Name, string File, double Megabytes)> Write(string path, string[] sets, TemporaryFolder folder)
    {
        var stories = RecombinedStories.From(path);
        return [.. sets.Select(set => (set, folder.File(set + ".jsonl"), Write(stories, set, folder.File(set + ".jsonl")) / 1e6))];
    }

    private static long Write(RecombinedStories stories, string set, string file)
    {
        if (set.StartsWith(Copies, StringComparison.Ordinal))
        {
            return stories.WriteCopies(file, int.Parse(set[Copies.Length..], CultureInfo.InvariantCulture));
        }

        var parts = set.Replace(Duplicates, "", StringComparison.Ordinal).Split('x');
        return stories.Write(file, long.Parse(parts[0], CultureInfo.InvariantCulture) * 1_000_000, parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
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

    private static async Task SetAsync((string Name, string File, double Megabytes) set, TemporaryFolder folder)
    {
        if (set.Name.StartsWith(Duplicates, StringComparison.Ordinal))
        {
            await DuplicatesAsync(set);
            return;
        }

        await PathAsync(set.File, $"recombined, {set.Name}");
        if (!set.Name.StartsWith(Copies, StringComparison.Ordinal))
        {
            Print((await Measurement.OfAsync(() => Done(() => SearchBaselines.Fts5(set.File, folder.Path)))).Row("– SQLite FTS5 alone, one thread", set.Megabytes));
            Print((await Measurement.OfAsync(() => Done(() => SearchBaselines.Lucene(set.File, folder.Path)))).Row("– Lucene.Net alone, one thread", set.Megabytes));
            File.Delete(folder.File("fts5.db"));
            Directory.Delete(folder.File("lucene"), recursive: true);
        }

        File.Delete(set.File);
    }

    private static async Task DuplicatesAsync((string Name, string File, double Megabytes) set)
    {
        var (with, without) = (new List<Measurement>(), new List<Measurement>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            with.Add(await OnceAsync(set.File, findsCopies: true));
            without.Add(await OnceAsync(set.File, findsCopies: false));
        }

        Print(MedianOf(with).Row("with the search for copies, median", set.Megabytes));
        Print(MedianOf(without).Row("without it, median", set.Megabytes));
        var added = with.Zip(without, (one, other) => (one.Processor / other.Processor) - 1).Order().ToList();
        Print(string.Create(CultureInfo.InvariantCulture, $"  it adds {added[Pairs / 2]:P1} of processor time (pair by pair: {added[0]:P1} to {added[^1]:P1})"));
        File.Delete(set.File);
    }

    private static Measurement MedianOf(List<Measurement> runs) => runs.OrderBy(run => run.Processor).ElementAt(runs.Count / 2);

    private static async Task<Measurement> OnceAsync(string path, bool findsCopies)
    {
        using var archive = new SearchableArchive(findsCopies);
        return await Measurement.OfAsync(() => archive.IngestAsync(path));
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
