using System.Net;
using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using NewsBot.Web.Searching;

namespace NewsBot.Tests.Web;

public class SearchingTests
{
    [Fact]
    public async Task A_search_lists_articles_with_the_words_in_context_and_a_link_to_that_place()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.GetAsync("/search?q=mayor+reporters");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("1 found in 1 article");
        html.ShouldContain("<b>mayor</b> said");
        html.ShouldContain("#quote\"><bdi>Council approves bridge</bdi></a>");
    }

    [Fact]
    public async Task Results_can_be_narrowed_by_year_source_and_language_and_leafed_through()
    {
        await using var web = await RunningWeb.WithAsync([.. Enumerable.Range(0, 12).Select(NumberedStory)]);

        var (_, first) = await web.GetAsync("/search?q=harbour");
        var (_, second) = await web.GetAsync("/search?q=harbour&page=2");
        var (_, narrowed) = await web.GetAsync("/search?q=harbour&since=2023-01-01&until=2023-12-31");

        first.ShouldContain("12 found in 12 articles");
        first.ShouldContain("href=\"/search?q=harbour&amp;since=2023-01-01&amp;until=2023-12-31\"");
        first.ShouldContain("href=\"/search?q=harbour&amp;source=Harbor%20Herald\"");
        first.ShouldNotContain("<h3>Language</h3>", customMessage: "one language narrows nothing");
        first.ShouldContain("<a rel=\"next\" href=\"/search?q=harbour&amp;page=2\">");
        first.ShouldContain("aria-label=\"Articles per month: January 2023 1");
        second.ShouldContain("<ol class=\"leads results\" start=\"11\">");
        narrowed.ShouldContain("6 found in ");
        narrowed.ShouldContain("Remove all limits");
    }

    [Fact]
    public async Task Languages_are_called_by_their_names_and_what_is_none_by_what_was_stated()
    {
        var stories = from told in new[] { ("en", "In Selwick it rained for forty minutes."), ("de", "Das neue Schiff in Selwick fährt mit Strom."), ("not a tag", "Nobody had painted the old pier of Selwick green.") }
                      let story = Stories.Of(told.Item1.Replace(' ', '-'), "A day", told.Item2)
                      select story with { Content = story.Content with { Language = told.Item1 } };
        await using var web = await RunningWeb.WithAsync([.. stories]);

        var (_, html) = await web.GetAsync("/search?q=selwick");

        html.ShouldContain("<bdi>German</bdi> <span>1</span>");
        html.ShouldContain("<bdi>English</bdi> <span>1</span>");
        html.ShouldContain("<bdi>not a tag</bdi> <span>1</span>");
        html.ShouldContain("href=\"/search?q=selwick&amp;language=de\"");
    }

    [Theory]
    [InlineData("/search", HttpStatusCode.OK, "Words to look for")]
    [InlineData("/search?q=", HttpStatusCode.BadRequest, "Type the words to look for")]
    [InlineData("/search?q=a&since=soon", HttpStatusCode.BadRequest, "“From” holds no date")]
    [InlineData("/search?q=xyzzyplugh", HttpStatusCode.OK, "Nothing found in 1 article")]
    [InlineData("/search?q=bridge&page=-4", HttpStatusCode.OK, "1 found in 1 article")]
    [InlineData("/search?q=bridge&page=99", HttpStatusCode.OK, "1 found in 1 article")]
    [InlineData("/search?q=%22bridge+AND+%28+%2A", HttpStatusCode.OK, "articles")]
    public async Task Every_search_gets_a_page_that_says_what_to_do(string path, HttpStatusCode expected, string text)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.GetAsync(path);

        status.ShouldBe(expected);
        html.ShouldContain(text);
    }

    [Fact]
    public void A_timeline_counts_months_with_the_empty_ones_between()
    {
        var timeline = Timeline.Of([new(2024, 1, 5), new(2024, 3, 1), new(2024, 3, 31)]);

        timeline.Bars.Select(bar => bar.ToString()).ShouldBe(
            ["Bar { Label = January 2024, Count = 1 }", "Bar { Label = February 2024, Count = 0 }", "Bar { Label = March 2024, Count = 2 }"]);
    }

    [Fact]
    public void A_timeline_of_many_years_counts_years() =>
        Timeline.Of([new(1987, 2, 26), new(2024, 3, 1)]).Bars.Count.ShouldBe(2024 - 1987 + 1);

    [Fact]
    public void A_snippet_emphasises_the_words_in_all_their_forms()
    {
        var analysis = new TextAnalysis();
        var article = Stories.Of("x", "x", "Two ferries stay free. The ferry to Ostrey costs nothing.").Stored();

        var snippet = Snippet.Of(article, new TextRange(0, article.Text.Length), [analysis.For("en", "").StemOf("ferry")], analysis);

        snippet.Render().ToString().ShouldBe("Two <b>ferries</b> stay free. The <b>ferry</b> to Ostrey costs nothing.");
    }

    [Property]
    public bool A_snippet_lies_inside_its_passage(string before, string word, string after)
    {
        var text = ArticleText.Normalise($"{before} {word} {after} {new string('x', 400)}");
        var passage = new TextRange(0, text.Length);

        var range = Snippet.Of(Stories.Of("x", "x", text).Stored(), passage, [ArticleText.Normalise(word ?? "")], new TextAnalysis()).Range;

        return passage.Contains(range) && range.Length is >= 0 and <= 400;
    }

    private static Story NumberedStory(int number)
    {
        var story = Stories.Of($"story-{number}", $"Harbour story {number}", $"The harbour board met for the {number}th time and discussed cranes number {number}.");
        var source = number < 10 ? "Harbor Herald" : "Evening Courier";
        return story with { Content = story.Content with { Source = source, Published = NewsTime.OfDay(new DateOnly(2023 + (number % 2), 1 + (number / 2), 1)), Url = null } };
    }
}
