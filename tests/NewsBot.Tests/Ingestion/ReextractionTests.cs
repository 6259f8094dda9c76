using System.Text;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion;

public sealed class ReextractionTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task Kept_bytes_read_with_a_better_extractor_make_a_new_version_under_the_same_identity()
    {
        var page = new Document
        {
            Name = "plan.html",
            Url = "https://herald.example/plan",
            ContentType = "text/html; charset=utf-8",
            FetchedAt = DateTimeOffset.UnixEpoch,
            Bytes = Encoding.UTF8.GetBytes(FakeWebsite.ArticlePage("Plan approved", 12)),
        };
        var old = new ArticleContent { Title = "Plan", Text = "Home. The harbor council met.", ExternalId = "plan-1", Extractor = "html/0" };
        var id = ingest.Store.Store(ArchiveName.Default, [new ArticleDraft(old, page), new ArticleDraft(old with { ExternalId = "no-bytes", Text = "Another text." })])[0].Id;

        var outcomes = new List<StoreOutcome>();
        await foreach (var outcome in new Reextraction(ingest.Store).RunAsync(ArchiveName.Default, TestContext.Current.CancellationToken))
        {
            outcomes.Add(outcome);
        }

        outcomes.ShouldBe([new StoreOutcome(StoreResult.Updated, id, 2, "plan-1")]);
        ingest.Store.Find(ArchiveName.Default, id)!.Text.ShouldContain("approved plan number 12");
        ingest.Store.Find(ArchiveName.Default, id, 1)!.Text.ShouldBe(old.Text);
        ingest.Store.DocumentOf(ArchiveName.Default, id)!.Bytes.ShouldBe(page.Bytes);
    }
}
