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

    [Theory]
    [InlineData("<h1>Ferry late</h1><div>Updated 9 May 2024</div><div>6 May 2024</div>", "the line below tells of the publication")]
    [InlineData("<h1>Ferry late</h1><div>6 May 2024, updated 9 May 2024</div>", "both stand in one line")]
    [InlineData("<h1>Ferry late</h1><div>Aktualisiert: 9. Mai 2024 · Veröffentlicht: 6. Mai 2024</div>", "the change is said first")]
    [InlineData("<span class=meta>By Ada Finch | 6 May 2024</span><h1>Ferry late</h1><p>Mis à jour le 9 mai 2024.</p>", "the publication stands above the headline")]
    public void A_line_that_tells_of_a_change_does_not_date_the_publication(string body, string why) => Read("", body).Published.ToString().ShouldBe("2024-05-06", why);

    [Fact]
    public void The_day_beside_the_headline_beats_a_time_that_a_class_calls_published() => Read(
        "",
        "<h1>Ferry late</h1><p><time datetime='2024-05-06T08:00:00Z'>6 May 2024</time></p>",
        end: "<aside>Sign the petition <time class=published datetime='2024-07-01T08:00:00Z'>1 July</time></aside>").Published.ToString().ShouldBe("2024-05-06T08:00:00Z");

    [Theory]
    [InlineData("2024-05-05T23:00:00Z", "2024-05-06", "midnight in Berlin")]
    [InlineData("2024-05-06T08:00:00Z", "2024-05-06T08:00:00Z", "both name the same day")]
    [InlineData("2024-05-05T09:00:00Z", "2024-05-05T09:00:00Z", "nowhere on earth is it the next day at that time")]
    [InlineData("2024-05-05T23:00:00+02:00", "2024-05-05T23:00:00+02:00", "the publisher's own zone is stated")]
    public void Readers_see_the_day_in_the_publishers_zone_where_machines_are_told_utc(string stated, string published, string why) =>
        Read($"<meta property='article:published_time' content='{stated}'>", "<h1>Ferry late</h1><div>6 May 2024</div>").Published.ToString().ShouldBe(published, why);

    [Theory]
    [InlineData("<ul><li>Joined: 18 March 2008</li></ul><h2>Ferry late</h2>")]
    [InlineData("<div class=date>Registriert: 18.03.2008</div><h2>Ferry late</h2>")]
    public void When_a_member_joined_is_no_publication(string body) => Read("", body).Published.ShouldBeNull();

    [Fact]
    public void Todays_date_in_the_head_of_the_page_is_not_the_articles() =>
        Read("", "<div>Sunday, 1 March 2026</div><nav><a href=/>Home</a></nav><p>Town news</p><p>Sport</p><h1>Ferry late</h1>", end: "<p>27 February 2026</p>").Published.ToString().ShouldBe("2026-02-27");

    [Fact]
    public void A_capture_of_the_internet_archive_was_fetched_when_its_address_says() => Read(
        "",
        "<div>Thursday, 16 February 2012</div><p>Town news</p><p>Sport</p><p>Weather</p><h1>Ferry late</h1>",
        url: "https://web.archive.org/web/20120216182711/http://example.org/ferry",
        end: "<p>14 February 2012</p>").Published.ToString().ShouldBe("2012-02-14");

    [Fact]
    public void Days_of_publication_of_real_pages_are_exact()
    {
        var file = SharedData.PathOf("data", "html-dates", "dates.jsonl");
        Assert.SkipWhen(file.Length == 0, SharedData.AbsenceReason);

        // Every third page: a slice that takes seconds; the dates benchmark measures all.
        var pages = File.ReadLines(file).Where((_, i) => i % 3 == 0).Select(line => JsonSerializer.Deserialize<DatedPage>(line, JsonSerializerOptions.Web)!).ToList();
        var exact = pages.Count(page => DayOf(Path.Combine(Path.GetDirectoryName(file)!, page.File), page.Url) == page.Published);

        ((double)exact / pages.Count).ShouldBeGreaterThan(0.88);
    }

    private static string? DayOf(string path, string url) =>
        HtmlExtractor.Extract(Pages.Of(File.ReadAllBytes(path), url)) is ExtractionResult.Extracted { Article.Published: { } published }
            ? published.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private sealed record DatedPage(string Url, string File, string Published);
}
