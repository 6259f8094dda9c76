using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Responding;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

/// <summary>Interactions that come without a request to answer are answered at the callback address.</summary>
public class InteractionInboxTests
{
    [Fact]
    public async Task A_question_is_promised_an_answer_at_the_callback_address_and_answered()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var interaction = host.Discord.Issue(InteractionJson.Ask(Answers.Question));

        await AnswerAsync(host, interaction);
        await AnswerAsync(host, interaction);

        interaction.FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(5);
        (await interaction.FinalAsync()).Text.ShouldContain("[1]");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(404, 10062)]
    [InlineData(400, 40060)]
    public async Task A_promise_that_did_not_arrive_is_not_kept_and_the_asker_may_ask_again(int status, int code)
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        host.Discord.FailNext("/callback", FakeFault.Of(status, code, "refused"));

        var lost = host.Discord.Issue(InteractionJson.Ask(Answers.Question));
        await AnswerAsync(host, lost);
        lost.FirstResponse.ShouldBeNull();

        for (var i = 0; i < 100; i++)
        {
            var again = host.Discord.Issue(InteractionJson.Ask(Answers.Question));
            await AnswerAsync(host, again);
            if (again.FirstResponse!.Value.GetProperty("type").GetInt32() == 5)
            {
                (await again.FinalAsync()).Text.ShouldContain("[1]");
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail("The place of the lost question was never given back.");
    }

    [Fact]
    public async Task A_form_is_made_of_what_the_gateway_can_read_back()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);
        var answer = await (await host.AskAsync(Answers.Question)).FinalAsync();

        var press = host.Discord.Issue(InteractionJson.Component(answer.Button("👎")));
        await AnswerAsync(host, press);

        var rows = press.FirstResponse!.Value.GetProperty("data").GetProperty("components").EnumerateArray().ToList();
        rows.ShouldAllBe(row => row.GetProperty("type").GetInt32() == 1);
        rows.SelectMany(row => row.GetProperty("components").EnumerateArray()).ShouldAllBe(field => field.GetProperty("type").GetInt32() == 4);
        host.Discord.Violations.ShouldBeEmpty();
    }

    private static Task AnswerAsync(DiscordHost host, FakeInteraction interaction)
    {
        InteractionReader.TryRead(Encoding.UTF8.GetBytes(interaction.Body.ToJsonString()), out var read).ShouldBeTrue();
        return host.Services.GetRequiredService<InteractionInbox>().AnswerAsync(read!, CancellationToken.None);
    }
}
