using System.Globalization;
using System.Text;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Ingestion;

/// <summary>Feeds, sitemaps and archives that are not what they should be: each ends, says why, and what can be read is read.</summary>
public sealed class BadSourcesTests : IAsyncLifetime
{
    private readonly IngestFixture ingest = new();
    private FakeWebsite site = null!;

    public async ValueTask InitializeAsync()
    {
        ingest.Options.AllowedNetworks.Add("127.0.0.0/8");
        site = await FakeWebsite.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        ingest.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_that_has_become_a_web_page_says_so()
    {
        site.Serve("/feed", FakeWebsite.ArticlePage("We have moved", 1));

        var summary = await ingest.Pipeline.IngestToEndAsync(
            new() { Archive = ArchiveName.Default, Targets = [site.Url("/feed")], Kind = "feed" }, progress: null, TestContext.Current.CancellationToken);

        summary.Failed.Single().Reason.ShouldStartWith("a web page came, not a feed");
    }

    [Fact]
    public async Task A_feed_of_a_hundred_thousand_entries_is_read_to_its_end()
    {
        var feed = new StringBuilder("<rss version='2.0'><channel><title>Large</title>");
        for (var number = 0; number < 100_000; number++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Story {number}</title><guid>g{number}</guid></item>");
        }

        feed.Append("<item><title>Last</title><description>").Append("The last story of the feed has a text, and the others have only a headline. ".PadRight(200, '.')).Append("</description></item></channel></rss>");
        var path = ingest.Write("large.xml", feed.ToString());

        var summary = await ingest.IngestAsync(path);

        summary.Added.ShouldBe(1);
        summary.Failed.Count.ShouldBe(100_000);
    }

    [Fact]
    public async Task Entries_beyond_the_limit_of_links_are_left_out_and_that_is_said()
    {
        ingest.Options.MaximumLinks = 2;
        var items = string.Concat(Enumerable.Range(1, 4).Select(number => $"<item><title>S{number}</title><link>{site.Url($"/{number}")}</link></item>"));
        site.Serve("/feed", $"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>", "application/rss+xml");

        var summary = await ingest.IngestAsync(site.Url("/feed"));

        summary.Failed.First().Reason.ShouldBe("it has 4 entries, those behind the first 2 are left out; raise Ingestion:MaximumLinks");
        site.Requests.Select(request => request.Path).ShouldBe(["/feed", "/1", "/2"]);
    }

    [Fact]
    public async Task Sitemaps_that_lead_in_a_circle_are_each_read_once()
    {
        site.Serve("/a.xml", Index("/b.xml"), "application/xml");
        site.Serve("/b.xml", Index("/a.xml", "/c.xml"), "application/xml");
        site.Serve("/c.xml", $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{site.Url("/story")}</loc></url></urlset>", "application/xml");
        site.Serve("/story", FakeWebsite.ArticlePage("Story", 5));

        var summary = await ingest.IngestAsync(site.Url("/a.xml"));

        (summary.Added, summary.Failed.Count).ShouldBe((1, 0));
        site.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_calendar_that_makes_up_ever_more_sitemaps_is_left()
    {
        for (var month = 0; month < 50; month++)
        {
            site.Serve($"/calendar/{month}.xml", Index($"/calendar/{month + 1}.xml"), "application/xml");
        }

        var summary = await ingest.IngestAsync(site.Url("/calendar/0.xml"));

        summary.Failed.First().Reason.ShouldStartWith("sitemaps name ever more sitemaps here");
        site.Requests.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_calendar_that_names_ever_more_sitemaps_at_once_is_left_and_that_is_said_once()
    {
        for (var number = 0; number < 40; number++)
        {
            site.Serve($"/calendar/{number}.xml", Index($"/calendar/{(3 * number) + 1}.xml", $"/calendar/{(3 * number) + 2}.xml", $"/calendar/{(3 * number) + 3}.xml"), "application/xml");
        }

        var summary = await ingest.IngestAsync(site.Url("/calendar/0.xml"));

        summary.Failed.Select(failed => failed.Reason).ShouldBe(
        [
            "sitemaps name ever more sitemaps here, so those named from here on are left out; give the address of one that lists articles",
            "the sitemap lists no pages; check the address in a browser",
        ]);
    }

    [Fact]
    public async Task Sitemaps_that_list_no_page_a_thousand_times_over_are_left()
    {
        site.Serve("/all.xml", Index([.. Enumerable.Range(0, 3_000).Select(day => $"/day/{day}.xml")]), "application/xml");
        for (var day = 0; day < 3_000; day++)
        {
            site.Serve($"/day/{day}.xml", "<urlset></urlset>", "application/xml");
        }

        var summary = await ingest.IngestAsync(site.Url("/all.xml"));

        summary.Failed.Single().Reason.ShouldStartWith("1000 sitemaps in a row list no page, so the walk ends here");
        site.Requests.Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task Sitemaps_beyond_the_limit_of_links_are_not_fetched()
    {
        ingest.Options.MaximumLinks = 3;
        site.Serve("/all.xml", Index("/a.xml", "/b.xml", "/c.xml", "/d.xml"), "application/xml");
        foreach (var name in "abcd")
        {
            site.Serve($"/{name}.xml", $"<urlset><url><loc>{site.Url("/story/" + name)}</loc></url></urlset>", "application/xml");
        }

        var summary = await ingest.IngestAsync(site.Url("/all.xml"));

        summary.Failed.Last().Reason.ShouldBe("it names more than 3 sitemaps, the rest is left out; give the addresses of those that list articles");
        site.Requests.Select(request => request.Path).ShouldBe(["/all.xml", "/a.xml", "/story/a", "/b.xml", "/story/b"]);
    }

    [Fact]
    public async Task A_list_of_pages_without_end_stops_at_the_limit_of_links()
    {
        ingest.Options.MaximumLinks = 5;
        site.Serve("/days.txt", string.Join('\n', Enumerable.Range(0, 1_000).Select(day => site.Url($"/calendar/{day}"))), "text/plain");

        var summary = await ingest.Pipeline.IngestToEndAsync(
            new() { Archive = ArchiveName.Default, Targets = [site.Url("/days.txt")], Kind = "sitemap" }, progress: null, TestContext.Current.CancellationToken);

        summary.Failed.Last().Reason.ShouldContain("more than 5 pages, the rest is left out");
        site.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(10, "wrong length")]
    [InlineData(100_000, "ends inside this record")]
    public async Task A_web_archive_record_with_a_wrong_length_is_reported_and_what_is_whole_is_read(int stated, string reason)
    {
        var good = Record("http://a.example/1", FakeWebsite.ArticlePage("Whole", 7), null);
        var bad = Record("http://a.example/2", FakeWebsite.ArticlePage("Broken", 8), stated);
        ingest.Write("a.warc", Encoding.UTF8.GetBytes(stated > 1_000 ? good + bad : bad + good));

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        ingest.Articles().ShouldContain(article => article.Title == "Whole");
        summary.Failed.ShouldContain(failure => failure.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_locked_file_in_a_zip_file_says_how_to_unlock_it()
    {
        // A zip file by hand: one stored entry whose general purpose flag says "encrypted" (APPNOTE 4.4.4, bit 0).
        byte[] name = [.. "a.txt"u8];
        byte[] content = [.. "twelve bytes"u8];
        byte[] sizes = [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(content.Length), .. BitConverter.GetBytes(content.Length), (byte)name.Length, 0, 0, 0];
        byte[] local = [0x50, 0x4B, 3, 4, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, .. sizes, .. name, .. content];
        byte[] central = [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, .. sizes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. name];
        byte[] end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, .. BitConverter.GetBytes(central.Length), .. BitConverter.GetBytes(local.Length), 0, 0];
        ingest.Write("locked.zip", [.. local, .. central, .. end]);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Failed.Single().Reason.ShouldBe("it is locked with a password; unpack the zip file and ingest the folder");
    }

    private string Index(params string[] paths) =>
        $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{string.Concat(paths.Select(path => $"<sitemap><loc>{site.Url(path)}</loc></sitemap>"))}</sitemapindex>";

    private static string Record(string url, string page, int? stated)
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
        var length = stated ?? Encoding.UTF8.GetByteCount(block);
        return string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n");
    }
}
