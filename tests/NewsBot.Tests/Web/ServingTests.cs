using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Retrieval;
using NewsBot.Web;

namespace NewsBot.Tests.Web;

public partial class ServingTests
{
    [Fact]
    public async Task Crawlers_are_asked_to_stay_away_since_every_question_in_an_address_would_be_answered()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync("/robots.txt")).Html.ShouldBe("User-agent: *\nDisallow: /\n");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=bridge")]
    [InlineData("/articles/bridge")]
    public async Task Whoever_asks_for_the_head_of_a_page_gets_it_without_the_body(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(0);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Style_sheet_and_script_are_kept_by_browsers_under_an_address_that_holds_their_hash()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var (_, html) = await web.GetAsync("/");

        var addresses = AssetAddress().Matches(html).Select(match => match.Value).ToList();
        addresses.Count.ShouldBe(4);
        foreach (var address in addresses)
        {
            using var first = await web.Client.GetAsync(address);
            first.StatusCode.ShouldBe(HttpStatusCode.OK);
            first.Headers.CacheControl!.ToString().ShouldContain("immutable");

            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await web.Client.SendAsync(again);
            second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    [Fact]
    public async Task An_index_that_is_away_is_never_shown_as_nothing_found()
    {
        await using var web = await FailingWithAsync(new IndexUnavailableException("The index is being rebuilt; run 'newsbot doctor'."));

        var (status, html) = await web.GetAsync("/?q=bridge");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        html.ShouldContain("The index is being rebuilt");
        html.ShouldNotContain("Not in the archive");
    }

    [Fact]
    public async Task A_fault_shows_a_reference_and_nothing_of_the_inside()
    {
        await using var web = await FailingWithAsync(new InvalidOperationException("password=hunter2"));

        var (status, html) = await web.GetAsync("/?q=bridge");

        status.ShouldBe(HttpStatusCode.InternalServerError);
        html.ShouldContain("tell the operator this reference");
        html.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Health_says_alive_and_which_parts_are_ready()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync("/healthz/live")).ShouldBe((HttpStatusCode.OK, "Healthy"));
        var (status, json) = await web.GetAsync("/healthz/ready");
        status.ShouldBe(HttpStatusCode.OK);
        json.ShouldContain("\"status\":\"ready\"");
        json.ShouldContain("\"name\":\"index\",\"status\":\"ready\"");
    }

    [Theory]
    [InlineData("Urls", "nonsense", "Web:Urls")]
    [InlineData("PublicBaseUrl", "ftp://x", "Web:PublicBaseUrl")]
    [InlineData("PublicBaseUrl", "https://news.example.org/archive", "without a path")]
    [InlineData("PublicArchives:0", "Not A Name", "Web:PublicArchives")]
    [InlineData("LinkKey", "c2hvcnQ=", "Web:LinkKey")]
    [InlineData("AdminKeyHash", "the key itself", "Web:AdminKeyHash")]
    [InlineData("QuestionsPerMinute", "-1", "Web:QuestionsPerMinute")]
    [InlineData("LinkLifetime", "-1.00:00:00", "Web:LinkLifetime")]
    public async Task A_setting_that_cannot_work_stops_the_start_and_names_itself(string setting, string value, string named)
    {
        var failure = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RunningWeb.StartAsync(
            [Stories.Bridge], new Dictionary<string, string?> { [WebOptions.Section + ":" + setting] = value }));

        failure.Message.ShouldContain(named);
    }

    private static Task<RunningWeb> FailingWithAsync(Exception failure) =>
        RunningWeb.StartAsync([Stories.Bridge], more: services => services.AddSingleton<IQuestionAnswerer>(new FailingAnswerer(failure)));

    [GeneratedRegex("/assets/[a-z]+\\.[0-9a-f]{12}\\.(css|js|svg)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AssetAddress();
}
