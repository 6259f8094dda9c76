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

    [Fact]
    public async Task Whole_files_in_front_of_one_that_was_cut_off_are_read_out_of_a_zip_file()
    {
        var zip = Zip(("a.html", FakeWebsite.ArticlePage("First", 7)), ("b.html", FakeWebsite.ArticlePage("Second", 8)), ("c.html", FakeWebsite.ArticlePage("Third", 9)));
        ingest.Write("a.zip", zip[..(IndexOf(zip, "c.html") + 100)]);

        var summary = await IngestAsync();

        ingest.Articles().Select(article => article.Title).ShouldBe(["First", "Second"]);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldBe("it is damaged or ends in the middle behind its file number 2; fetch it again for what is missing");
    }

    [Fact]
    public async Task A_zip_file_that_lacks_only_its_directory_gives_all_its_files_and_is_reported()
    {
        var zip = Zip(("a.html", FakeWebsite.ArticlePage("First", 7)), ("b.html", FakeWebsite.ArticlePage("Second", 8)));
        ingest.Write("a.zip", zip[..^60]);

        var summary = await IngestAsync();

        (summary.Added, summary.Failed.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_zip_file_that_ends_in_its_first_file_is_damaged()
    {
        ingest.Write("a.zip", Zip(("a.html", FakeWebsite.ArticlePage("First", 7)))[..100]);

        (await IngestAsync()).Failed.ShouldHaveSingleItem().Reason.ShouldBe("it is damaged or ends in the middle; fetch it again");
    }

    [Fact]
    public async Task A_zip_file_that_was_cut_off_passes_every_check_of_a_whole_one()
    {
        var zip = Zip(("../evil.txt", "Evil\n\nA text with a bad name."), ("bomb.txt", new string(' ', 40_000_000)), ("good.txt", "Good\n\nA text."), ("cut.txt", "Cut\n\nA text."));
        ingest.Write("a.zip", zip[..(IndexOf(zip, "cut.txt") + 8)]);

        var summary = await IngestAsync();

        ingest.Articles().Single().Title.ShouldBe("Good");
        summary.Failed.Select(failed => failed.Reason.Split(',', ';')[0]).ShouldBe(["its name leads out of the zip file", "unpacks to more than 200 times its size", "it is damaged or ends in the middle behind its file number 3"], ignoreOrder: true);
    }

    private static int IndexOf(byte[] bytes, string name) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name));

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
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
