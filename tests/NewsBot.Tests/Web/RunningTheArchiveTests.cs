using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Settings;
using NewsBot.Fakes;

namespace NewsBot.Tests.Web;

/// <summary>What an administrator sees and does besides adding articles.</summary>
public sealed class RunningTheArchiveTests
{
    private const string Page = "<html><head><title>Ferry strike ends</title></head><body><article><h1>Ferry strike ends</h1>"
        + "<p>The strike of the ferry crews in Hollen ended on Tuesday after nine days, the union said in a statement.</p>"
        + "<p>The crews will get four percent more. The harbour office welcomed the agreement and thanked the mediators for their patience.</p>"
        + "<script>alert(1)</script></article></body></html>";

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/jobs")]
    [InlineData("/admin/jobs/1")]
    [InlineData("/admin/ingest")]
    [InlineData("/admin/feeds")]
    [InlineData("/admin/articles")]
    [InlineData("/admin/articles/bridge/reextract?archive=default")]
    [InlineData("/admin/questions")]
    [InlineData("/admin/feedback")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/keys")]
    [InlineData("/admin/settings")]
    public async Task Every_page_shows_strangers_the_door_only(string path)
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        using var stranger = new HttpClient { BaseAddress = admin.Web.Client.BaseAddress };

        var html = await stranger.GetStringAsync(path);

        html.ShouldContain("Administration key");
        html.ShouldNotContain("Sign out");
        (await admin.GetAsync(path)).ShouldContain("Sign out");
    }

    [Fact]
    public async Task The_overview_draws_what_was_asked()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        await admin.Web.AskAsync(Stories.AskingForTheBridge);
        await admin.Web.AskAsync(Stories.AskingForTheMoon);

        var html = await admin.GetAsync("/admin");

        html.ShouldContain("1 Oct: answered 1, not in the archive 1, failed 0");
        html.ShouldContain("<title>1 Oct: answered 1</title>");
    }

    [Fact]
    public async Task A_chat_server_is_bound_to_an_archive_that_exists()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);

        (await admin.SendAsync("/admin/bind", ("guild", "81384788765712384"), ("archive", "default"))).ShouldContain("reads the archive default from now on");
        (await admin.SendAsync("/admin/bind", ("guild", "81384788765712384"), ("archive", "nowhere"))).ShouldContain("Nothing was bound");

        new GuildBook(admin.Store).BindingOf(new Snowflake(81384788765712384)).ShouldBe(ArchiveName.Default);
    }

    [Fact]
    public async Task Articles_are_found_by_words_address_and_identity()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge, Stories.Of("ferry", "Ferry leaves at noon", "The ferry leaves at noon.", url: "https://herald.example/ferry")]);

        (await admin.GetAsync("/admin/articles?q=bridge+council")).ShouldContain("Council approves bridge");
        (await admin.GetAsync("/admin/articles?q=ferry")).ShouldContain("Ferry leaves at noon");
        (await admin.GetAsync("/admin/articles?q=xyzzyplugh")).ShouldContain("Nothing was found.");
        var latest = await admin.GetAsync("/admin/articles");
        latest.IndexOf("Ferry leaves", StringComparison.Ordinal).ShouldBeInRange(1, latest.IndexOf("Council approves", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_is_read_anew_beside_its_page_which_can_do_nothing_and_stored_on_demand()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        var document = new Document { Bytes = Encoding.UTF8.GetBytes(Page), Url = "https://herald.example/strike", ContentType = "text/html", FetchedAt = DateTimeOffset.UnixEpoch, Name = "strike.html" };
        var old = new ArticleContent { Title = "Ferry strike", Text = "The strike ended after seven days.", Url = document.Url, Extractor = "html/0" };
        var id = admin.Store.Store(ArchiveName.Default, [new ArticleDraft(old, document)])[0].Id;

        var preview = await admin.GetAsync($"/admin/articles/{id}/reextract?archive=default");
        using var original = await admin.Web.Client.GetAsync($"/admin/articles/{id}/original?archive=default");

        preview.ShouldContain("<del>");
        preview.ShouldContain("<ins>nine");
        preview.ShouldContain("<iframe sandbox");
        original.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox; default-src 'none'");
        (await original.Content.ReadAsStringAsync()).ShouldBe(Page);

        (await admin.SendAsync("/admin/articles/reextract", ("archive", "default"), ("article", id.ToString()))).ShouldContain("is version 2 now");
        admin.Store.Find(ArchiveName.Default, id)!.Text.ShouldContain("nine days");
        (await admin.GetAsync($"/admin/articles/{id}/reextract?archive=default")).ShouldContain("Nothing would change.");
    }

    [Fact]
    public async Task The_original_of_an_article_is_shown_to_administrators_only()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync("/admin/articles/bridge/original?archive=default")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Gaps_of_the_archive_are_listed_and_a_question_can_be_deleted_with_its_answer()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        await admin.Web.AskAsync(Stories.AskingForTheBridge);
        await admin.Web.AskAsync(Stories.AskingForTheMoon);

        var gaps = await admin.GetAsync("/admin/questions?outcome=not_in_archive");
        gaps.ShouldContain(Stories.AskingForTheMoon);
        gaps.ShouldNotContain(Stories.AskingForTheBridge);

        var asked = admin.Store.Questions.Newest(10, "answered").Single();
        (await admin.SendAsync("/admin/questions/forget", ("question", $"{asked.Number}"))).ShouldContain("were deleted");
        admin.Store.Questions.Newest(10).ShouldNotContain(question => question.Number == asked.Number);
        (await admin.Web.GetAsync($"/answers/{asked.Answer}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_kept_of_a_person_is_deleted()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        admin.Store.Readers.Add(new Gap(DateTimeOffset.UnixEpoch, ArchiveName.Default, "1", "80351110224678912", "Where is the ferry?"));
        (await admin.GetAsync("/admin/questions")).ShouldContain("Where is the ferry?");

        (await admin.SendAsync("/admin/questions/forget-person", ("user", "80351110224678912"))).ShouldContain("1 unanswered questions");

        admin.Store.Readers.CountOf("80351110224678912").Gaps.ShouldBe(0);
        (await admin.SendAsync("/admin/questions/forget-person", ("user", "' OR 1=1"))).ShouldContain("Nothing was deleted");
    }

    [Fact]
    public async Task An_answer_that_is_listed_stands_under_the_article_that_it_cites_until_it_is_not()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        await admin.Web.AskAsync(Stories.AskingForTheBridge);
        await admin.GetAsync("/admin/questions");
        var answer = $"{admin.Store.Questions.Newest(1).Single().Answer}";
        (await admin.GetAsync("/articles/bridge")).ShouldNotContain("Cited by");

        await admin.SendAsync("/admin/questions/list", ("answer", answer), ("archive", "default"), ("do", "list"));
        var article = await admin.GetAsync("/articles/bridge");
        article.ShouldContain("Cited by");
        article.ShouldContain($"/answers/{answer}");

        await admin.SendAsync("/admin/questions/list", ("answer", answer), ("archive", "default"), ("do", "unlist"));
        (await admin.GetAsync("/articles/bridge")).ShouldNotContain("Cited by");
    }

    [Fact]
    public async Task Feedback_and_what_administrators_did_can_be_read()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        admin.Store.Readers.Add(new Feedback
        {
            At = DateTimeOffset.UnixEpoch, Archive = ArchiveName.Default, Answer = Guid.NewGuid(), Guild = "1", User = "2", Question = "How much?", IsGood = false, Kind = "wrong_fact", Comment = "<b>no</b>",
        });
        await admin.SendAsync("/admin/bind", ("guild", "81384788765712384"), ("archive", "default"));

        (await admin.GetAsync("/admin/feedback")).ShouldSatisfyAllConditions(html => html.ShouldContain("wrong fact"), html => html.ShouldContain("&lt;b&gt;no"));
        (await admin.GetAsync("/admin/audit")).ShouldContain("archives.bind");
    }

    [Fact]
    public async Task Settings_are_shown_and_secrets_are_not()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?>
        {
            ["Chat:ApiKey"] = "sk-hunter2", ["Discord:Token"] = "hunter3", ["Web:LinkKey"] = Convert.ToBase64String(new byte[32]), ["Chat:Endpoint"] = "http://user:hunter4@127.0.0.1:9/v1", ["Chat:Model"] = "m",
        });

        var html = await admin.GetAsync("/admin/settings");

        html.ShouldContain("Chat:Model");
        html.ShouldContain("set, and not shown");
        html.ShouldNotContain("hunter");
        html.ShouldNotContain("AAAAAAAA");
    }

    [Fact]
    public async Task No_naughty_string_breaks_a_form_of_the_administration()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);

        // Every third, in every form: each page after it shows what was typed, or that it was refused.
        foreach (var text in NaughtyStrings.All.Where((_, i) => i % 3 == 0))
        {
            var pages = new[]
            {
                await admin.SendAsync("/admin/bind", ("guild", text), ("archive", text)),
                await admin.SendAsync("/admin/feeds/add", ("url", "https://herald.example/" + text), ("archive", "default"), ("every", "1h")),
                await admin.SendAsync("/admin/ingest/addresses", ("archive", text), ("kind", text), ("addresses", text)),
                await admin.SendAsync("/admin/keys/make", ("name", text), ("scope", "read"), ("archives", ""), ("rate", "60")),
                await admin.SendAsync("/admin/articles/remove", ("archive", "default"), ("article", text), ("reason", text)),
                await admin.GetAsync("/admin/articles?q=" + Uri.EscapeDataString(text)),
            };
            foreach (var html in pages)
            {
                html.ShouldNotContain("tell the operator this reference", Case.Sensitive, text);
                html.ShouldNotContain("<script>", Case.Insensitive, text);
                html.ShouldNotContain("<img", Case.Insensitive, text);
            }
        }
    }
}
