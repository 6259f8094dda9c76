using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Web;

namespace NewsBot.Tests.Web;

public class GuardingTests
{
    private static readonly string Ask = "/?q=" + Uri.EscapeDataString(Stories.AskingForTheBridge);

    [Fact]
    public async Task A_reader_who_asks_too_fast_is_told_when_to_come_back_and_can_still_read()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:QuestionsPerMinute"] = "2" });
        await web.GetAsync(Ask);
        await web.GetAsync(Ask);

        using var third = await web.Client.GetAsync(Ask);
        using var api = await web.Client.GetAsync("/api/v1/ask?question=bridge");

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        (await third.Content.ReadAsStringAsync()).ShouldContain("Wait a minute, then ask again.");
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await web.GetAsync("/articles/bridge")).Status.ShouldBe(HttpStatusCode.OK);
        (await web.GetAsync("/healthz/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("news.example.org", HttpStatusCode.OK)]
    public async Task A_server_on_loopback_answers_only_to_its_own_names(string host, HttpStatusCode expected)
    {
        await using var web = await RunningWeb.StartAsync(
            [Stories.Bridge], new Dictionary<string, string?> { ["Web:PublicBaseUrl"] = "https://news.example.org" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/bridge");
        request.Headers.Host = host;

        using var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null, null)]
    [InlineData("http://127.0.0.1:5080", "https://news.example.org", 30)]
    [InlineData("http://0.0.0.0:5080", null, 30)]
    public void Readers_are_limited_wherever_others_reach_the_pages_behind_a_proxy_too(string urls, string? publicAddress, int? limit) =>
        new WebOptions { Urls = urls, PublicBaseUrl = publicAddress }.QuestionLimit.ShouldBe(limit);

    [Fact]
    public async Task Figures_count_questions_by_outcome_and_never_hold_their_words()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        await web.GetAsync(Ask);
        await web.AskAsync(Stories.AskingForTheMoon);

        var (status, figures) = await web.GetAsync("/metrics");

        status.ShouldBe(HttpStatusCode.OK);
        figures.ShouldContain("outcome=\"answered\"");
        figures.ShouldContain("outcome=\"not_in_archive\"");
        figures.ShouldContain("newsbot_articles{");
        figures.ShouldContain("newsbot_question_stage_duration_seconds_bucket");
        figures.ShouldNotContain("astronaut", Case.Insensitive);
    }

    [Fact]
    public async Task A_question_that_fails_is_counted_as_failed()
    {
        var failure = new IndexUnavailableException("The index is being rebuilt.");
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], more: services => services.AddSingleton<IQuestionAnswerer>(new FailingAnswerer(failure)));
        await web.GetAsync(Ask);

        (await web.GetAsync("/metrics")).Html.ShouldContain("outcome=\"failed\"");
    }

    [Fact]
    public async Task Figures_are_not_shown_to_those_who_come_through_a_proxy()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");

        using var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_naughty_string_breaks_any_input_or_gets_markup_into_a_page()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        foreach (var naughty in NaughtyStrings.All)
        {
            var text = Uri.EscapeDataString(naughty.Length == 0 ? " " : naughty);
            foreach (var address in new[] { $"/?q={text}", $"/search?q={text}&source={text}&language={text}", $"/articles/{text}", $"/articles/bridge?version={text}&start={text}", $"/api/v1/ask?question={text}", $"/answers/{text}" })
            {
                using var response = await web.Client.GetAsync(address);
                var html = await response.Content.ReadAsStringAsync();

                ((int)response.StatusCode).ShouldBeLessThan(500, address);
                html.ShouldNotContain("<script>", Case.Insensitive, address);
                html.ShouldNotContain("<img", Case.Insensitive, address);
                html.ShouldNotContain("<svg onload", Case.Insensitive, address);
                html.ShouldNotContain("href=\"javascript:", Case.Insensitive, address);
            }
        }
    }

    [Fact]
    public async Task No_naughty_string_breaks_what_is_posted_by_readers_or_programs()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = Guid.NewGuid();

        foreach (var naughty in NaughtyStrings.All)
        {
            var form = new FormUrlEncodedContent([new("token", naughty), new("good", naughty), new("kind", naughty), new("comment", naughty)]);
            foreach (var (path, body) in new (string, HttpContent)[]
            {
                ($"/answers/{answer}/feedback", form),
                ($"/answers/{Uri.EscapeDataString(naughty.Length == 0 ? " " : naughty)}/check", new StringContent(naughty)),
                ("/api/v1/ask", JsonContent.Create(new { question = naughty, since = naughty, source = naughty })),
                ("/api/v1/check", JsonContent.Create(new { text = naughty, source = naughty })),
                ("/api/v1/check", new StringContent(naughty)),
            })
            {
                using var response = await web.Client.PostAsync(path, body);

                ((int)response.StatusCode).ShouldBeLessThan(500, $"{path}: {naughty}");
                (await response.Content.ReadAsStringAsync()).ShouldNotContain("<script>", Case.Insensitive, $"{path}: {naughty}");
            }
        }
    }

    [Fact]
    public async Task Instructions_planted_in_articles_are_quoted_as_text_and_followed_by_nobody()
    {
        var path = SharedData.PathOf("data", "security", "injected-instructions.json");
        Assert.SkipWhen(path.Length == 0, SharedData.AbsenceReason);
        var groups = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllTextAsync(path))!;
        var planted = string.Join("\n\n", groups.Values.SelectMany(texts => texts));
        await using var web = await RunningWeb.WithAsync(Stories.Of("bridge", "Council approves bridge", Stories.BridgeText + "\n\n" + planted));

        using var response = await web.Client.GetAsync("/api/v1/ask?question=" + Uri.EscapeDataString(Stories.AskingForTheBridge));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        answer.GetProperty("outcome").GetString().ShouldBe("answered");
        answer.GetProperty("citations")[0].GetProperty("quote").GetString().ShouldBe(Stories.Approved);
    }
}
