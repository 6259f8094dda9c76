using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Settings;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Gateway;

/// <summary>Discord.Net's real client on a gateway that plays Discord's part: what is heard, and what a broken connection costs.</summary>
public class GatewayTests
{
    private const int GuildsIntent = 1;
    private const int GuildMessagesIntent = 1 << 9;
    private const int DirectMessagesIntent = 1 << 12;

    [Fact]
    public async Task Without_being_told_otherwise_no_privileged_intent_is_asked_for()
    {
        await using var host = await StartAsync(new ScriptedAnswerer());

        host.Discord.Gateway.Greetings.ShouldHaveSingleItem().Intents.ShouldBe(GuildsIntent | GuildMessagesIntent | DirectMessagesIntent);
    }

    [Fact]
    public async Task A_mention_is_answered()
    {
        await using var host = await StartAsync(new ScriptedAnswerer());

        var question = await AskAsync(host, Answers.Question);
        var answer = await AnswerToAsync(host, question);

        answer.Text.ShouldContain("The council approved 355 million in March 2024 [1].");
        host.Discord.Requests.ShouldContain(request => request.Template.EndsWith("/typing", StringComparison.Ordinal));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_to_an_answer_has_the_question_before_as_its_context()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await StartAsync(answerer);
        await host.StoreAsync("default", Answers.Vote);
        var answer = await AnswerToAsync(host, await AskAsync(host, Answers.Question));
        await UntilAsync(() => host.Store.Exchanges.FindByMessage(answer.Id.ToString(CultureInfo.InvariantCulture)) is not null);

        var reply = new FakeSpeech { Id = host.Discord.NewMessageId(), Text = "and in 2025?", Mentions = true, RepliesTo = (answer.Id, InteractionJson.Application) };
        await host.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(reply));
        await AnswerToAsync(host, reply);

        answerer.Asked[1].After.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_direct_message_is_answered_where_an_archive_is_set_for_them()
    {
        await using var host = await StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:DirectMessageArchive"] = "readers" });
        var message = new FakeSpeech { Id = host.Discord.NewMessageId(), Text = "What of the ferries?", Guild = null, Channel = "1459086793113731082", ChannelType = 1 };

        await host.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(message));

        (await AnswerToAsync(host, message)).Channel.ShouldBe(1459086793113731082ul);
    }

    [Fact]
    public async Task What_is_said_to_nobody_is_not_even_read()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await StartAsync(answerer);

        await host.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(new FakeSpeech { Id = host.Discord.NewMessageId(), Text = "The tunnel again…" }));
        await AnswerToAsync(host, await AskAsync(host, Answers.Question));

        answerer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_edited_question_is_answered_anew_and_a_deleted_one_loses_its_answer()
    {
        await using var host = await StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote);
        var question = await AskAsync(host, "Why did the tunnel get cheaper?");
        var first = await AnswerToAsync(host, question);

        await host.Discord.Gateway.DispatchAsync("MESSAGE_UPDATE", GatewayJson.Message(question with { Text = Mention + Answers.Question, EditedAt = DateTimeOffset.UtcNow }));
        var second = await host.Discord.ChannelMessageWhenAsync(message => message.Text.StartsWith($"**{Answers.Question}**", StringComparison.Ordinal) && message.Buttons.Count == 4);
        await host.Discord.Gateway.DispatchAsync("MESSAGE_DELETE", GatewayJson.Deletion(question));
        await UntilAsync(() => host.Discord.ChannelMessages.IsEmpty());

        second.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_forum_post_is_answered_where_the_server_wishes_it_and_the_operator_allowed_it()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await StartAsync(
            answerer, new Dictionary<string, string?> { ["Discord:MessageContent"] = "true" }, new FakeDiscordOptions { AllowsMessageContent = true });
        host.Services.GetRequiredService<GuildBook>().Save(
            Snowflake.Parse(InteractionJson.Guild),
            new GuildSettings { Attention = [new ChannelAttention(ulong.Parse(InteractionJson.Forum, CultureInfo.InvariantCulture), Attention.Everything)] });
        var id = host.Discord.NewMessageId();
        var post = new FakeSpeech { Id = id, Text = "I only find articles about the first one.", Channel = id.ToString(CultureInfo.InvariantCulture), ChannelType = 11 };

        await host.Discord.Gateway.DispatchAsync("THREAD_CREATE", GatewayJson.Thread(post.Channel, InteractionJson.Forum, "Who decided on the second shaft?", post.Author));
        await host.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(post));
        await AnswerToAsync(host, post);

        answerer.Asked.ShouldHaveSingleItem().Text.ShouldBe("Who decided on the second shaft?");
    }

    [Fact]
    public async Task A_command_is_answered_at_the_callback_address()
    {
        await using var host = await StartAsync(new ScriptedAnswerer());
        var interaction = host.Discord.Issue(InteractionJson.Ask(Answers.Question));

        await host.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", interaction.Body);

        (await interaction.FinalAsync()).Text.ShouldContain("[1]");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_Discord_names_the_gateway_its_compressed_frames_are_read()
    {
        await using var host = await StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:GatewayUrl"] = "" });

        await AnswerToAsync(host, await AskAsync(host, Answers.Question));
        await AnswerToAsync(host, await AskAsync(host, "And the ferry — für wen?", "12"));

        host.Discord.Gateway.Encodings.ShouldBe(["zlib-stream"]);
    }

    [Fact]
    public async Task Each_shard_hears_its_own_servers()
    {
        await using var host = await StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:Shards"] = "2" }, joined: 2);

        host.Discord.Gateway.Greetings.Select(greeting => (greeting.Shard, greeting.Shards)).Order().ShouldBe([(0, 2), (1, 2)]);
        await AnswerToAsync(host, await AskAsync(host, Answers.Question));
    }

    internal const string Mention = $"<@{InteractionJson.Application}> ";

    internal static async Task<DiscordHost> StartAsync(
        ScriptedAnswerer answerer, IReadOnlyDictionary<string, string?>? settings = null, FakeDiscordOptions? options = null, int joined = 1)
    {
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Discord:Gateway"] = "true" };
        var host = await DiscordHost.StartAsync(answerer, all, options, configure: services => services.AddDiscordGateway());
        await host.Discord.Gateway.WhenGreetedAsync(greetings => greetings.Count >= joined);
        return host;
    }

    internal static async Task<FakeSpeech> AskAsync(DiscordHost host, string question, string author = "565898851123331084")
    {
        var speech = new FakeSpeech { Id = host.Discord.NewMessageId(), Text = Mention + question, Mentions = true, Author = author };
        await host.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", GatewayJson.Message(speech));
        return speech;
    }

    internal static Task<FakeMessage> AnswerToAsync(DiscordHost host, FakeSpeech question) =>
        host.Discord.ChannelMessageWhenAsync(message => message.RepliesTo == question.Id && message.Buttons.Count > 0);

    internal static async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 1_000 && !isSo(); i++)
        {
            await Task.Delay(20);
        }

        isSo().ShouldBeTrue();
    }
}

file static class Emptiness
{
    public static bool IsEmpty(this IReadOnlyDictionary<ulong, FakeMessage> messages) => messages.Count == 0;
}
