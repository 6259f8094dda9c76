using System.Text;
using NewsBot.Archive;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class AdministrationTests
{
    private static readonly string[] AdminCommands =
        ["ingest url", "ingest sitemap", "ingest file", "ingest status", "ingest cancel", "ingest retry", "ingest feed add", "ingest feed list", "ingest feed remove", "archive stats", "archive settings", "archive remove-article", "audit"];

    private static Task<FakeInteraction> SendAsync(DiscordHost host, string path, FakePlace place, params (string Name, object Value)[] options) =>
        host.Discord.SendAsync(host.Endpoint, InteractionJson.Command(path, place, options));

    [Fact]
    public async Task Every_admin_command_refuses_members_without_the_right_whatever_Discord_let_through()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        foreach (var path in AdminCommands)
        {
            var interaction = await SendAsync(host, path, new FakePlace(), ("url", "https://news.example.org/"), ("job", 1), ("article", "vote"));

            interaction.Original!.Text.ShouldContain("Manage Server", Case.Sensitive, path);
            interaction.Original.IsPrivate.ShouldBeTrue();
        }

        host.Store.Jobs.List().ShouldBeEmpty();
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_ingested_and_its_card_follows_the_job_to_the_end()
    {
        await using var host = await DiscordHost.StartAsync(answerer: null);
        var file = host.Discord.Attach("articles.jsonl", Encoding.UTF8.GetBytes(
            """{"id":"ferry","headline":"Ferry gets a new timetable","text":"The ferry sails every forty minutes from 2 May 2026.","source":"Harbor Herald","published":"2026-04-20"}"""));

        var interaction = await SendAsync(host, "ingest file", FakePlace.Editor, ("file", file));
        var card = await interaction.OriginalWhenAsync(message => message.Text.Contains("done"));

        card.Text.ShouldContain("1 added");
        host.Store.Find(ArchiveName.Default, "ferry")!.Title.ShouldBe("Ferry gets a new timetable");
        var audit = await SendAsync(host, "audit", FakePlace.Editor);
        audit.Original!.Text.ShouldContain("`ingest file` · articles.jsonl");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_attached_file_does_not_stay_on_the_disk()
    {
        await using var host = await DiscordHost.StartAsync(answerer: null);
        var file = host.Discord.Attach("a.txt", Encoding.UTF8.GetBytes("A text\n\nSome words about nothing in particular."));

        await (await SendAsync(host, "ingest file", FakePlace.Editor, ("file", file))).OriginalWhenAsync(message => message.Text.Contains("done"));

        var folder = Path.Combine(host.Store.Folder, "attachments");
        for (var i = 0; i < 200 && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(); i++)
        {
            await Task.Delay(20);
        }

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_settings_of_a_server_say_how_it_is_answered_and_wrong_ones_what_they_may_be()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var shown = await SendAsync(
            host, "archive settings", FakePlace.Editor,
            ("layout", "components"), ("threads", true), ("listen_channel", "5"), ("listen", "everything"), ("retention_days", 40), ("daily_tokens", 9000), ("mark_corrections", false));
        var answer = await (await host.AskAsync(Answers.Question)).FinalAsync();

        shown.Original!.Text.ShouldContain("Layout: Components");
        shown.Original.Text.ShouldContain("I listen to: <#5> (everything)");
        shown.Original.Text.ShouldContain("Tokens of the language model a day: 9,000");
        shown.Original.Text.ShouldContain("Discord:MessageContent");
        answer.Body.GetProperty("flags").GetInt32().ShouldBe(1 << 15);
        (await SendAsync(host, "archive settings", FakePlace.Editor, ("layout", "1"))).Original!.Text.ShouldContain("classic, components or auto");
        (await SendAsync(host, "archive settings", FakePlace.Editor, ("listen", "off"))).Original!.Text.ShouldContain("listen_channel");
        (await SendAsync(host, "archive settings", FakePlace.Editor, ("language", "xx"))).Original!.Text.ShouldContain("en, de or auto");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_ingested_can_be_asked_about_at_once()
    {
        await using var host = await DiscordHost.StartAsync(answerer: null);
        var file = host.Discord.Attach("articles.jsonl", Encoding.UTF8.GetBytes(
            """{"id":"ferry","headline":"Ferry gets a new timetable","text":"The ferry sails every forty minutes from 2 May 2026.","source":"Harbor Herald","published":"2026-04-20"}"""));
        await (await SendAsync(host, "ingest file", FakePlace.Editor, ("file", file))).OriginalWhenAsync(message => message.Text.Contains("done"));

        var answer = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("search", null, ("query", "ferry timetable")));

        (await answer.OriginalWhenAsync(message => !message.IsThinking)).Text.ShouldContain("Ferry gets a new timetable");
    }

    [Theory]
    [InlineData("https://evil.example.net/a.json")]
    [InlineData("https://cdn.discordapp.com.evil.example/a.json")]
    [InlineData("http://cdn.discordapp.com/a.json")]
    [InlineData("file:///etc/passwd")]
    public async Task A_file_from_anywhere_but_Discords_hosts_is_refused(string url)
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var interaction = await SendAsync(host, "ingest file", FakePlace.Editor, ("file", new FakeAttachment("1", "a.json", url, 10)));

        interaction.Original!.Text.ShouldContain("only as Discord stores them");
        host.Store.Jobs.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_Discord_no_longer_has_is_told_with_what_to_do()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var file = host.Discord.Attach("a.txt", Encoding.UTF8.GetBytes("A text"));

        var message = await (await SendAsync(host, "ingest file", FakePlace.Editor, ("file", file with { Url = file.Url.Replace("a.txt", "gone.txt", StringComparison.Ordinal) })))
            .OriginalWhenAsync(message => !message.IsThinking);

        message.Text.ShouldContain("could not take the file over");
        message.Text.ShouldContain("Attach it to the command again");
        host.Store.Jobs.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_sees_only_its_own_jobs()
    {
        await using var host = await DiscordHost.StartAsync(answerer: null);
        var file = host.Discord.Attach("a.txt", Encoding.UTF8.GetBytes("A text\n\nSome words about nothing in particular."));
        await (await SendAsync(host, "ingest file", FakePlace.Editor, ("file", file))).OriginalWhenAsync(message => message.Text.Contains("done"));
        var elsewhere = FakePlace.Editor with { Guild = "1118605777305731072" };

        (await SendAsync(host, "ingest status", FakePlace.Editor)).Original!.Text.ShouldContain("Ingest 1");
        (await SendAsync(host, "ingest status", elsewhere, ("job", 1))).Original!.Text.ShouldContain("no such ingest");
        (await SendAsync(host, "ingest cancel", elsewhere, ("job", 1))).Original!.Text.ShouldContain("no such ingest");
    }

    [Fact]
    public async Task An_article_is_removed_only_after_a_confirmation_by_the_same_person()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote);

        var question = (await SendAsync(host, "archive remove-article", FakePlace.Editor, ("article", "vote"))).Original!;
        host.Store.Find(ArchiveName.Default, "vote").ShouldNotBeNull();
        (await host.PressAsync(question, "Remove", FakePlace.Editor with { User = "870775762452611086" })).Original!.Text.ShouldContain("expired");
        host.Store.Find(ArchiveName.Default, "vote").ShouldNotBeNull();
        var removed = await host.PressAsync(question, "Remove", FakePlace.Editor);
        await removed.OriginalWhenAsync(message => message.Text.Contains("is removed"));

        host.Store.Find(ArchiveName.Default, "vote").ShouldBeNull();
        host.Store.Readers.Audit(5).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Guild.ShouldBe(InteractionJson.Guild),
            entry => entry.Action.ShouldBe("archive remove-article"),
            entry => entry.Detail.ShouldStartWith("vote"));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Settings_limit_where_who_and_how_often_and_take_effect_at_once()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        await SendAsync(host, "archive settings", FakePlace.Editor, ("channel", "1"), ("private", true), ("language", "de"));
        (await host.AskAsync(Answers.Question)).Original!.Text.ShouldContain("Fragen sind in diesen Kanälen erlaubt: <#1>");
        await SendAsync(host, "archive settings", FakePlace.Editor, ("channel", "1"), ("asking_role", "7"));
        (await host.AskAsync(Answers.Question)).Original!.Text.ShouldContain("bestimmte Rollen");
        var answer = await (await host.AskAsync(Answers.Question, new FakePlace { Roles = ["7"] })).FinalAsync();

        answer.IsPrivate.ShouldBeTrue();
        answer.Text.ShouldContain("2 von 2 Belegen geprüft");
        await SendAsync(host, "archive settings", FakePlace.Editor, ("daily_questions", 1));
        (await host.AskAsync(Answers.Question, new FakePlace { Roles = ["7"] })).Original!.Text.ShouldContain("für heute");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_named_by_the_server_may_administer()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await SendAsync(host, "archive settings", FakePlace.Editor, ("admin_role", "77"));

        var stats = await SendAsync(host, "archive stats", new FakePlace { Roles = ["77"] });

        stats.Original!.Text.ShouldContain("Archive `default`");
    }

    [Fact]
    public async Task Privacy_shows_what_is_kept_of_a_person_and_deletes_it()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);
        var answer = await (await host.AskAsync(Answers.Question)).FinalAsync();
        await host.PressAsync(answer, "👍");

        var privacy = (await SendAsync(host, "privacy", new FakePlace())).Original!;
        privacy.Text.ShouldContain("1 answers to your questions, 1 pieces of feedback");
        var forgotten = await host.PressAsync(privacy, "Delete all of it");

        forgotten.FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(7);
        host.Store.Readers.CountOf(new FakePlace().User).ShouldBe(new KeptOfReader(0, 0, 0));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operators_binding_decides_which_archive_a_server_reads()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        new NewsBot.Discord.Settings.GuildBook(host.Store).Bind(NewsBot.Discord.Interactions.Snowflake.Parse(InteractionJson.Guild), ArchiveName.Parse("bound"));

        await (await host.AskAsync(Answers.Question)).FinalAsync();

        answerer.Asked.ShouldHaveSingleItem().Archive.Value.ShouldBe("bound");
    }
}
