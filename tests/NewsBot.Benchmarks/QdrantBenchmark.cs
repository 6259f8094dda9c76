using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Searching;
using NewsBot.Retrieval.Qdrant.Wire;
using NewsBot.Retrieval.Ranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks;

/// <summary>
/// How fast a Qdrant server takes an archive in and answers: <c>qdrant HOST:PORT PATH</c>, or <c>qdrant emulator PATH</c> for the one in
/// process, which shows the client's part and says nothing of a real server. It uses collections of its own and deletes them.
/// </summary>
internal static class QdrantBenchmark
{
    private const int Dimensions = 384;
    private const int Queries = 300;
    private const int WarmUp = 20;
    private const int Candidates = 200;
    private const int Depth = 10;

    /// <summary>So many that what still parts the two indexes has another reason than articles that were no candidates.</summary>
    private const int MoreCandidates = 2_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            await Console.Error.WriteLineAsync("Usage: qdrant HOST:PORT|emulator PATH");
            return 2;
        }

        await using var emulator = arguments[0] == "emulator" ? await FakeQdrantServer.StartAsync() : null;
        if (emulator is not null)
        {
            emulator.Faults.RecordsCalls = false;
        }

        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        await IngestAsync(store, arguments[1]);
        var options = new QdrantOptions
        {
            Endpoint = emulator?.Endpoint.ToString() ?? "http://" + arguments[0],
            ApiKey = Environment.GetEnvironmentVariable("NEWSBOT_Qdrant__ApiKey"),
            CollectionPrefix = "benchmark-" + Guid.NewGuid().ToString("N")[..8],
            DeadlineSeconds = 60,
        };
        using var generator = new HashedVectors();
        using var index = new QdrantIndex(
            folder.Path, store, new TextAnalysis(), Options.Create(new RetrievalOptions()), Options.Create(options), TimeProvider.System, NullLogger<QdrantIndex>.Instance, generator);
        using var calls = new QdrantCalls(options, TimeProvider.System, NullLogger.Instance);
        try
        {
            await WriteAsync(index, store, folder.Path);
            await AskAsync(index, calls, store, options, generator);
            foreach (var candidates in new[] { options.CandidateLimit, MoreCandidates })
            {
                options.CandidateLimit = candidates;
                await CompareAsync(store, folder.Path, options);
            }
        }
        finally
        {
            foreach (var name in (await calls.CollectionNamesAsync(CancellationToken.None)).Where(name => name.StartsWith(options.CollectionPrefix, StringComparison.Ordinal)))
            {
                await calls.DeleteCollectionAsync(name, CancellationToken.None);
            }
        }

        return 0;
    }

    private static async Task IngestAsync(ArchiveStore store, string path)
    {
        var options = new IngestionOptions();
        using var fetcher = new WebFetcher(options, TimeProvider.System);
        var formats = new FormatReader(options);
        var web = new WebSource(fetcher, formats, options);
        var targets = new TargetReader(new FileSource(formats, web, TimeProvider.System), web);
        var pipeline = new IngestPipeline(store, targets, options, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
        await pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [path] }, progress: null, CancellationToken.None);
    }

    private static async Task WriteAsync(QdrantIndex index, ArchiveStore store, string folder)
    {
        var statistics = store.Statistics(ArchiveName.Default);
        var points = statistics.Articles + statistics.Passages;
        var clock = Stopwatch.StartNew();
        await index.CatchUpAsync(ArchiveName.Default, CancellationToken.None);
        var sparse = clock.Elapsed;
        var vectors = await index.EmbedMissingAsync(ArchiveName.Default, progress: null, CancellationToken.None);
        var dense = clock.Elapsed - sparse;
        Print("points", $"{points} ({statistics.Articles} articles, {statistics.Passages} passages, {statistics.Characters / 1e6:0.0} MB of text)");
        Print("written", $"{sparse.TotalSeconds:0.0} s, {points / sparse.TotalSeconds:0} points/s");
        Print("vectors added", $"{vectors} in {dense.TotalSeconds:0.0} s, {vectors / dense.TotalSeconds:0} points/s (invented vectors of {Dimensions} dimensions)");
        var stems = StemsOf(store);
        Print("distinct stems", $"{stems.Count}, of which {stems.Count - stems.Select(TermHash.Of).Distinct().Count()} meet another in one hash");
        Print("term statistics", $"{new FileInfo(Path.Combine(folder, "qdrant.db")).Length / 1e6:0.0} MB, {new FileInfo(Path.Combine(folder, "qdrant.db")).Length / (double)statistics.Articles:0} bytes an article");
    }

    private static HashSet<string> StemsOf(ArchiveStore store)
    {
        var text = new TextAnalysis();
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in store.ChangesAfter(ArchiveName.Default, 0, int.MaxValue).Select(change => change.Article).OfType<Article>())
        {
            var analysis = text.For(article.Content.Language, article.Text);
            stems.UnionWith(analysis.Analyse(article.Title).Concat(analysis.Analyse(article.Text)).Select(term => term.Stem));
        }

        return stems;
    }

    private static async Task AskAsync(QdrantIndex index, QdrantCalls calls, ArchiveStore store, QdrantOptions options, HashedVectors generator)
    {
        var questions = Questions(store);
        var names = new CollectionNames(options.CollectionPrefix, VectorModel.Of(generator));
        var asOf = store.Statistics(ArchiveName.Default).Newest?.Instant ?? DateTimeOffset.UnixEpoch;
        var prior = TimePrior.From(.5, 30, asOf);
        var scope = ArchiveScope.Of(ArchiveName.Default).Published(null, asOf);
        Task Ask(Qdrant.Client.Grpc.QueryPoints query) => calls.QueryAsync(scope.Query(query), CancellationToken.None);
        Qdrant.Client.Grpc.SparseVector WeightsOf(string question) => ArticleQueries.WeightsOf(TermsOf(index, question)) ?? new();

        await TimeAsync("dense", questions, question => Ask(ArticleQueries.Nearest(names.Articles, HashedVectors.Of(question), Depth)));
        await TimeAsync("sparse", questions, question => Ask(ArticleQueries.Nearest(names.Articles, WeightsOf(question), Depth)));
        await TimeAsync("sparse + time prior", questions, question => Ask(ArticleQueries.Lexical(names.Articles, WeightsOf(question), prior, Depth, Candidates)));
        await TimeAsync("hybrid", questions, question => calls.QueryAsync(
            [
                scope.Query(ArticleQueries.Nearest(names.Articles, WeightsOf(question), Candidates)),
                scope.Query(ArticleQueries.Nearest(names.Articles, HashedVectors.Of(question), Candidates)),
            ],
            CancellationToken.None));
        await TimeAsync("hybrid + time prior", questions, question => Ask(
            ArticleQueries.FusedByRanks(names.Articles, WeightsOf(question), HashedVectors.Of(question), prior, Depth, Candidates)));
        await TimeAsync("a whole search, passages chosen", questions, async question =>
            await index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = question, AsOf = asOf }, CancellationToken.None));
    }

    /// <summary>Words alone, on both indexes: the same articles, and what each takes.</summary>
    private static async Task CompareAsync(ArchiveStore store, string folder, QdrantOptions options)
    {
        var retrieval = Options.Create(new RetrievalOptions());
        using var qdrant = new QdrantIndex(
            folder, store, new TextAnalysis(), retrieval, Options.Create(options), TimeProvider.System, NullLogger<QdrantIndex>.Instance);
        using var embedded = new EmbeddedIndex(
            Path.Combine(folder, "embedded"), store, new TextAnalysis(), retrieval, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        await embedded.CatchUpAsync(ArchiveName.Default, CancellationToken.None);
        var questions = Questions(store);
        var asOf = store.Statistics(ArchiveName.Default).Newest?.Instant ?? DateTimeOffset.UnixEpoch;
        ArchiveQuery QueryOf(string question) => new() { Archive = ArchiveName.Default, Text = question, AsOf = asOf };
        var (overlap, first) = (0d, 0);
        foreach (var question in questions)
        {
            var left = (await embedded.SearchAsync(QueryOf(question), CancellationToken.None)).Hits.Select(hit => hit.Article.Id).ToList();
            var right = (await qdrant.SearchAsync(QueryOf(question), CancellationToken.None)).Hits.Select(hit => hit.Article.Id).ToList();
            overlap += (double)left.Intersect(right).Count() / Math.Max(1, Math.Max(left.Count, right.Count));
            first += left.FirstOrDefault() == right.FirstOrDefault() ? 1 : 0;
        }

        Print("agreement with the embedded index", $"{options.CandidateLimit} candidates: {overlap / questions.Count:0.0000} of the first ten, {(double)first / questions.Count:0.0000} of the first ({questions.Count} questions)");
        await TimeAsync("a whole search by words, Qdrant", questions, async question => await qdrant.SearchAsync(QueryOf(question), CancellationToken.None));
        await TimeAsync("a whole search by words, embedded", questions, async question => await embedded.SearchAsync(QueryOf(question), CancellationToken.None));
    }

    private static List<string> Questions(ArchiveStore store)
    {
        var titles = store.List(ArchiveName.Default).Select(article => article.Title).Where(title => title.Length > 0).ToList();
        var step = Math.Max(1, titles.Count / Queries);
        return [.. titles.Where((_, i) => i % step == 0).Take(Queries)];
    }

    private static List<QueryTerm> TermsOf(QdrantIndex index, string question)
    {
        var stems = new TextAnalysis().For("en", question).Analyse(question).Where(term => !term.IsStopWord).Select(term => term.Stem).Distinct().ToList();
        var rarities = index.IdfOf(ArchiveName.Default, stems);
        return [.. stems.Select((stem, i) => new QueryTerm(stem, 1, rarities[i]))];
    }

    private static async Task TimeAsync(string name, IReadOnlyList<string> questions, Func<string, Task> ask)
    {
        foreach (var question in questions.Take(WarmUp))
        {
            await ask(question);
        }

        var times = new List<double>(questions.Count);
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            await ask(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        double At(double share) => times[(int)Math.Min(times.Count - 1, share * times.Count)];
        Print(name, $"p50 {At(.5):0.0} ms, p95 {At(.95):0.0} ms, p99 {At(.99):0.0} ms ({times.Count} questions)");
    }

    private static void Print(string name, FormattableString value) => Console.WriteLine($"{name}: {value.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Vectors of the right size and no meaning: what a server does with them costs the same.</summary>
    private sealed class HashedVectors : IEmbeddingGenerator<string, Embedding<float>>
    {
        public static float[] Of(string text)
        {
            var random = new Random(text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)));
            var vector = new float[Dimensions];
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = (random.NextSingle() * 2) - 1;
            }

            return vector;
        }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(Of(value)))));

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("benchmark", null, "invented", Dimensions) : null;

        public void Dispose()
        {
        }
    }
}
