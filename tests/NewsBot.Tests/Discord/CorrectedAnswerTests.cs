using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Settings;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

/// <summary>An answer that stands in a channel is marked there when an article that it cites changes.</summary>
public class CorrectedAnswerTests
{
    private const string Reason = "The article has changed on this point: the source says 352 million, not 355 million.";

    [Fact]
    public async Task An_answer_whose_article_was_corrected_says_so_where_it_stands_and_keeps_its_buttons()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var (interaction, exchange) = await AskAsync(host);

        host.Store.Answers.Mark(ArchiveName.Default, exchange.Answer, AnswerStanding.Outdated, Reason);
        var marked = await interaction.OriginalWhenAsync(message => message.Text.Contains("Corrected since"));

        marked.Text.ShouldContain("⚠ **Corrected since:** The article has changed on this point: the source says 352 million, not 355 million.");
        marked.Text.ShouldContain("The council approved 355 million in March 2024 [1].");
        marked.Buttons.Count.ShouldBe(4);
        (await host.PressAsync(marked, "Show quotes")).Original!.Text.ShouldContain("> The council approved 355 million");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_words_of_an_answer_go_when_an_article_that_it_cites_is_withdrawn()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var (interaction, exchange) = await AskAsync(host);

        host.Store.Remove(ArchiveName.Default, Answers.Vote.Id, "withdrawn by its publisher");
        host.Store.Answers.Mark(ArchiveName.Default, exchange.Answer, AnswerStanding.Withdrawn, "A cited article was withdrawn.");
        var marked = await interaction.OriginalWhenAsync(message => message.Text.Contains("taken back"));

        marked.Text.ShouldNotContain("355 million");
        marked.Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_server_does_not_wish_it_a_corrected_answer_is_left_as_it_was_given()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        host.Services.GetRequiredService<GuildBook>().Save(Snowflake.Parse(InteractionJson.Guild), new GuildSettings { MarksCorrections = false });
        var (interaction, exchange) = await AskAsync(host);

        host.Store.Answers.Mark(ArchiveName.Default, exchange.Answer, AnswerStanding.Outdated, Reason);
        for (var i = 0; i < 600 && host.Store.Answers.Untold(1).Count > 0; i++)
        {
            await Task.Delay(20);
        }

        host.Store.Answers.Untold(1).ShouldBeEmpty();
        interaction.Original!.Text.ShouldNotContain("Corrected since");
    }

    [Fact]
    public async Task A_private_answer_is_remembered_nowhere()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);

        var answer = await (await host.AskAsync(Answers.Question, null, ("private", true))).FinalAsync();
        await Task.Delay(200);

        host.Store.Exchanges.FindByMessage(answer.Id.ToString()).ShouldBeNull();
    }

    private static async Task<(FakeInteraction Interaction, Exchange Exchange)> AskAsync(DiscordHost host)
    {
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);
        var interaction = await host.AskAsync(Answers.Question);
        var message = (await interaction.FinalAsync()).Id.ToString();
        for (var i = 0; i < 200 && host.Store.Exchanges.FindByMessage(message) is null; i++)
        {
            await Task.Delay(20);
        }

        return (interaction, host.Store.Exchanges.FindByMessage(message)!);
    }
}
