using System.Text.Json;
using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Web.Reading;

namespace NewsBot.Tests.Web;

public class CitingAndComparingTests
{
    [Fact]
    public void A_citation_names_author_title_source_day_and_version() =>
        CitationText.Plain(Stories.Bridge.Stored(), "Work starts in March").ShouldBe(
            "“Work starts in March” — Ada Lind, “Council approves bridge”, Harbor Herald, 20 September 2024, https://herald.example/bridge, "
            + "archived 21 September 2024 (version 1).");

    [Fact]
    public void A_headline_cannot_become_a_link_in_Markdown() =>
        CitationText.Markdown(Stories.Of("x", "[free](https://evil.example) @everyone", "text", url: null).Stored(), quote: null)
            .ShouldStartWith("Ada Lind, \\[free\\]\\(https\\://evil\\.example\\) \\@everyone, Harbor Herald");

    [Fact]
    public void A_headline_cannot_close_its_field_in_BibTeX() =>
        CitationText.BibTex(Stories.Of("x", "50% off} , note = {\\input{x}", "text").Stored(), quote: null)
            .ShouldContain("title = {50\\% off\\} , note = \\{\\textbackslash{}input\\{x\\}},");

    [Property]
    public void CSL_JSON_is_valid_and_keeps_every_title(string title, string quote)
    {
        var article = Stories.Of("x", ArticleText.Normalise(title ?? ""), "A text of some words.").Stored();

        var item = JsonDocument.Parse(CitationText.CslJson(article, ArticleText.Normalise(quote ?? ""))).RootElement[0];

        item.GetProperty("title").GetString().ShouldBe(article.Title.Length > 0 ? article.Title : "A text of some words.");
        item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()).ShouldBe([2024, 9, 20]);
    }

    [Fact]
    public void A_difference_shows_the_words_that_changed_and_only_those()
    {
        var runs = WordDiff.Between("It cost 355 million crowns.", "It cost 365 million crowns.");

        runs.Where(run => run.Change != WordChange.Kept).ShouldBe([new WordRun(WordChange.Removed, "355"), new WordRun(WordChange.Added, "365")]);
    }

    [Fact]
    public void A_changed_number_is_shown_whole()
    {
        var runs = WordDiff.Between("It cost $214,000, not 3.5 percent.", "It cost $241,000, not 3.7 percent.");

        runs.Where(run => run.Change == WordChange.Added).Select(run => run.Text).ShouldBe(["$241,000", "3.7"]);
    }

    [Property]
    public bool The_runs_of_a_difference_spell_both_texts(string[] earlier, string[] later)
    {
        var (a, b) = (string.Join(' ', earlier), string.Join(' ', later));
        var runs = WordDiff.Between(a, b);
        return string.Concat(runs.Where(run => run.Change != WordChange.Added).Select(run => run.Text)) == a
            && string.Concat(runs.Where(run => run.Change != WordChange.Removed).Select(run => run.Text)) == b;
    }

    [Fact]
    public async Task The_article_lists_its_versions_and_shows_what_changed()
    {
        var corrected = Stories.Of("bridge", "Council approves bridge", Stories.BridgeText.Replace("355", "365", StringComparison.Ordinal));
        await using var web = await RunningWeb.WithAsync(Stories.Bridge, corrected);

        var (_, article) = await web.GetAsync("/articles/bridge");
        var (_, changes) = await web.GetAsync("/articles/bridge/changes?from=1&version=2");

        article.ShouldContain("href=\"/articles/bridge/changes?from=1&amp;version=2\"");
        article.ShouldContain("<a href=\"/articles/bridge?version=1\">Version 1</a>");
        changes.ShouldContain("approved <del>355</del><ins>365</ins> million");
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_with_the_moment_each_was_archived_and_of_very_many_the_older_ones_are_only_named()
    {
        await using var web = await RunningWeb.WithAsync([.. Enumerable.Range(1, 12).Select(Telling)]);

        var (_, newest) = await web.GetAsync("/articles/bridge");
        var (_, oldest) = await web.GetAsync("/articles/bridge?version=1");

        newest.IndexOf("Version 12, shown here", StringComparison.Ordinal).ShouldBeLessThan(newest.IndexOf("\">Version 11</a>", StringComparison.Ordinal));
        newest.ShouldContain("Version 3</a> <small>archived <time datetime=\"2024-10-01T09:00:00Z\">1 October 2024, 09:00 UTC</time></small>");
        newest.ShouldContain("<summary>2 older versions</summary>");
        newest.ShouldContain("<details class=\"older-versions\">");
        oldest.ShouldContain("<details class=\"older-versions\" open>");
        oldest.ShouldContain("<strong aria-current=\"true\">Version 1, shown here</strong>");
    }

    [Fact]
    public async Task Changes_without_numbers_are_those_of_the_newest_version()
    {
        await using var web = await RunningWeb.WithAsync([.. Enumerable.Range(1, 3).Select(Telling)]);

        (await web.GetAsync("/articles/bridge/changes")).Html.ShouldContain("approved <del>2</del><ins>3</ins> million");
    }

    private static Story Telling(int number) => Stories.Of("bridge", "Council approves bridge", $"The council of Hollen approved {number} million crowns for the new bridge on Tuesday.");

    [Theory]
    [InlineData("/articles/bridge/changes")]
    [InlineData("/articles/bridge/changes?from=1&version=9")]
    [InlineData("/articles/bridge/changes?from=x&version=1")]
    [InlineData("/articles/unknown/changes?from=1&version=1")]
    public async Task Changes_of_what_is_not_there_are_not_found(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync(path)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
