using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.EndToEnd.Discord.Gateway;

/// <summary>The program built with the gateway: it connects, hears and answers, over a broken connection too.</summary>
public class GatewayProgramTests
{
    [Fact]
    public async Task The_program_answers_mentions_and_commands_over_the_gateway_and_comes_back_when_it_is_cut_off()
    {
        await using var bot = await DiscordProgram.StartAsync(settings: new Dictionary<string, string> { ["NEWSBOT_Discord__Gateway"] = "true" });
        await bot.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count == 1);

        (await AnswerToAsync(bot, await AskAsync(bot, "Why did the cost of the harbour tunnel increase?"))).Text.ShouldContain("[1]");
        bot.Discord.Gateway.Cut();
        (await AnswerToAsync(bot, await AskAsync(bot, "What does the Ostrey ferry cost?"))).Text.ShouldContain("ferry");
        var command = bot.Discord.Issue(InteractionJson.Ask("Who won the mayoral election in Port Selwick?", DiscordProgram.Reader(3)));
        await bot.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", command.Body);

        (await command.FinalAsync()).Text.ShouldContain("[1]");
        bot.Discord.Gateway.Greetings.Select(greeting => greeting.IsResumption).ShouldBe([false, true]);
        bot.Discord.ChannelMessages.Count.ShouldBe(2);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    private static async Task<FakeSpeech> AskAsync(DiscordProgram bot, string question)
    {
        var speech = new FakeSpeech { Id = bot.Discord.NewMessageId(), Text = $"<@{InteractionJson.Application}> {question}", Mentions = true };
        await bot.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(speech));
        return speech;
    }

    private static Task<FakeMessage> AnswerToAsync(DiscordProgram bot, FakeSpeech question) =>
        bot.Discord.ChannelMessageWhenAsync(message => message.RepliesTo == question.Id && message.Buttons.Count > 0, TimeSpan.FromSeconds(40));
}
