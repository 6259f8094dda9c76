using System.Net;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Web.Reading;
using NewsBot.Web.Security;

namespace NewsBot.Tests.Web;

public class ReadingTests
{
    [Fact]
    public async Task A_citation_opens_the_article_with_the_quote_marked()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var range = Stories.Bridge.RangeOf("Work starts in March");

        var (status, html) = await web.GetAsync($"/articles/bridge?version=1&start={range.Start}&end={range.End}");

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("<mark id=\"quote\" tabindex=\"-1\">Work starts in March</mark>, the mayor said.");
    }

    [Fact]
    public async Task The_page_names_source_day_author_version_and_original()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (_, html) = await web.GetAsync("/articles/bridge");

        html.ShouldContain("Harbor Herald");
        html.ShouldContain("<time datetime=\"2024-09-20\">20 September 2024</time>");
        html.ShouldContain("by <bdi>Ada Lind</bdi>");
        html.ShouldContain("<a href=\"https://herald.example/bridge\" rel=\"noopener noreferrer nofollow external\">");
    }

    [Fact]
    public async Task A_quote_over_two_paragraphs_is_marked_in_both_and_can_be_reached_once()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var range = new TextRange(Stories.BridgeText.IndexOf("on Tuesday", StringComparison.Ordinal), Stories.BridgeText.IndexOf(", the mayor", StringComparison.Ordinal));

        var (_, html) = await web.GetAsync($"/articles/bridge?start={range.Start}&end={range.End}");

        html.ShouldContain("<mark id=\"quote\" tabindex=\"-1\">on Tuesday.</mark></p>");
        html.ShouldContain("<p dir=\"auto\"><mark>Work starts in March</mark>");
    }

    [Theory]
    [InlineData("start=5&end=5")]
    [InlineData("start=9&end=5")]
    [InlineData("start=0&end=999999")]
    [InlineData("start=-1&end=5")]
    [InlineData("start=x&end=5")]
    [InlineData("start=5")]
    [InlineData("start=0&end=99999999999999999999")]
    public async Task A_range_that_the_version_does_not_have_shows_the_article_and_says_so(string range)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.GetAsync("/articles/bridge?" + range);

        status.ShouldBe(HttpStatusCode.BadRequest);
        html.ShouldContain("names a range that this version does not have");
        html.ShouldContain("Work starts in March");
        html.ShouldNotContain("<mark");
    }

    [Fact]
    public async Task A_cited_old_version_stays_readable_and_says_that_a_later_one_exists()
    {
        var corrected = Stories.Of("bridge", "Council approves bridge", Stories.BridgeText.Replace("355", "365", StringComparison.Ordinal));
        await using var web = await RunningWeb.WithAsync(Stories.Bridge, corrected);

        var (_, html) = await web.GetAsync("/articles/bridge?version=1&start=0&end=38");

        html.ShouldContain("The council of Hollen approved 355 mil");
        html.ShouldContain("version 1 of 2: a later one exists");
    }

    [Theory]
    [InlineData("/articles/unknown")]
    [InlineData("/articles/bridge?archive=other")]
    [InlineData("/articles/bridge?archive=..%2F..")]
    [InlineData("/nowhere")]
    [InlineData("/articles/")]
    public async Task An_unknown_address_is_not_found_and_says_what_to_do(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, html) = await web.GetAsync(path);

        status.ShouldBe(HttpStatusCode.NotFound);
        html.ShouldContain("Ask for the article by its words instead");
    }

    [Fact]
    public async Task A_link_into_a_private_archive_opens_its_article_and_no_other_one()
    {
        var secret = Stories.Of("secret", "Draft budget", "The draft holds 12 million.", archive: "board");
        var other = Stories.Of("other", "Other draft", "The other draft holds 13 million.", archive: "board");
        await using var web = await RunningWeb.WithAsync(secret, other);
        var article = web.Services.GetRequiredService<IArchiveReader>().Find(secret.Archive, "secret")!;
        var link = web.Services.GetRequiredService<SignedLinks>().To(article, new TextRange(0, 9)).Replace("#quote", "");

        (await web.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await web.GetAsync(link.Replace("/secret?", "/other?"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await web.GetAsync(link.Replace("signature=", "signature=0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await web.GetAsync(link.Replace("expires=", "expires=9"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await web.GetAsync("/articles/secret?archive=board")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_article_names_the_others_that_tell_the_same_story()
    {
        var report = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"Paragraph {i} of the long report says that crane number {i} lifted stone {i * 7} onto pier {i * 3}."));
        var copy = Stories.Of("copy", "Council approves bridge", Stories.BridgeText + "\n\n" + report, url: null);
        await using var web = await RunningWeb.WithAsync(
            Stories.Of("bridge", "Council approves bridge", Stories.BridgeText + "\n\n" + report),
            copy with { Content = copy.Content with { Source = "Evening Courier" } });

        var (_, html) = await web.GetAsync("/articles/bridge");

        html.ShouldContain("<h2>The same story in</h2>");
        html.ShouldContain("<bdi>Evening Courier</bdi>: <bdi>Council approves bridge</bdi>");
    }

    [Property]
    public bool The_paragraphs_show_the_whole_text_and_mark_exactly_the_quote(string[] parts, int a, int b)
    {
        var text = string.Join("\n\n", parts.Select(part => new string([.. (part ?? "").Where(char.IsAsciiLetterOrDigit)])));
        var (start, end) = text.Length == 0 ? (0, 0) : (Math.Abs(a % text.Length), Math.Abs(b % text.Length) + 1);
        TextRange? quote = start < end ? new TextRange(start, end) : null;

        var html = ArticleBody.Of(text, quote).ToString();

        var marked = string.Concat(html.Split("<mark").Skip(1).Select(piece => piece[(piece.IndexOf('>') + 1)..piece.IndexOf("</mark>", StringComparison.Ordinal)]));
        var shown = html.Replace("<p dir=\"auto\">", "").Replace("</p>", "").Replace("<mark id=\"quote\" tabindex=\"-1\">", "").Replace("<mark>", "").Replace("</mark>", "");
        return shown == text.Replace("\n", "") && marked == (quote?.Of(text) ?? "").Replace("\n", "");
    }
}
