using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Listening;

/// <summary>A question belongs to who asked it: edited it is answered anew, deleted it is not answered any more.</summary>
public class ChangedQuestionTests
{
    [Fact]
    public async Task An_edited_question_is_answered_anew_in_the_same_message()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        await host.StoreAsync("default", Answers.Vote);
        var message = host.Discord.Asking("Why did the tunnel get cheaper?");
        host.Listener().Hear(message);
        var first = await host.Discord.AnswerToAsync(message);

        await host.Listener().HearEditAsync(message with { Text = HeardMessages.Mention + Answers.Question });
        var second = await host.Discord.ChannelMessageWhenAsync(answer => answer.Text.StartsWith($"**{Answers.Question}**", StringComparison.Ordinal) && answer.Buttons.Count == 4);

        second.Id.ShouldBe(first.Id);
        answerer.Asked.Count.ShouldBe(2);
        host.Discord.ChannelMessages.Count.ShouldBe(1);
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_edited_while_it_is_answered_gets_only_the_answer_to_what_it_says_now()
    {
        var firstIsHeld = new TaskCompletionSource();
        var asked = 0;
        var answerer = new ScriptedAnswerer(
            question => Answers.Of(question, Answers.Vote),
            token => Interlocked.Increment(ref asked) == 1 ? firstIsHeld.Task.WaitAsync(token) : Task.CompletedTask);
        await using var host = await DiscordHost.StartAsync(answerer);
        var message = host.Discord.Asking("Why did the tunnel get cheaper?");
        host.Listener().Hear(message);
        await UntilAsync(() => asked > 0);

        await host.Listener().HearEditAsync(message with { Text = HeardMessages.Mention + Answers.Question });
        await host.Discord.AnswerToAsync(message);

        host.Discord.ChannelMessages.Values.ShouldHaveSingleItem().Text.ShouldStartWith($"**{Answers.Question}**");
    }

    [Fact]
    public async Task News_of_a_message_that_changed_nothing_asks_nothing_anew()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        var message = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(message);
        await host.Discord.AnswerToAsync(message);

        await host.Listener().HearEditAsync(message);

        answerer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_is_no_longer_meant_for_the_bot_loses_its_answer()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote);
        var message = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(message);
        await host.Discord.AnswerToAsync(message);

        await host.Listener().HearEditAsync(message with { Text = "never mind", MentionsSelf = false });

        host.Discord.ChannelMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_goes_with_its_question_and_nothing_of_either_is_kept()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote);
        var message = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(message);
        await host.Discord.AnswerToAsync(message);
        await UntilAsync(() => host.Store.Exchanges.FindByQuestion(message.Id.ToString()) is not null);

        await host.Listener().HearDeletionAsync(message.Id);

        host.Discord.ChannelMessages.ShouldBeEmpty();
        host.Store.Exchanges.FindByQuestion(message.Id.ToString()).ShouldBeNull();
        host.Store.Readers.CountOf(message.Author.ToString()).Answers.ShouldBe(0);
    }

    [Fact]
    public async Task A_question_deleted_while_it_is_answered_is_not_answered()
    {
        var asked = 0;
        var answerer = new ScriptedAnswerer(question => Answers.Of(question, Answers.Vote), token =>
        {
            Interlocked.Increment(ref asked);
            return Task.Delay(Timeout.Infinite, token);
        });
        await using var host = await DiscordHost.StartAsync(answerer);
        var message = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(message);
        await UntilAsync(() => asked > 0);

        await host.Listener().HearDeletionAsync(message.Id);

        host.Discord.ChannelMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deletion_that_arrives_before_its_message_counts()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        var message = host.Discord.Asking(Answers.Question);

        await host.Listener().HearDeletionAsync(message.Id);
        host.Listener().Hear(message);

        answerer.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mention_that_is_added_by_an_edit_asks()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var message = host.Discord.Saying(Answers.Question);
        host.Listener().Hear(message);

        var edited = message with { Text = HeardMessages.Mention + Answers.Question, MentionsSelf = true };
        await host.Listener().HearEditAsync(edited);

        (await host.Discord.AnswerToAsync(edited)).Text.ShouldStartWith($"**{Answers.Question}**");
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 500 && !isSo(); i++)
        {
            await Task.Delay(20);
        }

        isSo().ShouldBeTrue();
    }
}
