using NewsBot.Ingestion.Feeds;

namespace NewsBot.Tests.Ingestion.Feeds;

/// <summary>A date that makes no sense costs the entry its date, and the feed nothing.</summary>
public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Tue, 05 Mar 2024 09:30:00 +0100", "2024-03-05T09:30:00+01:00")]
    [InlineData("5 Mar 24 9:30 EST", "2024-03-05T09:30:00-05:00")]
    [InlineData("Tue Mar  5 09:30:00 GMT 2024", "2024-03-05T09:30:00Z")]
    [InlineData("20240305", "2024-03-05")]
    [InlineData("Tue, 05 Mar 2024 09:30:00 XYZ", "2024-03-05")]
    public void Dates_are_read_as_exactly_as_they_are_stated(string written, string read) => PublishedIn(written).ShouldBe(read);

    [Theory]
    [InlineData("Mon, 01 Jan 0001 00:00:00 +0500")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 -0500")]
    public void An_offset_does_not_lead_out_of_the_calendar(string written) => PublishedIn(written)!.Length.ShouldBe("YYYY-MM-DD".Length);

    [Theory]
    [InlineData("Tue, ٠٥ Mar ٢٠٢٤ 09:30:00 GMT")]
    [InlineData("Tue, 99 Mar 2024 09:30:00 GMT")]
    [InlineData("soon")]
    [InlineData("+")]
    public void What_is_no_date_is_none(string written) => PublishedIn(written).ShouldBeNull();

    [Fact]
    public void A_text_in_the_place_of_a_date_is_none_however_long_it_is() =>
        PublishedIn("Tue Mar 5 09:30:00" + new string(' ', 1_000_000) + "x").ShouldBeNull();

    private static string? PublishedIn(string date) => FeedReader
        .Read($"<rss><channel><item><title>T</title><pubDate>{date}</pubDate></item><item><title>Next</title></item></channel></rss>", url: null)!
        .Entries[0].Published?.ToString();
}
