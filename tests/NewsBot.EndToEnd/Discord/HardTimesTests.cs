using System.Net;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.EndToEnd.Discord;

/// <summary>A slow model, dead tokens, limits, repeated deliveries and a crowd: the real program keeps its promises.</summary>
public class HardTimesTests
{
    private const string Question = "Why did the cost of the harbour tunnel increase?";

    // The program has answered the other one at its start and remembers what the model said.
    private const string Unanswered = "What does a crossing on the Ostrey ferry cost?";

    [Fact]
    public async Task A_slow_model_shows_that_it_is_at_work_and_its_answer_comes()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Dawdles("NOT_IN_ARCHIVE", TimeSpan.FromSeconds(4)));
        await using var bot = await DiscordProgram.StartAsync(settings: Model(model));

        var interaction = await bot.Discord.SendAsync(bot.Endpoint, InteractionJson.Ask(Unanswered, DiscordProgram.Reader(1)));
        await interaction.OriginalWhenAsync(message => message.Text.Contains("Reading", StringComparison.Ordinal) || message.Text.Contains("Searching", StringComparison.Ordinal));

        (await interaction.FinalAsync(TimeSpan.FromSeconds(60))).Text.ShouldNotBeEmpty();
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_token_dies_before_the_answer_the_program_stops_editing_and_answers_the_next_question()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Dawdles("NOT_IN_ARCHIVE", TimeSpan.FromSeconds(5)));
        await using var bot = await DiscordProgram.StartAsync(new FakeDiscordOptions { TokenLife = TimeSpan.FromSeconds(3) }, Model(model));

        await bot.Discord.SendAsync(bot.Endpoint, InteractionJson.Ask(Unanswered, DiscordProgram.Reader(1)));
        var refused = await RefusedEditAsync(bot.Discord);
        await Task.Delay(TimeSpan.FromSeconds(2));

        refused.ShouldBe(401);
        bot.Discord.Requests.Count(request => request.Status == 401).ShouldBe(1);
        (await bot.CommandAsync("help", DiscordProgram.Reader(2))).Text.ShouldContain("/ask");
        bot.Log.ShouldNotContain("fail:");
    }

    [Fact]
    public async Task A_storm_of_429_delays_the_answer_and_loses_nothing_of_it()
    {
        await using var bot = await DiscordProgram.StartAsync(new FakeDiscordOptions { Limit = 1, LimitWindow = TimeSpan.FromSeconds(1) });
        for (var i = 0; i < 3; i++)
        {
            bot.Discord.FailNext("/messages/@original", FakeFault.TooMany(.3));
        }

        var answer = await bot.AskAsync(Question, DiscordProgram.Reader(1));

        answer.Text.ShouldContain("**Sources**");
        answer.Buttons.Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_delivered_twice_or_late_is_answered_once()
    {
        await using var bot = await DiscordProgram.StartAsync();
        var first = bot.Discord.Issue(InteractionJson.Ask(Question, DiscordProgram.Reader(1)));
        var second = bot.Discord.Issue(InteractionJson.Ask("What does the ferry cost?", DiscordProgram.Reader(2)));

        (await bot.Discord.DeliverAsync(bot.Endpoint, second)).ShouldBe(HttpStatusCode.OK);
        (await bot.Discord.DeliverAsync(bot.Endpoint, first)).ShouldBe(HttpStatusCode.OK);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bot.Discord.DeliverAsync(bot.Endpoint, first)));

        (await first.FinalAsync()).Text.ShouldContain("tunnel");
        (await second.FinalAsync()).Text.ShouldContain("ferry");
        first.FollowUps.ShouldBeEmpty();
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_200_questions_at_once_each_is_answered_or_politely_refused_and_none_gets_anothers_answer()
    {
        const int Readers = 50;
        const int Each = 4;
        var settings = new Dictionary<string, string> { ["NEWSBOT_Limits__QuestionsPerGuild"] = "30" };
        await using var bot = await DiscordProgram.StartAsync(settings: settings);
        var asked = Enumerable.Range(0, Readers * Each)
            .Select(i => (Text: $"Why did the cost of the harbour tunnel increase, asked for the {i}th time?", Place: DiscordProgram.Reader(i % Readers, GuildOf(i % Readers % 5))))
            .ToList();

        var outcomes = await Task.WhenAll(asked.Select(async question =>
        {
            var interaction = await bot.Discord.SendAsync(bot.Endpoint, InteractionJson.Ask(question.Text, question.Place));
            var isPromised = interaction.FirstResponse!.Value.GetProperty("type").GetInt32() == 5;
            return (question.Text, isPromised, Message: isPromised ? await interaction.FinalAsync(TimeSpan.FromSeconds(90)) : interaction.Original!);
        }));

        // Found or not: what is shown repeats the question that was asked.
        outcomes.Where(outcome => outcome.isPromised).ShouldAllBe(outcome => outcome.Message.Text.Contains(outcome.Text, StringComparison.Ordinal));
        outcomes.Where(outcome => !outcome.isPromised).ShouldAllBe(outcome => outcome.Message.IsPrivate && (outcome.Message.Text.Contains("still answering") || outcome.Message.Text.Contains("Ask again in")));
        outcomes.Count(outcome => outcome.isPromised).ShouldBeGreaterThanOrEqualTo(Readers);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    private static string GuildOf(int number) => (1_203_973_285_478_531_072UL + ((ulong)number << 22)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Model(FakeChatModel model) => new()
    {
        ["NEWSBOT_Chat__Endpoint"] = model.Endpoint,
        ["NEWSBOT_Chat__Model"] = "fake",
        ["NEWSBOT_Chat__ApiKey"] = "none",
    };

    private static async Task<int> RefusedEditAsync(FakeDiscord discord)
    {
        for (var i = 0; i < 1_000; i++)
        {
            if (discord.Requests.FirstOrDefault(request => request.Status == 401) is { } refused)
            {
                return refused.Status;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("No edit was refused.");
    }
}
