using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class BrowsingTests
{
    private static async Task<DiscordHost> HostAsync()
    {
        var host = await DiscordHost.StartAsync(answerer: null);
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate, Answers.Article(
            "gardens", "Gardens open late", "The gardens stay open until nine in June.", "2025-06-01", "The Quay Post"));
        return host;
    }

    [Fact]
    public async Task A_question_is_answered_from_the_stored_articles_by_the_real_answerer()
    {
        await using var host = await HostAsync();

        var message = await (await host.AskAsync("How much did the council approve for the harbour tunnel in March 2024?")).FinalAsync();

        message.Text.ShouldContain("The council approved 355 million in March 2024 [1].");
        message.Text.ShouldContain("1\\. [Council clears harbour tunnel after marathon vote](<https://news.example.org/vote>) · Harbor Herald");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_lists_articles_with_links_and_the_beginning_of_what_fits()
    {
        await using var host = await HostAsync();

        var message = await (await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("search", null, ("query", "tunnel estimate"))))
            .OriginalWhenAsync(message => !message.IsThinking);

        message.Text.ShouldContain("[Tunnel cost estimate rises to 412 million](<https://news.example.org/estimate>)");
        message.Text.ShouldContain("-# By September the estimate was 412 million");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Choices_are_shown_on_one_line_and_in_their_own_direction()
    {
        await using var host = await DiscordHost.StartAsync(answerer: null);
        await host.StoreAsync("default", Answers.Article("odd", "Ferry\nsails \u202Eon time\u0007", "The ferry sails every forty minutes.", "2026-04-20"));

        var choices = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Autocomplete("article", "article", null, ("article", "fer")));

        choices.FirstResponse!.Value.GetProperty("data").GetProperty("choices")[0].GetProperty("name").GetString().ShouldBe("Ferry sails on time");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_is_shown_as_a_card_and_can_be_asked_about()
    {
        await using var host = await HostAsync();

        var card = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("article", null, ("article", "estimate")));
        var form = await host.PressAsync(card.Original!, "Ask about this");

        card.Original!.Text.ShouldContain("> By September the estimate was 412 million");
        form.FirstResponse!.Value.GetProperty("data").GetRawText().ShouldContain("Tunnel cost estimate rises");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Latest_gives_dated_facts_to_the_letter_newest_first()
    {
        await using var host = await HostAsync();

        var message = await (await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("latest", null, ("topic", "tunnel"))))
            .OriginalWhenAsync(message => !message.IsThinking);

        message.Text.IndexOf("By September", StringComparison.Ordinal).ShouldBeLessThan(message.Text.IndexOf("The council approved", StringComparison.Ordinal));
        message.Text.ShouldContain("<t:1727697600:D>");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_a_source_or_a_title_offers_what_the_archive_has()
    {
        await using var host = await HostAsync();

        var sources = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Autocomplete("ask", "source", null, ("question", "Why"), ("source", "harb")));
        var articles = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Autocomplete("article", "article", null, ("article", "gard late")));

        sources.FirstResponse!.Value.GetProperty("data").GetRawText().ShouldContain("""{"name":"Harbor Herald (2 articles)","value":"Harbor Herald"}""");
        articles.FirstResponse!.Value.GetProperty("data").GetRawText().ShouldContain("""{"name":"Gardens open late","value":"gardens"}""");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_message_can_be_checked_against_the_archive_privately()
    {
        await using var host = await HostAsync();

        var check = await (await host.Discord.SendAsync(
            host.Endpoint,
            InteractionJson.MessageCommand("Check citations", "The council approved 455 million in March 2024. @everyone look")))
            .FinalAsync();

        check.IsPrivate.ShouldBeTrue();
        check.Text.ShouldContain("✖ The council approved 455 million in March 2024. · **contradicted**");
        check.Text.ShouldContain("> The council approved 355 million in March 2024.");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_without_text_cannot_be_checked_or_asked_about()
    {
        await using var host = await HostAsync();

        foreach (var name in new[] { "Check citations", "Ask about this" })
        {
            (await host.Discord.SendAsync(host.Endpoint, InteractionJson.MessageCommand(name, ""))).Original!.Text.ShouldContain("no text");
        }
    }

    [Theory]
    [InlineData("en-GB", "Show quotes")]
    [InlineData("de", "Zitate zeigen")]
    public async Task Help_names_the_commands_in_the_language_of_the_reader(string locale, string words)
    {
        await using var host = await HostAsync();

        var help = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("help", new FakePlace { Locale = locale }));

        help.Original!.Text.ShouldContain(words);
        host.Discord.Violations.ShouldBeEmpty();
    }
}
