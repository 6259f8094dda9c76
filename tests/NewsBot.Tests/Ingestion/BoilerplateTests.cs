using System.Text;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Extraction;
using NewsBot.Tests.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion;

/// <summary>
/// Lines that recur across a site are learned once, frozen, and taken out of what is read from then on: no text depends on what was ingested
/// before or since.
/// </summary>
public sealed class BoilerplateTests : IDisposable
{
    private const string Promotion = "The Herald is printed on recycled paper and read in every house.";
    private const string Host = "herald.example";

    private static readonly ArchiveName Other = ArchiveName.Parse("other");

    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    private static Document Page(int number, string host = Host) => new()
    {
        Name = $"page-{number}.html",
        Url = $"https://www.{host}/story/{number}",
        ContentType = "text/html; charset=utf-8",
        FetchedAt = DateTimeOffset.UnixEpoch,
        Bytes = Encoding.UTF8.GetBytes($"""
            <html lang="en"><head><title>Story {number}</title></head><body><article><h1>Story {number} of the harbour</h1>
            <p>The council decided on plan number {number} after a debate of {number + 2} hours in the harbour hall of the old town.</p>
            <p>{Promotion}</p>
            <p>Work on plan number {number} begins in March and will take until the autumn of next year, the harbour master said.</p></article></body></html>
            """),
    };

    private void Keep(ArchiveName archive, params IEnumerable<int> numbers) =>
        ingest.Store.Store(archive, [.. numbers.Select(number => new ArticleDraft(HtmlExtractor.Extract(Page(number)).Article(), Page(number)))]);

    private void Learn(ArchiveName archive)
    {
        var learning = new BoilerplateLearning(ingest.Store);
        foreach (var site in learning.Read(archive, null, TestContext.Current.CancellationToken))
        {
            learning.Freeze(archive, site);
        }
    }

    private async Task<List<StoreResult>> ReextractAsync()
    {
        var results = new List<StoreResult>();
        await foreach (var outcome in new Reextraction(ingest.Store).RunAsync(ArchiveName.Default, TestContext.Current.CancellationToken))
        {
            results.Add(outcome.Result);
        }

        return results;
    }

    [Fact]
    public void Reading_finds_the_line_and_freezes_nothing()
    {
        Keep(ArchiveName.Default, Enumerable.Range(1, 6));

        var site = new BoilerplateLearning(ingest.Store).Read(ArchiveName.Default, Host, TestContext.Current.CancellationToken).ShouldHaveSingleItem();

        (site.Site, site.Pages).ShouldBe((Host, 6));
        site.Lines.ShouldHaveSingleItem().Text.ShouldBe(Promotion);
        ingest.Store.Boilerplate.Of(ArchiveName.Default).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kept_pages_that_are_read_again_lose_the_line_and_name_the_list()
    {
        Keep(ArchiveName.Default, Enumerable.Range(1, 6));
        Learn(ArchiveName.Default);

        (await ReextractAsync()).ShouldAllBe(result => result == StoreResult.Updated);

        ingest.Articles().ShouldAllBe(article => !article.Text.Contains(Promotion) && article.Text.Contains("begins in March") && article.Version == 2);
        ingest.Articles().ShouldAllBe(article => article.Content.Extractor.EndsWith(" boilerplate/1"));
        (await ReextractAsync()).ShouldAllBe(result => result == StoreResult.Unchanged);
    }

    [Fact]
    public async Task New_pages_of_the_site_lose_the_line_and_those_of_other_sites_keep_it()
    {
        Keep(ArchiveName.Default, Enumerable.Range(1, 6));
        Learn(ArchiveName.Default);
        var here = ingest.Write("here.html", Page(7).Bytes);
        var elsewhere = ingest.Write("elsewhere.html", Page(8).Bytes);

        await ingest.Pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [here], Url = Page(7).Url }, null, TestContext.Current.CancellationToken);
        await ingest.Pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [elsewhere], Url = Page(8, "echo.example").Url }, null, TestContext.Current.CancellationToken);

        ingest.Store.FindByUrl(ArchiveName.Default, Page(7).Url!)!.Text.ShouldNotContain(Promotion);
        ingest.Store.FindByUrl(ArchiveName.Default, Page(8, "echo.example").Url!)!.Text.ShouldContain(Promotion);
    }

    [Fact]
    public async Task Whatever_the_order_of_ingest_and_of_learning_the_texts_are_the_same()
    {
        var texts = new List<string>();
        foreach (var order in new[] { Enumerable.Range(1, 8), Enumerable.Range(1, 8).Reverse() })
        {
            using var archive = new BoilerplateTests();
            archive.Keep(ArchiveName.Default, order);
            archive.Learn(ArchiveName.Default);
            await archive.ReextractAsync();
            archive.Learn(ArchiveName.Default);
            await archive.ReextractAsync();
            texts.Add(string.Join("\n---\n", archive.ingest.Articles().OrderBy(article => article.Url).Select(article => $"{article.Url} {article.Version} {article.Content.Extractor}\n{article.Text}")));
        }

        texts[0].ShouldBe(texts[1]);
    }

    [Fact]
    public void Learning_again_from_the_same_pages_makes_no_new_revision_and_a_cleared_list_a_new_number()
    {
        Keep(ArchiveName.Default, Enumerable.Range(1, 6));
        Learn(ArchiveName.Default);
        Learn(ArchiveName.Default);
        ingest.Store.Boilerplate.Of(ArchiveName.Default).ShouldHaveSingleItem().Revision.ShouldBe(1);

        ingest.Store.Boilerplate.Freeze(ArchiveName.Default, Host, []);
        Learn(ArchiveName.Default);

        ingest.Store.Boilerplate.Of(ArchiveName.Default).ShouldHaveSingleItem().Revision.ShouldBe(3);
    }

    [Fact]
    public async Task A_cleared_list_brings_the_line_back_when_pages_are_read_again()
    {
        Keep(ArchiveName.Default, Enumerable.Range(1, 6));
        Learn(ArchiveName.Default);
        await ReextractAsync();
        ingest.Store.Boilerplate.Freeze(ArchiveName.Default, Host, []);

        await ReextractAsync();

        ingest.Articles().ShouldAllBe(article => article.Text.Contains(Promotion));
    }

    [Fact]
    public void Another_archive_has_lists_of_its_own()
    {
        Keep(ArchiveName.Default, Enumerable.Range(1, 6));
        Keep(Other, 1, 2);
        Learn(ArchiveName.Default);

        ingest.Store.Boilerplate.Of(Other).ShouldBeEmpty();
        new BoilerplateLearning(ingest.Store).Read(Other, null, TestContext.Current.CancellationToken).ShouldHaveSingleItem().Lines.ShouldBeEmpty();
    }
}
