using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Articles;

public sealed class AmpCacheTests
{
    [Theory]
    [InlineData("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story/amp", "https://www.example.org/story/amp")]
    [InlineData("https://www-example-org.cdn.ampproject.org/v/www.example.org/story", "http://www.example.org/story")]
    [InlineData("https://www.google.com/amp/s/www.example.org/story", "https://www.example.org/story")]
    [InlineData("https://www.google.com/search?q=amp", "https://www.google.com/search?q=amp")]
    [InlineData("https://www.google.com/amp/s/", "https://www.google.com/amp/s/")]
    [InlineData("https://www.example.org/amp/s/other.example/story", "https://www.example.org/amp/s/other.example/story")]
    public void A_caches_address_holds_the_publishers(string cached, string address) => AmpCache.Behind(new Uri(cached)).AbsoluteUri.ShouldBe(address);

    [Fact]
    public void A_page_from_a_cache_is_the_same_article_as_the_publishers() =>
        CanonicalUrl.Key("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story?utm_source=x&usqp=mq331").ShouldBe(CanonicalUrl.Key("http://example.org/story/"));
}
