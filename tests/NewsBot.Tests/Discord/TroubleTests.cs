using System.Net;
using NewsBot.Discord.Responding;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class TroubleTests
{
    private static readonly LivePace Quick = new() { Interval = TimeSpan.FromMilliseconds(50), NewCharacters = 1 };

    private static int Edits(DiscordHost host) => host.Discord.Requests.Count(request => request.Method == "PATCH");

    [Fact]
    public async Task An_answer_that_Discord_does_not_know_yet_is_tried_again_a_few_times()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(), pace: Quick);
        host.Discord.FailNext("@original", FakeFault.UnknownWebhook);
        host.Discord.FailNext("@original", FakeFault.UnknownWebhook);

        await (await host.AskAsync(Answers.Question)).FinalAsync();

        host.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(502)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task Discords_own_trouble_delays_the_answer_but_does_not_lose_it(int status)
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(), pace: Quick);
        var fault = status switch { 502 => FakeFault.BadGateway, 500 => FakeFault.Internal, _ => FakeFault.TooMany(0.3) };
        host.Discord.FailNext("@original", fault);
        host.Discord.FailNext("@original", fault);

        (await (await host.AskAsync(Answers.Question)).FinalAsync()).Text.ShouldContain("412 million");
    }

    [Fact]
    public async Task A_deleted_answer_stops_the_work_and_nothing_more_is_sent()
    {
        var stopped = new TaskCompletionSource();
        FakeInteraction? interaction = null;
        var steps = 0;
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(
                question => Answers.Of(question, [.. Enumerable.Repeat(Answers.Vote, 50)]),
                async token =>
                {
                    if (++steps == 6)
                    {
                        interaction!.DeleteOriginal();
                    }

                    await Task.Delay(60, token);
                    if (steps == 45)
                    {
                        stopped.SetResult();
                    }
                }),
            pace: Quick);
        interaction = host.Discord.Issue(InteractionJson.Ask(Answers.Question));

        await host.Discord.DeliverAsync(host.Endpoint, interaction);
        await Task.Delay(1_000, TestContext.Current.CancellationToken);
        var edits = Edits(host);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        stopped.Task.IsCompleted.ShouldBeFalse();
        Edits(host).ShouldBe(edits);
    }

    [Fact]
    public async Task A_dead_token_ends_the_answer_without_hammering()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(), pace: Quick);
        host.Discord.FailNext("@original", FakeFault.InvalidToken);

        await host.AskAsync(Answers.Question);
        await Task.Delay(700, TestContext.Current.CancellationToken);

        Edits(host).ShouldBe(1);
    }

    [Fact]
    public async Task A_long_answer_grows_within_Discords_limits()
    {
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(question => Answers.Of(question, [.. Enumerable.Range(0, 30).Select(Long)]), token => Task.Delay(20, token)), pace: Quick);

        var message = await (await host.AskAsync(Answers.Question)).FinalAsync();

        message.Text.Length.ShouldBeLessThanOrEqualTo(2_000);
        message.Files.Keys.ShouldBe(["sources.md"]);
        message.Files["sources.md"].ShouldContain("Sentence number 29 goes on");
        message.Text.ShouldContain("**Sources**\n1\\. [Title 0]");
        message.Text.ShouldContain("in the attached file");
        host.Discord.Violations.ShouldBeEmpty();

        static NewsBot.Archive.Article Long(int i) =>
            Answers.Article($"a{i}", $"Title {i}", $"Sentence number {i} goes on {string.Join(' ', Enumerable.Repeat("and on", 20))}.", "2026-11-01");
    }

    [Fact]
    public async Task Two_hundred_questions_at_once_are_all_answered_or_politely_refused_and_none_mixed_up()
    {
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(
                question => Answers.Of(question, Answers.Article("x", question.Text, $"The answer to {question.Text}", "2026-11-01")),
                token => Task.Delay(2, token)),
            pace: Quick);
        var asked = Enumerable.Range(0, 200).Select(i => (
            Text: $"question {i}?",
            Place: new FakePlace { User = (1000 + (i % 50)).ToString(), Guild = (2000 + (i % 5)).ToString() })).ToList();

        var interactions = await Task.WhenAll(asked.Select(question => host.AskAsync(question.Text, question.Place)));
        var messages = await Task.WhenAll(interactions.Select(interaction => interaction.OriginalWhenAsync(
            message => message.LooksFinal || message.Text.Contains("still answering") || message.Text.Contains("at once"), TimeSpan.FromSeconds(60))));

        var answered = messages.Zip(asked).Where(pair => pair.First.LooksFinal).ToList();
        answered.Count.ShouldBeGreaterThanOrEqualTo(50);
        answered.ShouldAllBe(pair => pair.First.Text.Contains($"The answer to {pair.Second.Text}"));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_with_a_body_that_is_no_interaction_is_told_so()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        using var response = await host.Discord.PostAsync(host.Endpoint, "[1,2"u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
