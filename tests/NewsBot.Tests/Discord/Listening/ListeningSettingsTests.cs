using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Discord.Settings;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Listening;

/// <summary>What a server decided about where NewsBot listens, and how it answers messages there.</summary>
public class ListeningSettingsTests
{
    private static readonly Snowflake Guild = Snowflake.Parse(InteractionJson.Guild);
    private static readonly Snowflake Forum = Snowflake.Parse(InteractionJson.Forum);

    [Fact]
    public async Task With_a_thread_for_each_answer_the_answer_stands_in_a_thread_named_after_the_question()
    {
        await using var host = await HostAsync(new GuildSettings { AnswersInThread = true });
        var message = host.Discord.Asking(Answers.Question);

        host.Listener().Hear(message);
        var answer = await host.Discord.ChannelMessageWhenAsync(answer => answer.Buttons.Count == 4);

        answer.Channel.ShouldBe(message.Id.Value);
        answer.RepliesTo.ShouldBeNull();
        host.Discord.Threads[message.Id.ToString()].ShouldBe(Answers.Question);
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_thread_can_be_begun_the_answer_stands_beside_the_question()
    {
        await using var host = await HostAsync(new GuildSettings { AnswersInThread = true });
        var message = host.Discord.Asking(Answers.Question);
        host.Discord.FailNext("/threads", FakeFault.Of(403, 50013, "Missing Permissions"));

        host.Listener().Hear(message);

        (await host.Discord.AnswerToAsync(message)).Channel.ShouldBe(HeardMessages.Channel.Value);
    }

    [Fact]
    public async Task In_a_thread_of_its_own_every_message_asks()
    {
        await using var host = await HostAsync(new GuildSettings());
        var message = host.Discord.Saying("and who pays for it?") with { Place = HeardPlace.Thread, Channel = new Snowflake(77), IsInOwnThread = true };

        host.Listener().Hear(message);

        (await host.Discord.AnswerToAsync(message)).Channel.ShouldBe(77ul);
    }

    [Fact]
    public async Task A_forum_that_wishes_it_has_every_new_post_answered_with_its_title_as_the_question()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await HostAsync(new GuildSettings { Attention = [new ChannelAttention(Forum.Value, Attention.Everything)] }, answerer);
        var post = host.Discord.Saying("I only find articles about the first one.") with
        {
            Place = HeardPlace.Thread,
            ParentChannel = Forum,
            PostTitle = "Who decided on the second shaft?",
        };

        host.Listener().Hear(post);
        await host.Discord.AnswerToAsync(post);
        host.Listener().Hear(host.Discord.Saying("I was there") with { Place = HeardPlace.Thread, Channel = post.Channel, ParentChannel = Forum });

        answerer.Asked.ShouldHaveSingleItem().Text.ShouldBe("Who decided on the second shaft?");
    }

    [Fact]
    public async Task A_channel_in_which_the_bot_listens_to_nothing_is_left_alone()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await HostAsync(new GuildSettings { Attention = [new ChannelAttention(HeardMessages.Channel.Value, Attention.Off)] }, answerer);

        host.Listener().Hear(host.Discord.Asking(Answers.Question));

        answerer.Asked.ShouldBeEmpty();
        host.Discord.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_answers_are_private_a_mention_is_told_to_use_the_command()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await HostAsync(new GuildSettings { IsPrivate = true }, answerer);

        host.Listener().Hear(host.Discord.Asking(Answers.Question));

        (await host.Discord.ChannelMessageWhenAsync(_ => true)).Text.ShouldContain("`/ask`");
        answerer.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_limits_of_questions_hold_for_messages_too()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await HostAsync(new GuildSettings { DailyQuestions = 1 }, answerer);
        var first = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(first);
        await host.Discord.AnswerToAsync(first);

        host.Listener().Hear(host.Discord.Asking("And the ferry?", "12"));

        (await host.Discord.ChannelMessageWhenAsync(message => message.Id != first.Id.Value && message.Text.Contains("questions for today"))).ShouldNotBeNull();
        answerer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_is_refused_uses_up_nothing_of_the_servers_day()
    {
        var isAllowed = new TaskCompletionSource();
        var answerer = new ScriptedAnswerer(question => Answers.Of(question, Answers.Vote), token => isAllowed.Task.WaitAsync(token));
        await using var host = await HostAsync(new GuildSettings { DailyQuestions = 2 }, answerer);
        await host.AskAsync(Answers.Question);

        var impatient = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.AskAsync(Answers.Question)));
        isAllowed.SetResult();
        var other = await host.AskAsync(Answers.Question, new FakePlace { User = "77" });

        impatient.ShouldAllBe(refused => refused.Original!.Text.Contains("still answering"));
        (await other.FinalAsync()).Text.ShouldContain("355 million");
    }

    private static async Task<DiscordHost> HostAsync(GuildSettings settings, ScriptedAnswerer? answerer = null)
    {
        var host = await DiscordHost.StartAsync(answerer ?? new ScriptedAnswerer());
        host.Services.GetRequiredService<GuildBook>().Save(Guild, settings);
        return host;
    }
}
