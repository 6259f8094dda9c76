using System.Text.Json;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Discord.Settings;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Listening;

/// <summary>The events of Discord's gateway, as they really look, read into NewsBot's own terms.</summary>
public class MessageReaderTests
{
    // What each of the recorded messages asks of NewsBot, or null where it asks nothing.
    public static TheoryData<string, string?> RecordedMessages => new()
    {
        { "05_message_create_mention.json", "why did the harbour tunnel get more expensive?" },
        { "06_message_create_own_answer.json", null },
        { "07_message_create_reply_to_bot.json", "and who pays for the second shaft?" },
        { "08_message_create_reply_mention_off.json", null },
        { "09_message_create_reply_to_deleted.json", null },
        { "10_message_create_dm.json", "What did the Herald write about the ferries?" },
        { "12_message_create_thread_starter.json", null },
        { "13_message_create_in_thread.json", "what about the ferry route?" },
        { "15_message_create_forum_starter.json", "Who decided on the second shaft?" },
        { "16_message_create_no_content_intent.json", null },
        { "17_message_create_role_mention.json", null },
        { "18_message_create_everyone.json", null },
        { "19_message_create_webhook.json", null },
        { "21_message_create_ephemeral.json", null },
    };

    [Theory]
    [MemberData(nameof(RecordedMessages))]
    public void A_recorded_message_asks_what_it_says(string file, string? question)
    {
        var path = SharedData.PathOf("discord", "gateway", file);
        Assert.SkipWhen(path.Length == 0, "The recorded events are not here.");

        var message = Reader.Read(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("d"));
        var asked = message is null ? null : Addressing.QuestionIn(message, Settings);

        (string.IsNullOrEmpty(asked) ? null : asked).ShouldBe(question);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"x","channel_id":"1","content":"hi","author":{"id":"2"}}""")]
    [InlineData("""{"id":"1","channel_id":"1","content":"hi"}""")]
    [InlineData("""{"id":"1","channel_id":"1","author":{"id":"2"},"embeds":[]}""")]
    public void What_is_no_whole_message_is_none(string json) => Reader.Read(JsonDocument.Parse(json).RootElement).ShouldBeNull();

    [Fact]
    public void A_message_of_an_unknown_channel_is_none() =>
        Reader.Read(JsonDocument.Parse("""{"id":"1","channel_id":"404","guild_id":"5","content":"hi","author":{"id":"2"}}""").RootElement).ShouldBeNull();

    private static GuildSettings Settings => new() { Attention = [new ChannelAttention(ulong.Parse(InteractionJson.Forum), Attention.Everything)] };

    private static MessageReader Reader { get; } = new(Snowflake.Parse(InteractionJson.Application), new RecordedServer());

    /// <summary>The server of the recorded events: a channel, a thread that NewsBot began in it, a forum with a post.</summary>
    private sealed class RecordedServer : IServerView
    {
        public ChannelView? Find(Snowflake guild, Snowflake channel, Snowflake member) => channel.Value switch
        {
            404 => null,
            1573279238193283132 => new ChannelView { IsThread = true, Parent = Snowflake.Parse(InteractionJson.Channel), Owner = Snowflake.Parse(InteractionJson.Application) },
            1573280242729091141 => new ChannelView { IsThread = true, Parent = Snowflake.Parse(InteractionJson.Forum), PostTitle = "Who decided on the second shaft?" },
            _ => new ChannelView { IsThread = false },
        };
    }
}
