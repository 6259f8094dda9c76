using NewsBot.Fakes.Hostile;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>
/// Pages that were built to be expensive give an article or the reason why not. What each costs is measured by the benchmark <c>extraction --hostile</c>;
/// here a page that takes the square of its length would never end, which the limit on the whole class tells.
/// </summary>
public sealed class HostilePagesTests
{
    private const int LongestTitle = 1_000, LongestAddress = 2_000, MostAuthors = 200;

    /// <summary>No measure of speed: each page takes a second at most, and what is not linear takes hours.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(5);

    public static TheoryData<HostilePage> All() => [.. HostilePage.All];

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task A_page_built_to_be_expensive_ends_with_what_it_holds(HostilePage page)
    {
        var result = await Task.Run(() => HtmlExtractor.Extract(Pages.Of(page.Build(), "https://example.org/x"))).WaitAsync(Endless, TestContext.Current.CancellationToken);

        var reason = result is ExtractionResult.NotAnArticle refused ? refused.Reason : null;
        reason.ShouldBe(page.Reason);
        if (page.Reason is null)
        {
            var article = result.Article();
            article.Title.Length.ShouldBeLessThanOrEqualTo(LongestTitle);
            (article.Url ?? "").Length.ShouldBeLessThanOrEqualTo(LongestAddress);
            article.Authors.Count.ShouldBeLessThanOrEqualTo(MostAuthors);
        }
    }

    [Fact]
    public void Bytes_beyond_any_page_are_not_even_decoded() =>
        HtmlExtractor.Extract(Pages.Of(new byte[30_000_001])).Reason().ShouldBe("the page has more than 10 million characters, which no article has; ingest the article alone");

    [Fact]
    public void Metadata_that_is_built_without_end_leaves_the_articles_own()
    {
        var page = "<html lang=en><head><script type='application/ld+json'>" + new string('[', 500_000) + "</script><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry late\"}</script>"
            + "<meta property='og:title' content='" + new string('x', 5_000) + "'></head><body><article>" + Story() + "</article>";

        HtmlExtractor.Extract(Pages.Of(page)).Article().Title.ShouldBe("Ferry late");
    }

    private static string Story() => string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>Sentence number {i} is long enough to be running text in any article of the harbour paper.</p>"));
}
