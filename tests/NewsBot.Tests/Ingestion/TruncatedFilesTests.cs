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
