using System.Net;
using NewsBot.Answering;

namespace NewsBot.Tests.Web;

public class AskingTests
{
    private const string Approved = "The council of Hollen approved 355 million crowns for the new bridge on Tuesday.";

    [Fact]
    public async Task The_first_page_offers_a_form_and_says_what_is_in_the_archive()
    {
        await using var web = await AnsweringWith(question => Stories.NotInArchive(question));

        var (status, html) = await web.GetAsync("/");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("1 articles, <time datetime=\"2024-09-20\">20 September 2024</time>");
        html.ShouldContain("<form class=\"ask\" action=\"/\" method=\"get\"");
        html.ShouldContain("<label for=\"q\">Your question</label>");
    }

    [Fact]
    public async Task A_question_in_the_address_is_answered_with_numbered_citations_that_lead_to_the_quote()
    {
        await using var web = await AnsweringWith(question => Stories.Answered(question, (Stories.Bridge, Approved)));

        var (status, html) = await web.GetAsync("/?q=How+much+for+the+bridge%3F");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain(Approved);
        html.ShouldContain("href=\"/articles/bridge?version=1&amp;start=0&amp;end=80#quote\"");
        html.ShouldContain($"<blockquote dir=\"auto\">{Approved}</blockquote>");
        html.ShouldContain("41 articles were searched.");
    }

    [Fact]
    public async Task What_is_not_in_the_archive_is_said_plainly_with_the_nearest_articles()
    {
        await using var web = await AnsweringWith(question => Stories.NotInArchive(question, Stories.Bridge));

        var (status, html) = await web.GetAsync("/?q=Who+won+the+cup%3F");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("Not in the archive");
        html.ShouldContain("<a href=\"/articles/bridge?version=1\">");
    }

    [Theory]
    [InlineData("/?q=", "Type a question first")]
    [InlineData("/?q=%20%20", "Type a question first")]
    [InlineData("/?q=a&since=yesterday", "“From” holds no date")]
    [InlineData("/?q=a&since=2024-02-02&until=2024-02-01", "Swap the two days")]
    public async Task A_form_that_cannot_be_asked_says_what_to_change(string path, string advice)
    {
        await using var web = await AnsweringWith(question => Stories.NotInArchive(question));

        var (status, html) = await web.GetAsync(path);

        status.ShouldBe(HttpStatusCode.BadRequest);
        html.ShouldContain(advice);
        html.ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_refused_and_kept_for_editing()
    {
        await using var web = await AnsweringWith(question => Stories.NotInArchive(question));
        var longQuestion = new string('a', 3_000);

        var (status, html) = await web.GetAsync("/?q=" + longQuestion);

        status.ShouldBe(HttpStatusCode.BadRequest);
        html.ShouldContain("The question has 3,000 characters; up to 2,000 can be read.");
        html.ShouldContain(longQuestion);
    }

    [Fact]
    public async Task Days_and_source_of_the_form_reach_the_question()
    {
        Question? asked = null;
        await using var web = await AnsweringWith(question =>
        {
            asked = question;
            return Stories.NotInArchive(question);
        });

        await web.GetAsync("/?q=bridge&since=2024-01-01&until=2024-12-31&as_of=2025-01-01&source=Harbor+Herald");

        asked.ShouldNotBeNull();
        asked.Since.ShouldBe(new DateOnly(2024, 1, 1));
        asked.Until.ShouldBe(new DateOnly(2024, 12, 31));
        asked.AsOf!.Value.Day.ShouldBe(new DateOnly(2025, 1, 1));
        asked.Source.ShouldBe("Harbor Herald");
    }

    [Fact]
    public async Task The_stream_sends_each_accepted_sentence_and_then_the_whole_answer()
    {
        await using var web = await AnsweringWith(question => Stories.Answered(question, (Stories.Bridge, Approved)));

        using var response = await web.Client.GetAsync("/ask/stream?q=bridge");
        var events = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        events.Split('\n').Where(line => line.StartsWith("event:", StringComparison.Ordinal)).ShouldBe(["event: status", "event: sentence", "event: answer"]);
        events.ShouldContain("data: Searching 41 articles");
    }

    [Fact]
    public async Task Without_a_public_archive_the_page_says_how_to_publish_one()
    {
        await using var web = await RunningWeb.StartAsync(
            new ListedArchive(Stories.Bridge),
            new ScriptedAnswerer(question => Stories.NotInArchive(question)),
            new Dictionary<string, string?> { ["Web:Urls"] = "http://0.0.0.0:5080" });

        var (status, html) = await web.GetAsync("/?q=bridge");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        html.ShouldContain("Web:PublicArchives");
    }

    private static Task<RunningWeb> AnsweringWith(Func<Question, Answer> answer) =>
        RunningWeb.StartAsync(new ListedArchive(Stories.Bridge), new ScriptedAnswerer(answer));
}
