using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

public sealed class NotAnArticleTests
{
    [Theory]
    [InlineData("<title>Page not found</title><body><h1>404</h1><p>Sorry, the page you are looking for does not exist any more. Try the search.</p>", "does not exist")]
    [InlineData("<title>Just a moment...</title><body><p>Checking your browser before accessing the site. This process is automatic.</p>", "robots")]
    [InlineData("<title>Example Post</title><body><h1>Log in</h1><form><input name=u><input type=password name=p></form><p>Please log in to read this article with your subscription.</p>", "log in")]
    [InlineData("<title>x</title><body><div id=app></div>", "no article text")]
    [InlineData("<html><frameset><frame src=a.html></frameset></html>", "frame")]
    public void A_page_without_an_article_says_what_it_is(string html, string reason) => HtmlExtractor.Extract(Pages.Of(html)).Reason().ShouldContain(reason);

    [Fact]
    public void A_front_page_is_a_list_of_articles()
    {
        var cards = string.Concat(Enumerable.Range(1, 20).Select(i => $"<article><h2><a href='/{i}'>Something happened in street {i}</a></h2><p>It happened at noon in street {i}, said the police, who were there and saw it too.</p></article>"));

        HtmlExtractor.Extract(Pages.Of($"<title>Example Post</title><body><main>{cards}</main>")).Reason().ShouldContain("list of articles");
    }

    [Fact]
    public void An_empty_file_is_none() => HtmlExtractor.Extract(Pages.Of([])).Reason().ShouldContain("empty");

    [Fact]
    public void A_picture_named_html_is_none() => HtmlExtractor.Extract(Pages.Of([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 1, 2, 0, 0])).Reason().ShouldContain("binary");

    [Fact]
    public void An_article_about_missing_pages_is_one()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The library has now found the page that was missing; \"page not found\" had been its answer for years, readers said.</p>", 8));

        HtmlExtractor.Extract(Pages.Of($"<title>Page not found, then found</title><body><article>{text}</article>")).ShouldBeOfType<ExtractionResult.Extracted>();
    }
}
