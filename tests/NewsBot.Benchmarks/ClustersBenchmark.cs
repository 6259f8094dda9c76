using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Benchmarks;

/// <summary>Which articles of a path are taken for the same story: a table, and every so many clusters for checking by hand.</summary>
internal static class ClustersBenchmark
{
    private const int ToCheck = 50;

    /// <summary>Runs the benchmark: <c>clusters PATH</c>.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : SharedData.PathOf("data", "reuters", "articles.jsonl.gz");
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var options = new IngestionOptions();
        using var fetcher = new WebFetcher(options, TimeProvider.System);
        var formats = new FormatReader(options);
        var web = new WebSource(fetcher, formats, options);
        var targets = new TargetReader(new FileSource(formats, web, TimeProvider.System), web);
        var pipeline = new IngestPipeline(store, targets, options, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
        await pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [path] }, progress: null, CancellationToken.None);

        var clusters = store.Clusters(ArchiveName.Default);
        Print($"clusters: {clusters.Count}, articles in one: {clusters.Sum(cluster => cluster.Members.Count)}, superseded by a correction: {clusters.Sum(cluster => cluster.Members.Count(member => member.SupersededBy is not null))}");
        foreach (var size in clusters.GroupBy(cluster => cluster.Members.Count).OrderBy(group => group.Key))
        {
            Print($"of {size.Key}: {size.Count()}");
        }

        foreach (var cluster in clusters.Where((_, index) => index % Math.Max(1, clusters.Count / ToCheck) == 0))
        {
            Print($"--- {cluster.Members.Count} members");
            foreach (var member in cluster.Members.Take(4))
            {
                var article = store.Find(ArchiveName.Default, member.Article)!;
                Print($"{member.PublicId} | {member.Published} | {member.Title} | {article.Text[..Math.Min(160, article.Text.Length)].ReplaceLineEndings(" ")}");
            }
        }

        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
