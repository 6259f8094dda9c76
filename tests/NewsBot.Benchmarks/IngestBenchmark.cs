using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Benchmarks;

/// <summary>How fast a path is taken into a new archive, and what memory that takes.</summary>
internal static class IngestBenchmark
{
    /// <summary>Runs the benchmark: <c>ingest PATH</c>.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : SharedData.PathOf("data", "reuters", "articles.jsonl.gz");
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var options = new IngestionOptions();
        using var fetcher = new WebFetcher(options, TimeProvider.System);
        var formats = new FormatReader(options);
        var targets = new TargetReader(new FileSource(formats, TimeProvider.System), new WebSource(fetcher, formats, options));
        var pipeline = new IngestPipeline(store, targets, options, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
        var request = new IngestRequest { Archive = ArchiveName.Default, Targets = [path] };

        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var first = await pipeline.IngestToEndAsync(request, progress: null, CancellationToken.None);
        var firstProcessor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        var again = await pipeline.IngestToEndAsync(request, progress: null, CancellationToken.None);

        var statistics = store.Statistics(ArchiveName.Default);
        var megabytes = statistics.Characters / 1e6;
        Print("articles", $"{statistics.Articles} ({megabytes:0.0} MB of text, {statistics.Passages} passages)");
        Print("added, updated, unchanged, duplicates, failed", $"{first.Added}, {first.Updated}, {first.Unchanged}, {first.Duplicates}, {first.Failed.Count}");
        Print("stored in", $"{first.Seconds:0.00} s, {megabytes / first.Seconds:0.0} MB/s, {statistics.Articles / first.Seconds:0} articles/s");
        Print("processor time", $"{firstProcessor.TotalSeconds:0.00} s, {megabytes / firstProcessor.TotalSeconds:0.0} MB/s of one core");
        Print("again, unchanged", $"{again.Seconds:0.00} s, {again.Unchanged} unchanged");
        Print("peak memory", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        Print("database", $"{new FileInfo(folder.File("newsbot.db")).Length / 1e6:0.0} MB");
        return 0;
    }

    private static void Print(string name, FormattableString value) => Console.WriteLine($"{name}: {value.ToString(CultureInfo.InvariantCulture)}");
}
