using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Text;
using NewsBot.Tests.Ingestion;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>
/// The two indexes rank the same archive alike: the same terms, weights and rarities, so only the precision of stored numbers (single against
/// double) and, in archives larger than the survey, the rounding of the average length can part them.
/// </summary>
public class AgreementTests(ITestOutputHelper output)
{
    private const int ReutersSlice = 2_500;
    private const int FusedSlice = 800;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_archive_is_ranked_alike()
    {
        using var ingest = new IngestFixture();
        var sample = Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample");
        await ingest.IngestAsync([.. new[] { "html", "feed", "json", "text" }.Select(part => Path.Combine(sample, part))]);
        var questions = File.ReadLines(Path.Combine(SharedData.ProjectRoot()!, "tests", "NewsBot.EndToEnd", "Sample", "questions.jsonl")).Select(QueryOf).ToList();

        var agreement = await CompareAsync(ingest.Store, ingest.Folder.Path, questions);

        agreement.Overlap.ShouldBe(1, 1e-9, agreement.Explanation);
        agreement.SameOrder.ShouldBe(1, 1e-9, agreement.Explanation);
    }

    [Fact]
    public async Task A_slice_of_Reuters_is_ranked_alike()
    {
        var folder = SharedData.PathOf("data", "reuters");
        Assert.SkipWhen(folder.Length == 0, SharedData.AbsenceReason);
        using var temporary = new TemporaryFolder();
        using var store = ArchiveStore.Open(temporary.Path, StoreAccess.Write, TimeProvider.System);
        foreach (var chunk in ReadArticles(Path.Combine(folder, "articles.jsonl.gz")).Take(ReutersSlice).Chunk(500))
        {
            store.Store(ArchiveName.Default, chunk);
        }

        var questions = File.ReadLines(Path.Combine(folder, "questions.jsonl")).Select(QueryOf).ToList();

        var agreement = await CompareAsync(store, temporary.Path, questions);

        output.WriteLine(agreement.Explanation);
        agreement.Overlap.ShouldBeGreaterThanOrEqualTo(.995, agreement.Explanation);
        agreement.First.ShouldBeGreaterThanOrEqualTo(.995, agreement.Explanation);
    }

    [Fact]
    public async Task Words_and_meaning_together_are_ranked_alike()
    {
        var folder = SharedData.PathOf("data", "reuters");
        Assert.SkipWhen(folder.Length == 0, SharedData.AbsenceReason);
        using var temporary = new TemporaryFolder();
        using var store = ArchiveStore.Open(temporary.Path, StoreAccess.Write, TimeProvider.System);
        store.Store(ArchiveName.Default, [.. ReadArticles(Path.Combine(folder, "articles.jsonl.gz")).Take(FusedSlice)]);
        using var generator = new WordBagGenerator();

        var agreement = await CompareAsync(store, temporary.Path, [.. File.ReadLines(Path.Combine(folder, "questions.jsonl")).Select(QueryOf)], generator);

        output.WriteLine(agreement.Explanation);
        agreement.Overlap.ShouldBeGreaterThanOrEqualTo(.8, agreement.Explanation);
        agreement.First.ShouldBeGreaterThanOrEqualTo(.8, agreement.Explanation);
    }

    private sealed record Agreement(double Overlap, double First, double SameOrder, string Explanation);

    private static async Task<Agreement> CompareAsync(ArchiveStore store, string folder, IReadOnlyList<ArchiveQuery> questions, WordBagGenerator? generator = null)
    {
        await using var server = await FakeQdrantServer.StartAsync();
        server.Faults.RecordsCalls = false;
        using var qdrant = QdrantArchive.Open(server, store, Path.Combine(folder, "qdrant-index"), generator: generator);
        using var vectors = generator is null ? null : new ArticleVectors(
            Path.Combine(folder, "vectors"), store, new TextEncoders(generator, _ => null), Options.Create(new EmbeddingsOptions()), TimeProvider.System, NullLogger<ArticleVectors>.Instance);
        using var embedded = new EmbeddedIndex(
            Path.Combine(folder, "embedded"), store, new TextAnalysis(), Options.Create(new RetrievalOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance, vectors);
        await qdrant.CatchUpAsync(ArchiveName.Default, Cancellation);
        await embedded.CatchUpAsync(ArchiveName.Default, Cancellation);
        await qdrant.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation);
        await (vectors?.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation) ?? Task.FromResult(0L));

        var (overlap, first, sameOrder) = (0d, 0, 0);
        var differences = new List<string>();
        foreach (var question in questions)
        {
            var expected = await embedded.SearchAsync(question, Cancellation);
            var actual = await qdrant.SearchAsync(question, Cancellation);
            var (left, right) = (expected.Hits.Select(hit => hit.Article.Id).ToList(), actual.Hits.Select(hit => hit.Article.Id).ToList());
            overlap += left.Count == 0 ? right.Count == 0 ? 1 : 0 : (double)left.Intersect(right).Count() / Math.Max(left.Count, right.Count);
            first += left.FirstOrDefault() == right.FirstOrDefault() ? 1 : 0;
            sameOrder += left.SequenceEqual(right) ? 1 : 0;
            if (!left.SequenceEqual(right))
            {
                differences.Add($"{question.Text}: {string.Join(' ', expected.Hits.Select(hit => $"{hit.Article.PublicId}={hit.Score:0.0000}"))} | {string.Join(' ', actual.Hits.Select(hit => $"{hit.Article.PublicId}={hit.Score:0.0000}"))}");
            }
        }

        double count = questions.Count;
        return new Agreement(
            overlap / count,
            first / count,
            sameOrder / count,
            $"overlap {overlap / count:0.0000}, first {first / count:0.0000}, whole order {sameOrder / count:0.0000}{Environment.NewLine}{string.Join(Environment.NewLine, differences.Take(10))}");
    }

    private static ArchiveQuery QueryOf(string line)
    {
        var json = JsonNode.Parse(line)!;
        var asOf = (string?)json["as_of"] is { } text && NewsTime.TryParse(text, out var time) ? time.Instant.AddDays(1).AddSeconds(-1) : QdrantArchive.Now.AddYears(5);
        return new ArchiveQuery { Archive = ArchiveName.Default, Text = (string)json["question"]!, AsOf = asOf };
    }

    private static IEnumerable<ArticleContent> ReadArticles(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return new ArticleContent
            {
                ExternalId = root.GetProperty("id").GetString(),
                Title = root.GetProperty("headline").GetString() ?? "",
                Text = root.GetProperty("content").GetString() ?? "",
                Published = NewsTime.TryParse(root.GetProperty("publish_date").GetString(), out var time) ? time : null,
                Source = "Reuters",
                Language = "en",
            };
        }
    }
}
