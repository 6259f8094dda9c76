using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction.Metadata;

public sealed class PageMetadataTests
{
    private const string Text = "<p>The ferry to the island was late again on Monday, and nobody at the pier was surprised by it any more.</p><p>The operator promised a new engine, as it had done in each of the last five winters.</p>";

    private static ArticleContent Read(string head, string body = "") => HtmlExtractor.Extract(Pages.Of($"<html><head>{head}</head><body>{body}{Text}</body></html>")).Article();

    [Theory]
    [InlineData("<title>Ferry late again | Example Post</title><meta property=og:site_name content='Example Post'>", "")]
    [InlineData("<title>Ferry late again - example.org</title>", "")]
    [InlineData("<meta property=og:title content='Ferry late again'>", "<h1>Example Post</h1>")]
    [InlineData("<meta property=og:title content='Late again: the ferry'><title>x</title>", "<h1>Ferry late again</h1>")]
    [InlineData("", "<h1>Ferry late again</h1>")]
    public void The_title_is_the_headline_without_the_sites_name(string head, string body) => Read(head, body).Title.ShouldBe("Ferry late again");

    [Theory]
    [InlineData("<h1><span class=article__kicker>Harbour</span> Ferry late again</h1>", "a kicker")]
    [InlineData("<h1><span class=dachzeile>Harbour:</span><span class=headline>Ferry late again</span></h1>", "a kicker that only styles keep apart")]
    [InlineData("<h1><time>Jun 17</time> Ferry late again</h1>", "a date")]
    [InlineData("<h1>Ferry late again <span class='label abo'>Subscribers</span></h1>", "a label")]
    [InlineData("<h1><small>Harbour</small><br>Ferry late again</h1>", "small print above")]
    [InlineData("<h1><span>Harbour</span><span itemprop=headline>Ferry late again</span></h1>", "the marked part")]
    public void What_stands_above_or_beside_the_headline_is_not_part_of_it(string heading, string why) => Read("<title>Ferry late again | x</title>", heading).Title.ShouldBe("Ferry late again", why);

    [Theory]
    [InlineData("Ferry late again - La Posta", "https://www.laposta.example/1", "")]
    [InlineData("laposta.example | Ferry late again", "https://laposta.example/1", "")]
    [InlineData("Ferry late again - News from the harbour and the old town - The Example Post and Courier", "https://post.example/1", "<h3>Ferry late again</h3>")]
    [InlineData("Example Post » Archive » Ferry late again", "https://post.example/1", "<h1><a href='/'>Example Post</a></h1><h2>Ferry late again</h2>")]
    public void A_title_loses_the_name_of_its_host_and_the_parts_that_no_heading_repeats(string title, string url, string body) =>
        HtmlExtractor.Extract(Pages.Of($"<html><head><title>{title}</title></head><body>{body}{Text}</body></html>", url)).Article().Title.ShouldBe("Ferry late again");

    [Theory]
    [InlineData("La Posta", "the host's name")]
    [InlineData("Die La Posta", "with an article")]
    [InlineData("La Posta - il giornale del porto", "with a slogan")]
    [InlineData("Bund der Leuchtturmfreunde e.V.", "an organisation")]
    public void A_signature_that_is_no_person_names_nobody_where_a_person_is_named(string stated, string why) => HtmlExtractor.Extract(Pages.Of(
        $"<html><head><meta name=author content='{stated}'></head><body><h1>Ferry</h1><div>By Ada Finch</div>{Text}</body></html>", "https://laposta.example/1")).Article().Authors.ShouldBe(["Ada Finch"], why);

    [Fact]
    public void An_organisation_that_signs_alone_is_given() =>
        Read("<meta name=author content='Bund der Leuchtturmfreunde'>").Authors.ShouldBe(["Bund der Leuchtturmfreunde"]);

    [Theory]
    [InlineData("""{"@type":"NewsArticle","author":{"@type":"Person","name":"Ada Finch"}}""")]
    [InlineData("""[{"@type":"WebSite"},{"@type":["Article","NewsArticle"],"author":["Ada Finch"]}]""")]
    [InlineData("""{"@graph":[{"@type":"Article","author":{"@id":"#p1"}},{"@type":"Person","@id":"#p1","name":"Ada Finch"}]}""")]
    [InlineData("{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",\"author\":[{\"name\":\"Ada Finch\"},],}")]
    [InlineData("//<![CDATA[\n{\"@type\":\"ReportageNewsArticle\",\"author\":{\"name\":\"Ada Finch\"}}\n//]]>")]
    public void Authors_come_from_json_ld_in_all_its_shapes(string json) =>
        Read($"<script type='application/ld+json'>{json}</script>").Authors.ShouldBe(["Ada Finch"]);

    [Theory]
    [InlineData("<span itemprop=author itemscope><span itemprop=name>Ada Finch</span></span>")]
    [InlineData("<a rel=author href=/ada>Ada Finch</a>")]
    [InlineData("<div class='article-byline'>By Ada Finch</div>")]
    [InlineData("<h1>Ferry</h1><div>By Ada Finch</div>")]
    [InlineData("<div>Monday - <a href='/team/ada-finch'>Ada Finch</a></div>")]
    [InlineData("<p>Text von Ada Finch</p>")]
    public void Authors_come_from_the_visible_byline_else(string body) => Read("", body).Authors.ShouldBe(["Ada Finch"]);

    [Fact]
    public void The_author_on_the_card_for_networks_counts() =>
        Read("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Finch'>").Authors.ShouldBe(["Ada Finch"]);

    [Fact]
    public void An_article_that_only_its_publication_signs_has_that_signature() =>
        Read("<meta property=og:site_name content='Example Post'><meta name=author content='Example Post'>").Authors.ShouldBe(["Example Post"]);

    [Fact]
    public void The_author_of_a_comment_is_not_the_author() =>
        Read("", "<div class=comments><span class=author>Gull 77</span> What a mess!</div>").Authors.ShouldBeEmpty();

    [Fact]
    public void The_language_is_the_stated_one_else_that_of_the_text()
    {
        HtmlExtractor.Extract(Pages.Of($"<html lang=de-AT><body>{Text}")).Article().Language.ShouldBe("de");
        Read("").Language.ShouldBe("en");
    }

    [Fact]
    public void A_canonical_link_to_the_front_page_is_not_believed()
    {
        var page = $"<link rel=canonical href='https://example.org/'><body>{Text}";

        HtmlExtractor.Extract(Pages.Of(page, "https://example.org/ferry")).Article().Url.ShouldBe("https://example.org/ferry");
    }
}
