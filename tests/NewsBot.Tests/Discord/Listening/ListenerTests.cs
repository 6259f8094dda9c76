using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Listening;

public class ListenerTests
{
    private static readonly Snowflake Thread = new(1573279238193283132);

    [Fact]
    public async Task A_mention_is_answered_by_a_reply_to_it_while_the_bot_is_seen_typing()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        var message = host.Discord.Asking(Answers.Question);

        host.Listener().Hear(message);
        var answer = await host.Discord.AnswerToAsync(message);

        answer.Text.ShouldStartWith($"**{Answers.Question}**\nThe council approved 355 million in March 2024 [1].");
        answer.Buttons.Count.ShouldBe(4);
        answerer.Asked.ShouldHaveSingleItem().Text.ShouldBe(Answers.Question);
        host.Discord.Requests.ShouldContain(request => request.Template.EndsWith("/typing", StringComparison.Ordinal));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_buttons_under_an_answer_to_a_message_work()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);
        var message = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(message);

        var quotes = await host.PressAsync(await host.Discord.AnswerToAsync(message), "Show quotes");

        quotes.Original!.Text.ShouldContain("> The council approved 355 million in March 2024.");
    }

    [Fact]
    public async Task A_question_is_answered_once_however_often_it_is_delivered()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        var message = host.Discord.Asking(Answers.Question);

        Parallel.For(0, 20, _ => host.Listener().Hear(message));
        await host.Discord.AnswerToAsync(message);

        answerer.Asked.Count.ShouldBe(1);
        host.Discord.ChannelMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_instances_that_hear_the_same_question_write_one_message()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var message = host.Discord.Asking(Answers.Question);
        var second = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<Listener>(host.Services);

        host.Listener().Hear(message);
        await host.Discord.AnswerToAsync(message);
        second.Hear(message with { Author = new Snowflake(7) });
        await WaitUntilAsync(() => host.Discord.Requests.Count(request => request is { Method: "POST", Template: "/channels/{channel_id}/messages" }) == 2);

        host.Discord.ChannelMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_to_an_answer_is_asked_with_the_question_before_as_context()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        await host.StoreAsync("default", Answers.Vote);
        var first = host.Discord.Asking(Answers.Question);
        host.Listener().Hear(first);
        var answer = await host.Discord.AnswerToAsync(first);

        var second = host.Discord.Saying("and in 2025?") with { MentionsSelf = true, RepliesTo = new Snowflake(answer.Id), Author = new Snowflake(8) };
        await WaitUntilAsync(() => host.Store.Exchanges.FindByMessage(answer.Id.ToString()) is not null);
        host.Listener().Hear(second);
        await host.Discord.AnswerToAsync(second);

        answerer.Asked[1].Text.ShouldBe("and in 2025?");
        answerer.Asked[1].After.ShouldBe(Answers.Of(answerer.Asked[0]).Id);
    }

    [Fact]
    public async Task An_answer_to_a_command_is_a_context_for_replies_too()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        await host.StoreAsync("default", Answers.Vote);
        var command = await host.AskAsync(Answers.Question);
        var answer = await command.FinalAsync();
        await WaitUntilAsync(() => host.Store.Exchanges.FindByMessage(answer.Id.ToString()) is not null);

        var reply = host.Discord.Saying("and who pays?") with { MentionsSelf = true, RepliesTo = new Snowflake(answer.Id) };
        host.Listener().Hear(reply);
        await host.Discord.AnswerToAsync(reply);

        answerer.Asked[1].After.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_question_in_a_thread_goes_on_from_the_last_answer_in_it_but_not_from_elsewhere()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        await host.StoreAsync("default", Answers.Vote);
        var before = host.Discord.Asking(Answers.Question) with { Channel = Thread, Place = HeardPlace.Thread };
        host.Listener().Hear(before);
        var answer = await host.Discord.AnswerToAsync(before);
        await WaitUntilAsync(() => host.Store.Exchanges.FindByMessage(answer.Id.ToString()) is not null);

        var inThread = host.Discord.Asking("what about the ferry?", "11") with { Channel = Thread, Place = HeardPlace.Thread };
        var elsewhere = host.Discord.Asking("what about the ferry?", "12");
        host.Listener().Hear(inThread);
        await host.Discord.AnswerToAsync(inThread);
        host.Listener().Hear(elsewhere);
        await host.Discord.AnswerToAsync(elsewhere);

        answerer.Asked[1].After.ShouldNotBeNull();
        answerer.Asked[2].After.ShouldBeNull();
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention_and_reads_the_archive_set_for_them()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer, new Dictionary<string, string?> { ["Discord:DirectMessageArchive"] = "readers" });
        var message = host.Discord.Saying("What did the Herald write about the ferries?") with { Guild = null, Place = HeardPlace.Direct, Channel = new Snowflake(1459086793113731082) };

        host.Listener().Hear(message);
        (await host.Discord.AnswerToAsync(message)).Channel.ShouldBe(1459086793113731082ul);

        answerer.Asked.ShouldHaveSingleItem().Archive.Value.ShouldBe("readers");
    }

    public static TheoryData<string, string> NotForTheBot => new()
    {
        { "said to nobody", "plain" },
        { "of another bot", "bot" },
        { "thanks", "thanks" },
        { "where the bot may not write", "mute" },
        { "a forum comment", "comment" },
    };

    [Theory]
    [MemberData(nameof(NotForTheBot))]
    public async Task What_is_not_meant_for_the_bot_is_passed_over(string why, string kind)
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        var asking = host.Discord.Asking(Answers.Question);

        host.Listener().Hear(kind switch
        {
            "plain" => host.Discord.Saying("The tunnel again…"),
            "bot" => asking with { IsFromPerson = false },
            "thanks" => host.Discord.Asking("Thank you!"),
            "mute" => asking with { OwnPermissions = Permissions.ViewChannel },
            _ => host.Discord.Saying("I think so too") with { Place = HeardPlace.Thread, Channel = Thread },
        });

        host.Discord.Requests.ShouldBeEmpty(why);
        answerer.Asked.ShouldBeEmpty(why);
    }

    [Fact]
    public async Task A_mention_without_a_question_is_told_how_to_ask()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        host.Listener().Hear(host.Discord.Asking("  "));

        (await host.Discord.ChannelMessageWhenAsync(_ => true)).Text.ShouldStartWith("Ask me something");
    }

    [Theory]
    [InlineData("<@1434848329728131073> why?", "why?")]
    [InlineData("hey <@!1434848329728131073>, why   not\n<:tunnel:123> now?", "hey , why not now?")]
    [InlineData("<@1434848329728131073>: is 3 < 4 and 5 > 4?", "is 3 < 4 and 5 > 4?")]
    [InlineData("what did <@99> say in <#7>?", "what did say in ?")]
    public void Mentions_and_emojis_are_no_part_of_the_question(string text, string question) => MessageText.Plain(text).ShouldBe(question);

    private static async Task WaitUntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 500 && !isSo(); i++)
        {
            await Task.Delay(20);
        }

        isSo().ShouldBeTrue();
    }
}
