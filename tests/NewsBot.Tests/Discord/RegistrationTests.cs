using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Discord;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class RegistrationTests
{
    [Fact]
    public async Task Commands_are_written_once_and_then_only_when_they_differ()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var registration = host.Services.GetRequiredService<CommandRegistration>();

        var first = await registration.RegisterAsync(guild: null, TestContext.Current.CancellationToken);
        var second = await registration.RegisterAsync(guild: null, TestContext.Current.CancellationToken);

        first.HasChanged.ShouldBeTrue();
        second.HasChanged.ShouldBeFalse();
        host.Discord.Requests.Count(request => request.Method == "PUT").ShouldBe(1);
        host.Discord.CommandsOf()!.Value.EnumerateArray().Select(command => command.GetProperty("name").GetString()).ShouldContain("ask");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commands_of_one_server_carry_no_fields_of_global_ones()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        await host.Services.GetRequiredService<CommandRegistration>().RegisterAsync(Snowflake.Parse(InteractionJson.Guild), TestContext.Current.CancellationToken);

        host.Discord.CommandsOf(InteractionJson.Guild)!.Value.GetRawText().ShouldNotContain("contexts");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PublicKey", "abc", "Discord:PublicKey must be 64 hexadecimal digits")]
    [InlineData("ApplicationId", "NewsBot", "Discord:ApplicationId must be a number")]
    [InlineData("ApplicationId", "", "Discord:ApplicationId is missing")]
    [InlineData("Token", "Bot abc", "without \"Bot \" before it")]
    [InlineData("ApiBaseUrl", "discord.com", "Discord:ApiBaseUrl must be an http or https address")]
    [InlineData("Gateway", "true", "build with -p:UseDiscordNet=true")]
    [InlineData("Shards", "1001", "Discord:Shards must be 0 to 1000")]
    [InlineData("GatewayUrl", "https://x", "Discord:GatewayUrl must be a ws or wss address")]
    [InlineData("DefaultArchive", "My Archive", "Discord:DefaultArchive must be an archive name")]
    [InlineData("DirectMessageArchive", "..", "Discord:DirectMessageArchive must be an archive name")]
    public async Task A_wrong_setting_stops_the_start_with_its_name_and_the_remedy(string setting, string value, string message)
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(() =>
            DiscordHost.StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:" + setting] = value }));

        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void Nothing_configured_is_a_valid_configuration() =>
        new DiscordOptionsValidation(new GatewayBuild(IsPresent: false)).Validate(null, new DiscordOptions()).Succeeded.ShouldBeTrue();
}
