using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class AskTests
{
    [Fact]
    public async Task A_question_is_promised_an_answer_and_then_answered_with_numbered_sources()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var interaction = await host.AskAsync(Answers.Question);
        var message = await interaction.FinalAsync();

        interaction.FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(5);
        message.IsPrivate.ShouldBeFalse();
        message.Text.ShouldBe("""
            **Why did the harbour tunnel get more expensive?**
            The council approved 355 million in March 2024 [1]. By September the estimate was 412 million, mostly for a second shaft [2].

            Old news: the newest source is from <t:1727697600:D>.

            **Sources**
            1\. [Council clears harbour tunnel after marathon vote](<https://news.example.org/vote>) · Harbor Herald · <t:1710244800:D>
            2\. [Tunnel cost estimate rises to 412 million](<https://news.example.org/estimate>) · Harbor Herald · <t:1727697600:D>
            -# 2 of 2 citations checked · newest source <t:1727697600:R>
            """.ReplaceLineEndings("\n"));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_components_the_same_lines_stand_in_a_box_from_the_first_edit_on()
    {
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:Layout"] = "Components" });

        var message = await (await host.AskAsync(Answers.Question)).FinalAsync();

        message.Body.GetProperty("flags").GetInt32().ShouldBe(1 << 15);
        message.Text.ShouldContain("**Why did the harbour tunnel get more expensive?**\nThe council approved 355 million in March 2024 [1].");
        message.Text.ShouldContain("2\\. [Tunnel cost estimate rises to 412 million]");
        message.Buttons.Count.ShouldBe(4);
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_corrected_source_is_said_to_be_one_on_a_line_of_its_own()
    {
        var corrected = Answers.Vote with { Standing = new ArticleStanding { Correction = new ArticleCorrection(NewsTime.OfDay(new DateOnly(2024, 5, 3)), "352 → 355") } };
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(question => Answers.Of(question, corrected)));

        var message = await (await host.AskAsync(Answers.Question)).FinalAsync();

        message.Text.ShouldContain("\n⚠ Correction of [1], <t:1714737600:D>: 352 → 355\n");
        message.Text.ShouldContain("· corrected <t:1714737600:D>");
    }

    [Fact]
    public async Task Items_of_a_list_stand_on_lines_of_their_own()
    {
        var (ferry, clock) = (Answers.Article("ferry", "Promises", "to keep the ferry free", "2026-11-01"), Answers.Article("clock", "Promises", "to mend the clock", "2026-11-01"));
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(question => Answers.Of(question, Answers.Vote, ferry, clock)));

        var message = await (await host.AskAsync("What did she promise?")).FinalAsync();

        message.Text.ShouldContain("in March 2024 [1].\nto keep the ferry free [2]\nto mend the clock [3]");
    }

    [Fact]
    public async Task A_private_question_is_answered_where_only_the_asker_sees_it()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var interaction = await host.AskAsync(Answers.Question, null, ("private", true));

        (await interaction.FinalAsync()).IsPrivate.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_archive_does_not_hold_is_said_with_what_was_searched_and_what_comes_nearest()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(question => Answers.None(question, Answers.Estimate)));

        var message = await (await host.AskAsync("tunnel cost 2027")).FinalAsync();

        message.Text.ShouldBe("""
            **No answer in the archive**
            I searched 12,408 articles for “tunnel cost 2027” and found nothing that answers it.
            Closest:
            · [Tunnel cost estimate rises to 412 million](<https://news.example.org/estimate>) · Harbor Herald · <t:1727697600:D>
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_options_reach_the_question()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);

        await (await host.AskAsync(
            "  What happened?  ", null, ("since", "2024-01-01"), ("until", "2024-12-31"), ("as_of", "2025-02-01"), ("source", "Harbor Herald"))).FinalAsync();

        var asked = answerer.Asked.ShouldHaveSingleItem();
        asked.Text.ShouldBe("What happened?");
        asked.Since.ShouldBe(new DateOnly(2024, 1, 1));
        asked.Until.ShouldBe(new DateOnly(2024, 12, 31));
        asked.AsOf!.Value.Day.ShouldBe(new DateOnly(2025, 2, 1));
        asked.Source.ShouldBe("Harbor Herald");
        asked.Archive.Value.ShouldBe("default");
    }

    [Theory]
    [InlineData("since", "last week", "year-month-day")]
    [InlineData("as_of", "2024-02-30", "year-month-day")]
    public async Task A_day_that_is_none_is_refused_privately_with_how_to_write_it(string option, string value, string hint)
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var interaction = await host.AskAsync(Answers.Question, null, (option, value));

        interaction.Original!.IsPrivate.ShouldBeTrue();
        interaction.Original.Text.ShouldContain(hint);
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_direct_message_the_archive_set_for_them_answers_and_without_one_the_refusal_says_why()
    {
        var answerer = new ScriptedAnswerer();
        await using var without = await DiscordHost.StartAsync(answerer);
        await using var with = await DiscordHost.StartAsync(answerer, new Dictionary<string, string?> { ["Discord:DirectMessageArchive"] = "readers" });

        (await without.AskAsync(Answers.Question, FakePlace.DirectMessage)).Original!.Text.ShouldContain("Discord:DirectMessageArchive");
        await (await with.AskAsync(Answers.Question, FakePlace.DirectMessage)).FinalAsync();

        answerer.Asked.ShouldHaveSingleItem().Archive.Value.ShouldBe("readers");
    }

    [Fact]
    public async Task A_user_who_installed_the_bot_for_themselves_does_not_read_the_archive_of_the_server_they_are_in()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(
            answerer, new Dictionary<string, string?> { ["Discord:ArchivePerGuild"] = "true", ["Discord:DirectMessageArchive"] = "readers" });

        await (await host.AskAsync(Answers.Question)).FinalAsync();
        await (await host.AskAsync(Answers.Question, new FakePlace { IsInstalled = false })).FinalAsync();

        answerer.Asked.Select(question => question.Archive.Value).ShouldBe([$"guild-{InteractionJson.Guild}", "readers"]);
    }

    [Fact]
    public async Task German_readers_are_answered_in_German()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(question => Answers.None(question)));

        var interaction = await host.AskAsync("Was kostet der Tunnel?", new FakePlace { Locale = "de" });

        (await interaction.OriginalWhenAsync(message => !message.IsThinking)).Text.ShouldContain("Ich habe 12.408 Artikel nach „Was kostet der Tunnel?“ durchsucht");
    }

    [Fact]
    public async Task A_question_that_the_answerer_refuses_gets_its_reason()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(_ => throw new QuestionRefusedException("The question is too long: write at most 2,000 characters.")));

        var message = await (await host.AskAsync(Answers.Question)).OriginalWhenAsync(message => message.Text.Contains("too long"));

        message.Text.ShouldBe("The question is too long: write at most 2,000 characters.");
    }

    [Fact]
    public async Task A_failure_is_said_with_a_number_to_report_and_without_its_details()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(_ => throw new InvalidOperationException("secret path /srv")));

        var interaction = await host.AskAsync(Answers.Question);
        var message = await interaction.OriginalWhenAsync(message => message.Text.Contains("went wrong"));

        message.Text.ShouldContain(interaction.Id.ToString());
        message.Text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Nobody_is_notified_whatever_question_and_articles_say()
    {
        const string Hostile = "@everyone **bold** [x](https://evil.example) <@1> <b>hi</b> https://evil.example \u0000\u202Egnp \n# big\n1. one";
        var article = Answers.Article("h", Hostile, Hostile, "2026-11-01");
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(question => Answers.Of(question, article)));

        var message = await (await host.AskAsync(Hostile)).FinalAsync();

        message.Text.ShouldNotContain("@everyone");
        message.Text.ShouldNotContain("**bold**");
        message.Text.ShouldContain(@"\[x\](https:\//evil.example)");
        message.Text.ShouldNotContain(" <@1>");
        message.Text.ShouldNotContain("\n# big");
        message.Text.ShouldNotContain('\u0000');
        message.Text.ShouldNotContain('\u202E');
        host.Discord.Violations.ShouldBeEmpty();
    }
}
