using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Commands;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

/// <summary>What <c>doctor</c> says of a set-up, and how to mend what is wrong with it.</summary>
public class DiagnosisTests
{
    [Fact]
    public async Task A_good_set_up_is_found_well_but_for_commands_that_nobody_registered()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        host.Discord.InteractionsEndpointUrl = host.Endpoint.AbsoluteUri;

        var findings = await LookAsync(host);

        findings.Where(finding => !finding.IsWell).ShouldHaveSingleItem().Text.ShouldContain("newsbot register-commands");
        findings.Single(finding => finding.What == "Discord endpoint address").Text.ShouldContain("refuses what Discord did not sign");
    }

    [Fact]
    public async Task Without_an_endpoint_address_it_is_said_where_to_enter_one()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        (await FaultAsync(host, "Discord endpoint address")).ShouldContain("General Information page");
    }

    [Fact]
    public async Task An_endpoint_that_nobody_serves_is_said_to_be_out_of_reach()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        host.Discord.InteractionsEndpointUrl = "http://127.0.0.1:9/discord/interactions";

        (await FaultAsync(host, "Discord endpoint address")).ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task An_address_that_is_not_NewsBots_is_told_by_its_answer()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        host.Discord.InteractionsEndpointUrl = new Uri(host.Endpoint, "/elsewhere").AbsoluteUri;

        (await FaultAsync(host, "Discord endpoint address")).ShouldContain("404");
    }

    [Fact]
    public async Task An_intent_that_is_asked_for_but_not_allowed_is_named_with_its_page()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:MessageContent"] = "true" });

        (await FaultAsync(host, "Discord intents")).ShouldContain("Message Content Intent");
    }

    [Fact]
    public async Task Permissions_that_are_missing_are_named()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        host.Discord.OwnPermissions = "1024";

        (await FaultAsync(host, "Discord permissions")).ShouldContain("SendMessages");
    }

    private static Task<IReadOnlyList<Finding>> LookAsync(DiscordHost host) =>
        host.Services.GetRequiredService<DiscordDiagnosis>().LookAsync(CancellationToken.None);

    private static async Task<string> FaultAsync(DiscordHost host, string what) => (await LookAsync(host)).Single(finding => finding.What == what && !finding.IsWell).Text;
}
