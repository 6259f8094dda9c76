using System.Net;
using FsCheck.Xunit;
using NewsBot.Web.Markup;

namespace NewsBot.Tests.Web;

public class HarmlessnessTests
{
    public static TheoryData<string> HostileTexts => new()
    {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</textarea><script>alert(1)</script>",
        "@everyone [click](javascript:alert(1))",
        "' onmouseover='alert(1)",
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Text_of_articles_and_questions_never_becomes_markup(string hostile)
    {
        var story = Stories.Of("hostile", hostile, hostile + " is what the wily marmoset said.", url: "javascript:alert(1)");
        await using var web = await RunningWeb.WithAsync(story);

        var pages = new[]
        {
            await web.AskAsync(hostile + " wily marmoset said"),
            await web.GetAsync("/?q=&source=" + Uri.EscapeDataString(hostile)),
            await web.GetAsync("/ask/stream?q=" + Uri.EscapeDataString(hostile + " wily marmoset said")),
            await web.GetAsync($"/articles/hostile?start=0&end={hostile.Length}"),
        };

        foreach (var (_, html) in pages)
        {
            html.ShouldContain(Html.Text(hostile).ToString());
            html.ShouldNotContain("<script>alert");
            html.ShouldNotContain("<img");
            html.ShouldNotContain("href=\"javascript:");
            html.ShouldNotContain("' onmouseover");
        }
    }

    [Fact]
    public void Characters_that_turn_the_direction_of_the_text_are_left_out_and_controls_are_replaced() =>
        Html.Text("safe\u202Etxt.exe\u2066 \0 \u0008").ToString().ShouldBe("safetxt.exe \uFFFD \uFFFD");

    [Fact]
    public void Letters_of_every_script_stay_readable() =>
        Html.Text("Zürich 東京 Москва").ToString().ShouldBe("Zürich 東京 Москва");

    [Property]
    public bool No_text_gets_a_bracket_or_a_quotation_mark_into_the_page(string text)
    {
        var html = Html.Text(text).ToString();
        return !html.AsSpan().ContainsAny("<>\"'") && WebUtility.HtmlDecode(html).Length <= (text ?? "").Length;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=bridge")]
    [InlineData("/articles/bridge")]
    [InlineData("/nowhere")]
    [InlineData("/healthz/live")]
    public async Task Every_response_forbids_inline_scripts_frames_and_sniffing(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.GetAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        response.Headers.Contains("Server").ShouldBeFalse();
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(" style=");
    }
}
