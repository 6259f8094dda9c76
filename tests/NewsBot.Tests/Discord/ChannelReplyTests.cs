using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class ChannelReplyTests
{
    private static InteractionOrigin Origin(Permissions own) => new()
    {
        Id = new Snowflake(1),
        Application = new Snowflake(2),
        Token = new InteractionToken("t"),
        User = new Snowflake(3),
        Guild = new Snowflake(4),
        InstalledGuild = new Snowflake(4),
        Channel = Snowflake.Parse(InteractionJson.Channel),
        OwnPermissions = own,
    };

    [Fact]
    public async Task What_outlives_its_token_goes_on_in_one_message_of_the_channel_that_is_edited()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var target = host.Services.GetRequiredService<ReplyTargets>().InChannel(Origin(Permissions.ViewChannel | Permissions.SendMessages))!;
        host.Discord.FailNext("/messages", FakeFault.BadGateway);

        (await target.ShowAsync(new Reply.Notice("first"), CancellationToken.None)).ShouldBeOfType<ShowOutcome.Shown>();
        (await target.ShowAsync(new Reply.Notice("second"), CancellationToken.None)).ShouldBeOfType<ShowOutcome.Shown>();

        host.Discord.ChannelMessages.Values.ShouldHaveSingleItem().Text.ShouldBe("second");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_there_is_no_such_message()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        host.Services.GetRequiredService<ReplyTargets>().InChannel(Origin(Permissions.ViewChannel)).ShouldBeNull();
    }
}
