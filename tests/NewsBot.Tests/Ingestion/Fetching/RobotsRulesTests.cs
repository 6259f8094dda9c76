using NewsBot.Ingestion.Fetching;

namespace NewsBot.Tests.Ingestion.Fetching;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/anything", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news/", "/news/today", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/x.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/x.pdf?page=1", true)]
    [InlineData("User-agent: *\nDisallow: /*/draft", "/2024/draft/1", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsBot\nDisallow: /no", "/yes", true)]
    [InlineData("User-agent: NewsBot\nUser-agent: Other\nDisallow: /no", "/no", false)]
    [InlineData("user-AGENT: newsbot/2.0 # comment\nDISALLOW: /no # here", "/no", false)]
    [InlineData("User-agent: Other\nDisallow: /", "/yes", true)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /no\r\n", "/no", false)]
    [InlineData("<html>not a robots file</html>", "/yes", true)]
    public void The_longest_matching_rule_of_the_robots_group_decides(string file, string path, bool allowed) =>
        RobotsRules.Parse(file, "NewsBot").Allow(path).ShouldBe(allowed);

    [Fact]
    public void Delays_and_sitemaps_are_read()
    {
        var rules = RobotsRules.Parse("Sitemap: https://example.org/a.xml\nUser-agent: *\nCrawl-delay: 2.5\nSitemap: https://example.org/b.xml", "NewsBot");

        rules.CrawlDelay.ShouldBe(TimeSpan.FromSeconds(2.5));
        rules.Sitemaps.ShouldBe(["https://example.org/a.xml", "https://example.org/b.xml"]);
    }

    [Fact]
    public void A_pattern_of_many_stars_is_matched_in_no_time() =>
        RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "$", "NewsBot").Allow("/" + new string('a', 5_000) + "b").ShouldBeTrue();
}
