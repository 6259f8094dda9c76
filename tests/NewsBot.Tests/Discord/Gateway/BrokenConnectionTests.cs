using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Gateway;

/// <summary>However the connection breaks, no question is lost that Discord still has, and none is answered twice.</summary>
public class BrokenConnectionTests
{
    [Fact]
    public async Task What_was_asked_while_the_connection_was_cut_is_answered_once_after_resuming()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await StartReadyAsync(answerer);
        host.Discord.Gateway.Cut();
        var meanwhile = await GatewayTests.AskAsync(host, "During the cut?", "12");
        await GatewayTests.AnswerToAsync(host, meanwhile);
        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, "After the cut?", "13"));

        host.Discord.Gateway.Greetings.Select(greeting => greeting.IsResumption).ShouldBe([false, true]);
        answerer.Asked.Select(question => question.Text).ShouldBe([First, "During the cut?", "After the cut?"]);
        host.Discord.ChannelMessages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_is_being_written_does_not_notice_that_the_connection_breaks()
    {
        var mayGoOn = new TaskCompletionSource();
        var isHeld = false;
        var answerer = new ScriptedAnswerer(question => Answers.Of(question, Answers.Vote), token => isHeld ? mayGoOn.Task.WaitAsync(token) : Task.CompletedTask);
        await using var host = await StartReadyAsync(answerer);
        isHeld = true;
        var question = await GatewayTests.AskAsync(host, Answers.Question);
        await GatewayTests.UntilAsync(() => answerer.Asked.Count == 2);

        host.Discord.Gateway.Cut();
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count == 2);
        mayGoOn.SetResult();

        (await GatewayTests.AnswerToAsync(host, question)).Text.ShouldContain("[1]");
        answerer.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_Discord_asks_for_it_the_connection_is_made_anew_and_the_session_goes_on()
    {
        await using var host = await StartReadyAsync(new ScriptedAnswerer());

        await host.Discord.Gateway.AskToReconnectAsync();
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count == 2);
        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, Answers.Question));

        host.Discord.Gateway.Greetings[1].IsResumption.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_that_Discord_has_forgotten_is_begun_anew()
    {
        await using var host = await StartReadyAsync(new ScriptedAnswerer());

        host.Discord.Gateway.ForgetSessions();
        host.Discord.Gateway.Cut();
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count >= 3);
        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, Answers.Question));

        host.Discord.Gateway.Greetings.Select(greeting => greeting.IsResumption).ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task A_connection_whose_heartbeats_are_not_acknowledged_is_made_anew()
    {
        await using var host = await StartReadyAsync(new ScriptedAnswerer());
        host.Discord.Gateway.HeartbeatInterval = TimeSpan.FromSeconds(1);
        host.Discord.Gateway.Cut();
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count == 2);

        host.Discord.Gateway.AcknowledgesHeartbeats = false;
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count >= 3);
        host.Discord.Gateway.AcknowledgesHeartbeats = true;

        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, Answers.Question));
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4009)]
    [InlineData(1001)]
    public async Task After_a_close_that_is_not_final_the_bot_comes_back_and_answers(int code)
    {
        await using var host = await StartReadyAsync(new ScriptedAnswerer());

        await host.Discord.Gateway.CloseAsync(code);
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count >= 2);

        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, Answers.Question));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4014)]
    public async Task After_a_close_that_is_final_the_bot_does_not_knock_again(int code)
    {
        await using var host = await StartReadyAsync(new ScriptedAnswerer());

        await host.Discord.Gateway.CloseAsync(code);
        await GatewayTests.UntilAsync(() => host.Discord.Gateway.Connections == 0);
        await Task.Delay(TimeSpan.FromSeconds(3));

        host.Discord.Gateway.Greetings.Count.ShouldBe(1);
        (await host.AskAsync(Answers.Question)).FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task A_question_that_is_replayed_is_answered_once()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await StartReadyAsync(answerer);
        var question = await GatewayTests.AskAsync(host, Answers.Question);
        await GatewayTests.AnswerToAsync(host, question);

        await host.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(question));
        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, "Another?", "12"));

        answerer.Asked.Select(asked => asked.Text).ShouldBe([First, Answers.Question, "Another?"]);
    }

    // The client is ready when it has answered something; before, breaking the connection breaks only its beginning.
    private static async Task<DiscordHost> StartReadyAsync(ScriptedAnswerer answerer)
    {
        var host = await GatewayTests.StartAsync(answerer);
        await GatewayTests.AnswerToAsync(host, await GatewayTests.AskAsync(host, First, "11"));
        return host;
    }

    private const string First = "Is anybody there?";
}
