using System.IO.Compression;
using System.Text;
using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion;

/// <summary>A file that was cut off is never taken for a whole one.</summary>
public sealed class TruncatedFilesTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(150)]
    public async Task A_packed_page_that_lacks_its_end_is_not_kept(int missing)
    {
        ingest.Write("a.html.gz", Packed(FakeWebsite.ArticlePage("Cut off", 7))[..^missing]);

        var summary = await IngestAsync();

        summary.Added.ShouldBe(0);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldBe("it is damaged or ends in the middle; fetch it again");
    }

    [Fact]
    public async Task Packed_files_one_behind_the_other_are_one_file()
    {
        ingest.Write("a.jsonl.gz", [.. Packed("{\"id\":\"1\",\"text\":\"The text of one.\"}\n"), .. Packed("{\"id\":\"2\",\"text\":\"The text of two.\"}\n")]);

        (await IngestAsync()).Articles.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Whole_records_in_front_of_one_that_was_cut_off_are_read()
    {
        ingest.Write("a.warc.gz", [.. Packed(Record("https://example.org/1", 7)), .. Packed(Record("https://example.org/2", 8))[..^150]]);

        var summary = await IngestAsync();

        summary.Added.ShouldBe(1);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldBe("it is damaged or ends in the middle; fetch it again");
    }

    private static string Record(string url, int number)
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + FakeWebsite.ArticlePage($"Story {number}", number);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n{block}\r\n\r\n");
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private Task<IngestSummary> IngestAsync() => ingest.IngestAsync(ingest.Folder.File("in"));
}
