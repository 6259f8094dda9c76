using System.Globalization;
using System.Text;
using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion.WebArchives;

/// <summary>A record that states more bytes than it has does not take the records behind it along.</summary>
public sealed class WrongLengthTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(900)]
    [InlineData(1_000_000)]
    public async Task Records_behind_one_that_states_too_many_bytes_are_read(int excess)
    {
        ingest.Write("a.warc", Record(1, excess) + Record(2, 0) + Record(3, 0) + Record(4, 0));

        var summary = await IngestAsync();

        Titles().ShouldBe(["Story 1", "Story 2", "Story 3", "Story 4"]);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldStartWith("the record states a wrong length, so it was read up to where the next one begins");
    }

    [Fact]
    public async Task A_last_record_that_was_cut_off_is_reported()
    {
        ingest.Write("a.warc", Record(1, 0) + Record(2, 0)[..^300]);

        var summary = await IngestAsync();

        Titles().ShouldBe(["Story 1"]);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldBe("the file ends inside this record; fetch it again");
    }

    [Fact]
    public async Task A_page_that_quotes_a_record_is_one_page()
    {
        var quoting = FakeWebsite.ArticlePage("Quoting", 5).Replace("</article>", "<p>It begins so:</p>\n\r\nWARC/1.0\r\nWARC-Type: response\r\n</article>");
        ingest.Write("a.warc", Record(1, 0, quoting) + Record(2, 0));

        var summary = await IngestAsync();

        Titles().ShouldBe(["Quoting", "Story 2"]);
        summary.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_nothing_but_wrong_lengths_is_looked_through_twice_at_most()
    {
        const int Records = 20_000;
        ingest.Write("a.warc", string.Concat(Enumerable.Range(0, Records).Select(number => "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 15000000\r\n\r\nx\r\n\r\n")));

        var summary = await IngestAsync();

        summary.Failed.Count.ShouldBeLessThan(Records);
    }

    private static string Record(int number, int excess, string? page = null)
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + (page ?? FakeWebsite.ArticlePage($"Story {number}", number * 101));
        return string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(block) + excess}\r\n\r\n{block}\r\n\r\n");
    }

    private IEnumerable<string> Titles() => ingest.Articles().Select(article => article.Title).Order(StringComparer.Ordinal);

    private Task<IngestSummary> IngestAsync() => ingest.IngestAsync(ingest.Folder.File("in"));
}
