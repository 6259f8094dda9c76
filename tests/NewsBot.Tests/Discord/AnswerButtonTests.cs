using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class AnswerButtonTests
{
    private static async Task<(DiscordHost Host, FakeMessage Answer)> AnsweredAsync()
    {
        var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);
        return (host, await (await host.AskAsync(Answers.Question)).FinalAsync());
    }

    private static async Task<(DiscordHost Host, FakeMessage Answer)> UnansweredAsync()
    {
        var host = await DiscordHost.StartAsync(new ScriptedAnswerer(question => Answers.None(question)));
        await host.StoreAsync("default", Answers.Vote);
        return (host, await (await host.AskAsync("tunnel cost 2027", null, ("source", "Harbor Herald"))).FinalAsync());
    }

    [Fact]
    public async Task An_answer_carries_its_four_buttons()
    {
        var (host, answer) = await AnsweredAsync();
        await using var _ = host;

        answer.Buttons.Select(button => button.Key).ShouldBe(["Show quotes", "Check citations", "👍", "👎"]);
    }

    [Fact]
    public async Task Show_quotes_gives_the_exact_words_of_each_article_to_whoever_presses_it()
    {
        var (host, answer) = await AnsweredAsync();
        await using var _ = host;

        var quotes = (await host.PressAsync(answer, "Show quotes", new FakePlace { User = "870775762452611086" })).Original!;

        quotes.IsPrivate.ShouldBeTrue();
        quotes.Text.ShouldContain("> The council approved 355 million in March 2024.");
        quotes.Text.ShouldContain("> By September the estimate was 412 million, mostly for a second shaft.");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_menu_under_quotes_shows_the_paragraph_around_one()
    {
        var (host, answer) = await AnsweredAsync();
        await using var _ = host;
        var quotes = (await host.PressAsync(answer, "Show quotes")).Original!;
        var menu = quotes.Components.Single(component => component.GetProperty("type").GetInt32() == 3).GetProperty("custom_id").GetString()!;

        var paragraph = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Component(menu, values: ["2"]));

        paragraph.Original!.Text.ShouldContain("**By September the estimate was 412 million, mostly for a second shaft.**");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_citations_gives_each_sentence_its_verdict_and_the_words_of_the_source_privately()
    {
        var (host, answer) = await AnsweredAsync();
        await using var _ = host;

        var check = await (await host.PressAsync(answer, "Check citations")).FinalAsync();

        check.IsPrivate.ShouldBeTrue();
        check.Text.ShouldContain("✔ [1] The council approved 355 million in March 2024. · **supported**");
        check.Text.ShouldContain("✔ [2] By September");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Praise_and_complaint_are_kept_and_the_last_word_of_a_reader_counts()
    {
        var (host, answer) = await AnsweredAsync();
        await using var _ = host;

        (await host.PressAsync(answer, "👍")).Original!.Text.ShouldContain("Thanks");
        var form = await host.PressAsync(answer, "👎");
        var formId = form.FirstResponse!.Value.GetProperty("data").GetProperty("custom_id").GetString()!;
        await host.Discord.SendAsync(host.Endpoint, InteractionJson.Form(formId, null, ("kind", "wrong_fact"), ("comment", "It was 352 million.")));

        form.FirstResponse.Value.GetProperty("type").GetInt32().ShouldBe(9);
        var kept = host.Store.Readers.FeedbackOn(Archive("default")).ShouldHaveSingleItem();
        kept.IsGood.ShouldBeFalse();
        kept.Kind.ShouldBe("wrong_fact");
        kept.Comment.ShouldBe("It was 352 million.");
        kept.Question.ShouldBe(Answers.Question);
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_without_an_answer_is_kept_as_a_gap_and_can_be_asked_differently()
    {
        var (host, answer) = await UnansweredAsync();
        await using var _ = host;

        answer.Buttons.Select(button => button.Key).ShouldBe(["Ask differently", "Only this year", "Tell the newsroom"]);
        host.Store.Readers.GapsOf(Archive("default"), 10).ShouldHaveSingleItem().Question.ShouldBe("tunnel cost 2027");
        var form = (await host.PressAsync(answer, "Ask differently")).FirstResponse!.Value.GetProperty("data");
        form.GetRawText().ShouldContain("tunnel cost 2027");
        var again = await host.Discord.SendAsync(
            host.Endpoint, InteractionJson.Form(form.GetProperty("custom_id").GetString()!, null, ("question", "What will the tunnel cost?")));
        await again.FinalAsync();

        var asked = ((ScriptedAnswerer)host.Services.GetService(typeof(NewsBot.Answering.IQuestionAnswerer))!).Asked;
        asked[^1].Text.ShouldBe("What will the tunnel cost?");
        asked[^1].Source.ShouldBe("Harbor Herald");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_this_year_asks_again_from_the_first_of_January()
    {
        var (host, answer) = await UnansweredAsync();
        await using var _ = host;

        await (await host.PressAsync(answer, "Only this year")).FinalAsync();

        var asked = ((ScriptedAnswerer)host.Services.GetService(typeof(NewsBot.Answering.IQuestionAnswerer))!).Asked;
        asked[^1].Since.ShouldBe(new DateOnly(DateTimeOffset.UtcNow.Year, 1, 1));
    }

    [Fact]
    public async Task When_a_cited_article_is_removed_the_buttons_of_its_answer_have_expired()
    {
        var (host, answer) = await AnsweredAsync();
        await using var _ = host;
        host.Store.Remove(Archive("default"), Answers.Vote.Id, "test").ShouldBeTrue();

        (await host.PressAsync(answer, "Show quotes")).Original!.Text.ShouldContain("expired");
    }

    private static NewsBot.Archive.ArchiveName Archive(string name) => NewsBot.Archive.ArchiveName.Parse(name);
}
