using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion.Sources;

/// <summary>A list of addresses is a list of pages to fetch, wherever it lies.</summary>
public sealed class AddressListTests : IAsyncLifetime
{
    private readonly IngestFixture ingest = new();
    private FakeWebsite site = null!;

    public async ValueTask InitializeAsync()
    {
        ingest.Options.AllowedNetworks.Add("127.0.0.0/8");
        site = await FakeWebsite.StartAsync();
        site.Serve("/1", FakeWebsite.ArticlePage("One", 101));
        site.Serve("/2", FakeWebsite.ArticlePage("Two", 202));
    }

    public async ValueTask DisposeAsync()
    {
        ingest.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_pages_of_a_file_of_addresses_are_fetched()
    {
        ingest.Write("pages.txt", $"# the harbour\r\n{site.Url("/1")}\r\n\r\n{site.Url("/2")}\n{site.Url("/3")}\n");

        var summary = await ingest.IngestAsync(ingest.Folder.File("in/pages.txt"));

        ingest.Articles().Select(article => article.Title).ShouldBe(["One", "Two"]);
        summary.Failed.ShouldHaveSingleItem().ShouldBe(new FailedItem(site.Url("/3"), "the server said 404 (not found); check the address"));
    }

    [Fact]
    public async Task The_pages_of_a_saved_sitemap_are_fetched()
    {
        ingest.Write("sitemap.xml", $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{site.Url("/1")}</loc></url></urlset>");

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Added.ShouldBe(1);
    }

    [Fact]
    public async Task The_pages_of_a_list_on_a_server_are_fetched()
    {
        site.Serve("/list", $"{site.Url("/1")}\n{site.Url("/2")}\n", "text/plain");

        (await ingest.IngestAsync(site.Url("/list"))).Added.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_list_names_may_be_a_text_but_no_picture_and_no_further_list()
    {
        var picture = new byte[3_000];
        new Random(1).NextBytes(picture);
        site.Serve("/text", "Ferry late\n\nThe ferry was late on Monday, and nobody was surprised to hear of it.", "text/plain");
        site.Serve("/picture", picture, "image/jpeg");
        site.Serve("/unlabelled", picture, "text/html");
        site.Serve("/list", $"{site.Url("/1")}\n", "text/plain");
        ingest.Write("pages.txt", string.Join('\n', new[] { "/text", "/picture", "/unlabelled", "/list" }.Select(site.Url)));

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        ingest.Articles().Single().Title.ShouldBe("Ferry late");
        summary.Failed.Select(failed => failed.Item).ShouldBe([site.Url("/picture"), site.Url("/unlabelled"), site.Url("/list")]);
        site.Requests.ShouldNotContain(request => request.Path == "/1");
    }

    [Fact]
    public async Task A_picture_is_no_page_whatever_it_is_called()
    {
        var picture = new byte[3_000];
        new Random(1).NextBytes(picture);
        var path = ingest.Write("picture.jpg", picture);

        var summary = await ingest.Pipeline.IngestToEndAsync(new IngestRequest { Archive = NewsBot.Archive.ArchiveName.Default, Targets = [path], Kind = "page" }, progress: null, TestContext.Current.CancellationToken);

        summary.Failed.Single().Reason.ShouldStartWith("it is no kind of file that ingest reads");
    }

    [Fact]
    public async Task A_text_that_also_has_addresses_is_a_text()
    {
        ingest.Write("a.txt", $"Where to read on\n\nhttps://example.org/1 is about the harbour.\nhttps://example.org/2\n");

        await ingest.IngestAsync(ingest.Folder.File("in"));

        ingest.Articles().Single().Title.ShouldBe("Where to read on");
        site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_knows_how_much_of_a_list_is_left_by_the_bytes_of_its_file()
    {
        ingest.Write("pages.txt", $"{site.Url("/1")}\n{site.Url("/2")}\n");

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        ingest.Store.Jobs.Find(summary.Job)!.Progress!.BytesTotal.ShouldBeNull();
    }

    [Theory]
    [InlineData("style.css", "body { margin: 0 }")]
    [InlineData("program.js", "function harbour() { return 1; }")]
    [InlineData("table.csv", "town,ships\nSelwick,4\n")]
    public async Task What_stands_beside_pages_in_a_folder_is_no_article(string name, string text)
    {
        ingest.Write(name, text);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Added.ShouldBe(0);
        summary.Failed.Single().Reason.ShouldStartWith("it is no kind of file that ingest reads");
    }

    [Theory]
    [InlineData("ftp://example.org/story", "'ftp' addresses are not fetched; give an http or https address")]
    [InlineData("http://bad host/", "it is no address; write it as https://host/path")]
    public async Task What_is_meant_as_an_address_is_refused_as_one(string target, string reason)
    {
        var failed = (await ingest.IngestAsync(target)).Failed.ShouldHaveSingleItem();

        failed.ShouldBe(new FailedItem(target, reason));
    }
}
