using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Answering.Stored;
using NewsBot.Archive;

namespace NewsBot.Tests.Web;

/// <summary>What readers without scripts can do with an answer that was given: have it checked again, and judge it.</summary>
public partial class GivenAnswerTests
{
    private static readonly ArticleContent Corrected = Stories.Bridge.Content with { Text = Stories.BridgeText.Replace("355", "365", StringComparison.Ordinal) };

    [Fact]
    public async Task While_its_articles_say_the_same_every_sentence_is_still_supported()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web);

        var (status, html) = await PostAsync(web, $"/answers/{answer}/check");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("<h2 id=\"standing\" class=\"verdict-line\">Still supported</h2>");
        html.ShouldContain("1 October 2024, 09:00 UTC");
        html.ShouldContain("<strong class=\"verdict\">Still supported.</strong>");
    }

    [Fact]
    public async Task A_sentence_that_a_correction_takes_back_is_named_with_the_reason_and_a_way_to_what_changed()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web);
        StoreOf(web).Store(ArchiveName.Default, [Corrected]);

        var (_, html) = await PostAsync(web, $"/answers/{answer}/check");

        html.ShouldContain("No longer supported throughout");
        html.ShouldContain("<li class=\"fallen\">");
        html.ShouldContain("The article has changed on this point");
        html.ShouldContain("/articles/bridge/changes?from=1&amp;version=2");
    }

    [Fact]
    public async Task The_link_to_an_answer_that_was_found_outdated_says_so_before_the_answer()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web);
        StoreOf(web).Store(ArchiveName.Default, [Corrected]);
        web.Services.GetRequiredService<AnswerWatch>().Look(ArchiveName.Default).ShouldBe(1);

        var (_, html) = await web.GetAsync($"/answers/{answer}");

        html.IndexOf("No longer supported.", StringComparison.Ordinal).ShouldBeInRange(0, html.IndexOf("class=\"answer-place\"", StringComparison.Ordinal));
        html.ShouldContain("355 million");
    }

    [Fact]
    public async Task An_answer_whose_article_was_withdrawn_cannot_be_checked_and_says_why()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web);
        StoreOf(web).Remove(ArchiveName.Default, StoreOf(web).Find(ArchiveName.Default, "bridge")!.Id, "asked for by the publisher");

        var (status, html) = await PostAsync(web, $"/answers/{answer}/check");

        status.ShouldBe(HttpStatusCode.Gone);
        html.ShouldContain("An article that it cited was withdrawn");
    }

    [Fact]
    public async Task Praise_is_one_form_and_stands_in_the_administration_beside_what_chat_servers_said()
    {
        await using var web = await SignedInWeb.StartAsync([Stories.Bridge]);
        var answer = await AskAsync(web.Web);

        var thanks = await SendAsync(web.Web, answer, await TokenAsync(web.Web, answer), ("good", "true"));

        thanks.ShouldContain("Thank you.");
        (await web.GetAsync("/admin/feedback")).ShouldContain("1 judgement: 1 good, 0 bad.");
    }

    [Fact]
    public async Task Blame_has_a_reason_and_words_and_replaces_what_the_same_reader_said_before()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web);
        var token = await TokenAsync(web, answer);
        await SendAsync(web, answer, token, ("good", "true"));

        await SendAsync(web, answer, token, ("good", "false"), ("kind", "wrong_fact"), ("comment", "  It was <b>365</b> million.  "));

        var said = StoreOf(web).Readers.FeedbackOn(ArchiveName.Default).ShouldHaveSingleItem();
        said.IsGood.ShouldBeFalse();
        said.Kind.ShouldBe("wrong_fact");
        said.Comment.ShouldBe("It was <b>365</b> million.");
        said.Question.ShouldBe(Stories.AskingForTheBridge);
        said.User.ShouldMatch("^web: [0-9a-f]{16}$");
    }

    [Fact]
    public async Task A_reason_that_is_none_is_left_out_and_a_comment_is_cut_at_its_limit()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web);

        await SendAsync(web, answer, await TokenAsync(web, answer), ("good", "maybe"), ("kind", "because"), ("comment", new string('a', 5_000)));

        var said = StoreOf(web).Readers.FeedbackOn(ArchiveName.Default).ShouldHaveSingleItem();
        said.IsGood.ShouldBeFalse();
        said.Kind.ShouldBeNull();
        said.Comment!.Length.ShouldBe(2_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2")]
    [InlineData("99999999999.0123456789abcdef")]
    public async Task A_judgement_without_the_token_of_its_page_is_refused_and_not_kept(string token)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        await ShouldBeRefusedAsync(web, await AskAsync(web), token);
    }

    [Fact]
    public async Task A_token_is_good_for_its_answer_only()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var (first, second) = (await AskAsync(web), await AskAsync(web));

        await ShouldBeRefusedAsync(web, second, await TokenAsync(web, first));
    }

    [Fact]
    public async Task A_token_is_good_for_a_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero));
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], clock: clock);
        var answer = await AskAsync(web);
        var token = await TokenAsync(web, answer);
        clock.Advance(TimeSpan.FromHours(25));

        await ShouldBeRefusedAsync(web, answer, token);
    }

    [Fact]
    public async Task A_token_of_another_network_is_refused()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:TrustedProxies:0"] = "127.0.0.1" });
        var answer = await AskAsync(web);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/answers/{answer}/feedback") { Content = Form(("token", await TokenAsync(web, answer)), ("good", "true")) };
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");

        using var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Checking_and_judging_count_against_the_readers_rate()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:QuestionsPerMinute"] = "3" });
        var answer = await AskAsync(web);
        var token = await TokenAsync(web, answer);
        await PostAsync(web, $"/answers/{answer}/check");
        await SendAsync(web, answer, token, ("good", "true"));

        (await PostAsync(web, $"/answers/{answer}/check")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await PostAsync(web, $"/answers/{answer}/feedback", ("token", token), ("good", "true"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("token=a%00b")]
    [InlineData("{}", "application/json")]
    public async Task What_is_no_form_is_refused_with_400(string body, string type = "application/x-www-form-urlencoded")
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var judged = await web.Client.PostAsync($"/answers/{Guid.Empty}/feedback", new StringContent(body, System.Text.Encoding.UTF8, type));
        using var signedIn = await web.Client.PostAsync("/admin/sign-in", new StringContent(body, System.Text.Encoding.UTF8, type));

        judged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await signedIn.Content.ReadAsStringAsync()).ShouldContain("no form that can be read");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("feedback")]
    public async Task Of_an_unknown_answer_there_is_nothing_to_say(string action)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await PostAsync(web, $"/answers/{Guid.Empty}/{action}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(web, $"/answers/nonsense/{action}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task ShouldBeRefusedAsync(RunningWeb web, Guid answer, string token)
    {
        var (status, html) = await PostAsync(web, $"/answers/{answer}/feedback", ("token", token), ("good", "true"));

        status.ShouldBe(HttpStatusCode.Forbidden);
        html.ShouldContain("That form is out of date");
        StoreOf(web).Readers.FeedbackOn(ArchiveName.Default).ShouldBeEmpty();
    }

    private static ArchiveStore StoreOf(RunningWeb web) => web.Services.GetRequiredService<ArchiveStore>();

    private static async Task<Guid> AskAsync(RunningWeb web) =>
        Guid.Parse(AnswerLink().Match((await web.AskAsync(Stories.AskingForTheBridge)).Html).Groups[1].Value);

    private static async Task<string> TokenAsync(RunningWeb web, Guid answer) => TokenField().Match((await web.GetAsync($"/answers/{answer}")).Html).Groups[1].Value;

    private static async Task<string> SendAsync(RunningWeb web, Guid answer, string token, params (string Name, string Value)[] fields)
    {
        using var response = await web.Client.PostAsync($"/answers/{answer}/feedback", Form([("token", token), .. fields]));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return (await web.GetAsync(response.Headers.Location!.ToString())).Html;
    }

    private static async Task<(HttpStatusCode Status, string Html)> PostAsync(RunningWeb web, string path, params (string Name, string Value)[] fields)
    {
        using var response = await web.Client.PostAsync(path, Form(fields));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("/answers/([0-9a-f-]{36})\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnswerLink();

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f.]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
