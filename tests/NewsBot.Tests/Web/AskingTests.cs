using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;

namespace NewsBot.Tests.Web;

public class AskingTests
{
    [Fact]
    public async Task The_first_page_offers_a_form_and_says_what_is_in_the_archive()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.GetAsync("/");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("1 article, <time datetime=\"2024-09-20\">20 September 2024</time>");
        html.ShouldContain("<form class=\"ask\" action=\"/\" method=\"get\"");
        html.ShouldContain("<label for=\"q\">Your question</label>");
        html.ShouldContain("<a href=\"/articles/bridge?version=1\"><bdi>Council approves bridge</bdi></a>");
    }

    [Fact]
    public async Task An_empty_archive_says_how_to_fill_it()
    {
        await using var web = await RunningWeb.WithAsync();

        (await web.GetAsync("/")).Html.ShouldContain("newsbot ingest");
    }

    [Fact]
    public async Task A_question_in_the_address_is_answered_with_numbered_citations_that_lead_to_the_quote()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.AskAsync(Stories.AskingForTheBridge);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("href=\"/articles/bridge?version=1&amp;start=0&amp;end=80#quote\"");
        html.ShouldContain($"<blockquote dir=\"auto\">{Stories.Approved}</blockquote>");
        html.ShouldContain("1 article was searched. Answered as of <time datetime=\"2024-10-01");
    }

    [Fact]
    public async Task Words_of_an_article_keep_its_language_and_the_first_sentence_gives_the_answer_its_direction()
    {
        const string sentence = "كلف الجسر الجديد 12 مليون دولار.";
        var story = Stories.Of("jisr", "افتتاح الجسر الجديد", sentence);
        await using var web = await RunningWeb.WithAsync(story with { Content = story.Content with { Language = "ar" } });

        var (_, html) = await web.AskAsync("كم كلف الجسر الجديد؟");

        html.ShouldContain($"<p class=\"claims\" dir=\"auto\"><span class=\"claim\"><span class=\"words\" lang=\"ar\">{sentence}</span>");
        html.ShouldContain($"<blockquote dir=\"auto\" lang=\"ar\">{sentence}</blockquote>");
        html.ShouldContain("<bdi lang=\"ar\">افتتاح الجسر الجديد</bdi>");
    }

    [Fact]
    public async Task A_claim_that_ends_without_a_full_stop_stands_alone()
    {
        var promise = Stories.Of("promise", "The mayor of Hollen promises a bridge", "The mayor of Hollen promises a new bridge over the river");
        await using var web = await RunningWeb.WithAsync(promise);

        (await web.AskAsync("What does the mayor of Hollen promise?")).Html.ShouldContain("<span class=\"claim alone\">");
    }

    [Fact]
    public async Task An_article_that_changes_all_the_time_does_not_hide_the_other_latest_ones()
    {
        var live = Enumerable.Range(1, 60).Select(minute => Stories.Of("live", "Live from the council", $"Minute {minute} of the debate has begun."));
        await using var web = await RunningWeb.WithAsync([Stories.Bridge, .. live]);

        var (_, html) = await web.GetAsync("/");

        html.ShouldContain("Live from the council");
        html.ShouldContain("Council approves bridge");
    }

    [Fact]
    public async Task What_is_not_in_the_archive_is_said_plainly()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.AskAsync(Stories.AskingForTheMoon);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("Not in the archive");
        html.ShouldContain("does not guess");
        html.ShouldNotContain("<blockquote");
    }

    [Theory]
    [InlineData("/?q=", "Type a question first")]
    [InlineData("/?q=%20%20", "Type a question first")]
    [InlineData("/?q=a&since=yesterday", "“From” holds no date")]
    [InlineData("/?q=a&since=2024-02-02&until=2024-02-01", "Swap the two days")]
    public async Task A_form_that_cannot_be_asked_says_what_to_change(string path, string advice)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.GetAsync(path);

        status.ShouldBe(HttpStatusCode.BadRequest);
        html.ShouldContain(advice);
        html.ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_refused_and_kept_for_editing()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var longQuestion = new string('橋', 10_000);

        var (status, html) = await web.AskAsync(longQuestion);

        status.ShouldBe(HttpStatusCode.BadRequest);
        html.ShouldContain("The question has 10,000 characters; up to 2,000 can be read.");
        html.ShouldContain(longQuestion);
    }

    [Theory]
    [InlineData("&since=2024-09-20&until=2024-09-20&source=Harbor+Herald", true)]
    [InlineData("&until=2024-09-19", false)]
    [InlineData("&since=2024-09-21", false)]
    [InlineData("&as_of=2024-09-01", false)]
    [InlineData("&source=Evening+Courier", false)]
    public async Task Days_and_source_narrow_what_is_searched(string fields, bool isAnswered)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (_, html) = await web.GetAsync("/?q=" + Uri.EscapeDataString(Stories.AskingForTheBridge) + fields);

        html.Contains("<blockquote", StringComparison.Ordinal).ShouldBe(isAnswered);
        html.ShouldContain("<details class=\"narrow\" open>");
    }

    [Fact]
    public async Task The_stream_sends_each_accepted_sentence_and_then_the_whole_answer()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.GetAsync("/ask/stream?q=" + Uri.EscapeDataString(Stories.AskingForTheBridge));
        var events = (await response.Content.ReadAsStringAsync()).Split('\n');

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        events.First(line => line.StartsWith("event:", StringComparison.Ordinal)).ShouldBe("event: status");
        events.ShouldContain("event: sentence");
        events.Last(line => line.StartsWith("event:", StringComparison.Ordinal)).ShouldBe("event: answer");
    }

    [Fact]
    public async Task A_link_to_an_answer_shows_what_was_answered_even_after_the_article_has_changed()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var (_, asked) = await web.AskAsync(Stories.AskingForTheBridge);
        var link = asked[asked.IndexOf("/answers/", StringComparison.Ordinal)..][..("/answers/".Length + 36)];
        var store = web.Services.GetRequiredService<ArchiveStore>();
        store.Store(ArchiveName.Default, [Stories.Bridge.Content with { Text = Stories.BridgeText.Replace("355", "365", StringComparison.Ordinal) }]);

        var (status, html) = await web.GetAsync(link);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain($"<blockquote dir=\"auto\">{Stories.Approved}</blockquote>");
        html.ShouldContain("/articles/bridge?version=1&amp;start=0");
    }

    [Fact]
    public async Task Removing_an_article_removes_the_answers_that_cite_it()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var (_, asked) = await web.AskAsync(Stories.AskingForTheBridge);
        var link = asked[asked.IndexOf("/answers/", StringComparison.Ordinal)..][..("/answers/".Length + 36)];
        var store = web.Services.GetRequiredService<ArchiveStore>();
        store.Remove(ArchiveName.Default, store.Find(ArchiveName.Default, "bridge")!.Id, "asked for by the publisher");

        var (answerStatus, answer) = await web.GetAsync(link);
        answerStatus.ShouldBe(HttpStatusCode.Gone);
        answer.ShouldContain("This answer was taken back");
        answer.ShouldNotContain("355 million");
        var (status, html) = await web.GetAsync("/articles/bridge");
        status.ShouldBe(HttpStatusCode.Gone);
        html.ShouldContain("It was taken out of the archive on 1 October 2024: asked for by the publisher.");
    }

    [Theory]
    [InlineData("/answers/00000000-0000-0000-0000-000000000000")]
    [InlineData("/answers/nonsense")]
    public async Task An_unknown_answer_is_not_found(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_empty_name_closes_what_listens_on_loopback_to_those_who_come_through_a_proxy()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:PublicArchives:0"] = "" });

        (await web.GetAsync("/articles/bridge")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await web.GetAsync("/api/v1/articles/bridge")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await web.AskAsync(Stories.AskingForTheBridge)).Html.ShouldContain("Web:PublicArchives");
    }

    [Fact]
    public async Task Without_a_public_archive_the_page_says_how_to_publish_one()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?>
        {
            ["Web:Urls"] = "http://0.0.0.0:5080",
            ["Web:AdminKeyHash"] = new string('0', 64),
            ["Web:PublicBaseUrl"] = "",
        });

        var (status, html) = await web.AskAsync(Stories.AskingForTheBridge);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        html.ShouldContain("Web:PublicArchives");
    }
}
