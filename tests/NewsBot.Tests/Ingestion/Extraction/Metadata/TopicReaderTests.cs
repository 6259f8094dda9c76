using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction.Metadata;

/// <summary>Section and tags: what publishers state as such, wherever they state it.</summary>
public sealed class TopicReaderTests
{
    private const string Text = "<h1>Ferry late again</h1><p>The ferry to the island was late again on Monday, and nobody at the pier was surprised by it any more.</p><p>The operator promised a new engine, as it had done in each of the last five winters.</p>";

    private static ArticleContent Read(string head, string body = "") => HtmlExtractor.Extract(Pages.Of($"<html><head>{head}</head><body>{body}{Text}</body></html>")).Article();

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["Town","News"]}</script>""", "")]
    [InlineData("<meta property=article:section content=Town>", "")]
    [InlineData("""<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"Home"},{"@type":"ListItem","item":{"@id":"/town","name":"Town"}},{"@type":"ListItem","name":"Ferry late again"}]}</script>""", "")]
    [InlineData("", "<nav class=breadcrumb><a href=/>Home</a> <a href=/town>Town</a></nav>")]
    public void The_section_is_read_where_pages_state_it(string head, string body) => Read(head, body).Section.ShouldBe("Town");

    [Fact]
    public void A_way_that_leads_from_the_front_page_to_the_article_names_no_section() =>
        Read("", "<nav class=breadcrumb><a href=/>Home</a> <a href=/ferry>Ferry late again</a></nav>").Section.ShouldBeNull();

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","keywords":["ferry","Port Example","Ferry"]}</script>""")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","keywords":"ferry, Port Example"}</script>""")]
    [InlineData("<meta property=article:tag content=ferry><meta property=article:tag content='Port Example'>")]
    [InlineData("<meta name=news_keywords content='ferry; Port Example'>")]
    public void Tags_are_read_once_each(string head) => Read(head).Tags.ShouldBe(["ferry", "Port Example"]);

    [Fact]
    public void Links_marked_as_tags_count_where_nothing_is_told_to_machines_and_a_pages_general_keywords_never() =>
        Read("<meta name=keywords content='cheap, best, online'>", "<a rel=tag href=/t/ferry>ferry</a>").Tags.ShouldBe(["ferry"]);
}
