using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion.Extraction;
using NewsBot.Tests.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Dating;

public sealed class PageDatesTests
{
    private const string Text = "<p>The ferry to the island was late again on Monday, and nobody at the pier was surprised by it any more.</p><p>The operator promised a new engine, as it had done in each of the last five winters.</p>";

    private static ArticleContent Read(string head, string body = "", string? url = null, string end = "") =>
        HtmlExtractor.Extract(Pages.Of($"<html lang=en><head>{head}</head><body>{body}{Text}{end}</body></html>", url)).Article();

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-06T07:08:09+02:00\"}</script>", "", "2024-05-06T07:08:09+02:00")]
    [InlineData("<meta property='article:published_time' content='2024-05-06T07:08:09Z'>", "", "2024-05-06T07:08:09Z")]
    [InlineData("", "<span itemprop=datePublished content=2024-05-06>6 May</span>", "2024-05-06")]
    [InlineData("", "<time datetime='2024-05-06T07:08:09Z'>6 May</time>", "2024-05-06T07:08:09Z")]
    [InlineData("", "<h1>Ferry late</h1><div>Monday, 6 May 2024</div>", "2024-05-06")]
    [InlineData("", "<h1>Ferry late</h1><div>6. Mai 2024, 8 Uhr</div>", "2024-05-06")]
    public void The_publication_is_found_where_pages_state_it(string head, string body, string time) => Read(head, body).Published.ToString().ShouldBe(time);

    [Fact]
    public void The_address_decides_the_day_and_json_ld_the_instant_of_that_day()
    {
        const string head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-06T07:08:09+02:00\"}</script>";

        Read(head, url: "https://example.org/2024/05/06/ferry").Published.ToString().ShouldBe("2024-05-06T07:08:09+02:00");
        Read(head, url: "https://example.org/2024/05/01/ferry").Published.ToString().ShouldBe("2024-05-01");
    }

    [Fact]
    public void The_last_change_is_kept_apart()
    {
        var article = Read("<meta property='article:published_time' content='2024-05-06T07:00:00Z'><meta property='article:modified_time' content='2024-05-07T08:00:00Z'>");

        article.Published.ToString().ShouldBe("2024-05-06T07:00:00Z");
        article.Modified.ToString().ShouldBe("2024-05-07T08:00:00Z");
    }

    [Fact]
    public void A_date_after_the_fetch_is_not_believed() =>
        Read("<meta property='article:published_time' content='2031-01-01T00:00:00Z'>", "<h1>Ferry late</h1><div>6 May 2024</div>").Published.ToString().ShouldBe("2024-05-06");

    [Fact]
    public void Neither_a_copyright_year_nor_a_comment_dates_an_article() =>
        Read("", end: "<div class=comments><p>Gull 77, 9 June 2024</p></div><footer>© 2019 Example Post</footer>").Published.ShouldBeNull();

    [Fact]
    public void Days_of_publication_of_real_pages_are_exact()
    {
        var file = SharedData.PathOf("data", "html-dates", "dates.jsonl");
        Assert.SkipWhen(file.Length == 0, SharedData.AbsenceReason);

        // Every third page: a slice that takes seconds; the dates benchmark measures all.
        var pages = File.ReadLines(file).Where((_, i) => i % 3 == 0).Select(line => JsonSerializer.Deserialize<DatedPage>(line, JsonSerializerOptions.Web)!).ToList();
        var exact = pages.Count(page => DayOf(Path.Combine(Path.GetDirectoryName(file)!, page.File), page.Url) == page.Published);

        ((double)exact / pages.Count).ShouldBeGreaterThan(0.86);
    }

    private static string? DayOf(string path, string url) =>
        HtmlExtractor.Extract(Pages.Of(File.ReadAllBytes(path), url)) is ExtractionResult.Extracted { Article.Published: { } published }
            ? published.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private sealed record DatedPage(string Url, string File, string Published);
}
