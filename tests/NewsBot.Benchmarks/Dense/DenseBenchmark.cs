using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Encoders;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks.Dense;

/// <summary>
/// What an ONNX encoder adds to words, and what it costs: <c>dense MODELFOLDER [time] [squad] [--passages]</c>. Words alone is the baseline in the same run; a
/// weight counts as better only where the whole interval of its paired gain lies above 0.
/// </summary>
internal static class DenseBenchmark
{
    private static readonly double[] Weights = [.1, .2, .3, .5];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (SharedData.Folder is null || arguments.Length == 0)
        {
            Console.Error.WriteLine("Usage: dense MODELFOLDER [time] [squad] [--passages]; " + SharedData.AbsenceReason);
            return 1;
        }

        VectorScan.Measure();
        var names = arguments.Skip(1).Where(argument => !argument.StartsWith('-')).ToList();
        foreach (var name in names.Count > 0 ? names : ["time", "squad"])
        {
            await MeasureAsync(name == "time" ? await Collections.TimeAsync() : Collections.Squad(), arguments[0], arguments.Contains("--passages"));
        }

        return 0;
    }

    private static async Task MeasureAsync(Collection collection, string model, bool withPassages)
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.File("data"), StoreAccess.Write, TimeProvider.System);
        foreach (var batch in collection.Articles.Chunk(500))
        {
            store.Store(ArchiveName.Default, batch);
        }

        var statistics = store.Statistics(ArchiveName.Default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {collection.Name}: {statistics.Articles:N0} articles, {statistics.Passages:N0} passages, {collection.Questions.Count:N0} questions"));
        RetrievalReport words;
        using (var index = Open(store, folder, new RetrievalOptions(), vectors: null))
        {
            words = await EvaluateAsync(index, store, collection);
        }

        Console.WriteLine("                     " + RetrievalFigures.Header);
        Console.WriteLine("words alone          " + words.Total);
        foreach (var passages in withPassages ? [false, true] : new[] { false })
        {
            await WithVectorsAsync(collection, store, folder, model, passages, words);
        }
    }

    private static async Task WithVectorsAsync(Collection collection, ArchiveStore store, TemporaryFolder folder, string model, bool passages, RetrievalReport words)
    {
        var options = new EmbeddingsOptions { Provider = EmbeddingsOptions.Onnx, Model = model, Passages = passages };
        using var encoders = new TextEncoders(new OnnxEncoder(model, options), _ => null);
        using var vectors = new ArticleVectors(folder.File("vectors"), store, encoders, Options.Create(options), TimeProvider.System, NullLogger<ArticleVectors>.Instance);
        var started = Stopwatch.GetTimestamp();
        var made = await vectors.EmbedMissingAsync(ArchiveName.Default, progress: null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(passages ? "every passage" : "titles and leads")}: {made:N0} vectors in {seconds:F0} s = {made / seconds:F1} a second"));
        foreach (var weight in Weights)
        {
            using var index = Open(store, folder, new RetrievalOptions { MeaningWeight = weight }, vectors);
            var report = await EvaluateAsync(index, store, collection);
            var gain = PairedBootstrap.Compare(words, report, outcome => outcome.ReciprocalRank);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"meaning {weight,-4}         {report.Total}   MRR {gain.Mean:+.000;-.000} [{gain.Low:+.000;-.000}, {gain.High:+.000;-.000}] {(gain.IsBetter ? "better" : "not better")}"));
        }
    }

    private static Task<RetrievalReport> EvaluateAsync(EmbeddedIndex index, ArchiveStore store, Collection collection) =>
        new RetrievalEvaluation(index, store, TimeProvider.System).RunAsync(ArchiveName.Default, collection.Questions.Where(question => question.Answerable).ToList(), CancellationToken.None);

    private static EmbeddedIndex Open(ArchiveStore store, TemporaryFolder folder, RetrievalOptions options, ArticleVectors? vectors) =>
        new(folder.File("index"), store, new TextAnalysis(), Options.Create(options), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance, vectors);
}
