using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Listening;

/// <summary>Events as the gateway sends them, handed in by whoever keeps the connection.</summary>
public class GatewayEventsTests
{
    [Fact]
    public async Task A_mention_a_command_an_edit_and_a_deletion_are_each_handled()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote);
        var speech = new FakeSpeech { Id = host.Discord.NewMessageId(), Text = HeardMessages.Mention + "What of the tunnel?", Mentions = true };
        var command = host.Discord.Issue(InteractionJson.Ask(Answers.Question, new FakePlace { User = "77" }));

        await HandleAsync(host, "MESSAGE_CREATE", GatewayJson.Message(speech));
        await HandleAsync(host, "INTERACTION_CREATE", command.Body);
        await host.Discord.ChannelMessageWhenAsync(message => message.RepliesTo == speech.Id && message.Buttons.Count == 4);
        await HandleAsync(host, "MESSAGE_UPDATE", GatewayJson.Message(speech with { Text = HeardMessages.Mention + Answers.Question }));
        await host.Discord.ChannelMessageWhenAsync(message => message.Text.StartsWith($"**{Answers.Question}**", StringComparison.Ordinal) && message.Buttons.Count == 4);
        await HandleAsync(host, "MESSAGE_DELETE", GatewayJson.Deletion(speech));

        host.Discord.ChannelMessages.ShouldBeEmpty();
        (await command.FinalAsync()).Text.ShouldContain("[1]");
    }

    [Fact]
    public async Task What_cannot_be_read_reaches_nobody()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        await HandleAsync(host, "MESSAGE_CREATE", new JsonObject { ["id"] = new JsonObject() });
        await HandleAsync(host, "INTERACTION_CREATE", new JsonObject { ["type"] = 99 });
        await HandleAsync(host, "SOMETHING_NEW", new JsonObject());

        host.Discord.Requests.ShouldBeEmpty();
    }

    private static Task HandleAsync(DiscordHost host, string type, JsonObject data) => host.Services.GetRequiredService<GatewayEvents>().HandleAsync(
        type, JsonSerializer.SerializeToElement(data), new MessageReader(HeardMessages.Self, new OpenServer()), CancellationToken.None);

    private sealed class OpenServer : IServerView
    {
        public ChannelView? Find(Snowflake guild, Snowflake channel, Snowflake member) => new() { IsThread = false, OwnPermissions = Permissions.Administrator };
    }
}
