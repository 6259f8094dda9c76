using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion;

/// <summary>Files that unpack, expand or go on without end are stopped with a reason, and what stands beside them is read.</summary>
public sealed class BombsTests : IDisposable
{
    /// <summary>No measure of speed: what takes the square of its length would not end.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(5);

    private const string Story = "<html><head><title>Ferry late</title></head><body><article><p>The ferry was late on Monday, and nobody at the pier was surprised to hear of it at all.</p></article></body></html>";

    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task Entities_that_stand_for_each_other_are_not_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        ingest.Write("a.xml", $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"lol\">{entities}]><rss version=\"2.0\"><channel><title>Post</title><item><title>Ferry &e12; late</title><description>The ferry was late &e12;.</description></item></channel></rss>");

        await IngestAsync();

        ingest.Articles().Single().Text.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task Entities_from_outside_are_not_fetched()
    {
        var secret = ingest.Write("../secret.txt", "the secret of the machine");
        ingest.Write("a.xml", $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY outside SYSTEM \"file://{secret}\">]><rss version=\"2.0\"><channel><title>Post</title><item><title>Ferry</title><description>The ferry was late &outside;.</description></item></channel></rss>");

        await IngestAsync();

        ingest.Articles().Single().Text.ShouldNotContain("secret of the machine");
    }

    [Theory]
    [InlineData("<![CDATA[")]
    [InlineData("<!x>")]
    [InlineData("<a b='c' ")]
    [InlineData("</item>")]
    [InlineData("<a:b xmlns:a='c'>")]
    public async Task Markup_that_never_closes_is_read_once(string markup)
    {
        ingest.Write("a.xml", "<rss><channel><title>Post</title>" + new StringBuilder().Insert(0, markup, 100_000) + "<item><title>Ferry");

        (await IngestAsync()).Added.ShouldBe(0);
    }

    [Fact]
    public async Task An_element_of_fifteen_megabytes_is_one_articles_text()
    {
        ingest.Write("a.xml", "<rss version='2.0'><channel><title>Post</title><item><title>Ferry</title><description>" + new StringBuilder().Insert(0, "The ferry was late. ", 500_000) + "</description></item></channel></rss>");

        (await IngestAsync()).Added.ShouldBe(1);
    }

    [Fact]
    public async Task A_feed_beyond_the_size_of_a_document_is_not_read()
    {
        ingest.Write("a.xml", "<rss version='2.0'><channel><title>" + new string('x', 21_000_000));

        (await IngestAsync()).Failed.Single().Reason.ShouldBe("it is larger than 20 MB; raise Ingestion:MaximumDocumentBytes if it is one article or a feed");
    }

    [Fact]
    public async Task A_file_in_a_zip_file_that_unpacks_without_end_leaves_the_others()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var bomb = zip.CreateEntry("bomb.html", CompressionLevel.SmallestSize).Open())
            {
                bomb.Write(Encoding.ASCII.GetBytes("<html><body>" + new string('x', 60_000_000)));
            }

            using var good = zip.CreateEntry("good.html").Open();
            good.Write(Encoding.UTF8.GetBytes(Story));
        }

        ingest.Write("a.zip", bytes.ToArray());

        var summary = await IngestAsync();

        summary.Added.ShouldBe(1);
        summary.Failed.Single().Reason.ShouldStartWith("unpacks to more than 200 times its size, as a bomb does");
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    public async Task A_record_of_a_length_that_cannot_be_costs_no_memory_and_says_so(string length)
    {
        ingest.Write("a.warc", Record("https://example.org/1", Story) + $"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\nshort");

        var summary = await IngestAsync();

        summary.Added.ShouldBe(1);
        summary.Failed.ShouldContain(failed => failed.Reason.Contains("ends inside this record") || failed.Reason.Contains("without a readable length; the file is damaged here"));
    }

    [Fact]
    public async Task A_hundred_thousand_tiny_records_end_with_the_page_behind_them()
    {
        ingest.Write("a.warc", new StringBuilder().Insert(0, "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", 100_000) + Record("https://example.org/1", Story));

        (await IngestAsync()).Added.ShouldBe(1);
    }

    private static string Record(string url, string page)
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
        return string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n");
    }

    private Task<IngestSummary> IngestAsync() => ingest.IngestAsync(ingest.Folder.File("in")).WaitAsync(Endless, TestContext.Current.CancellationToken);
}
