using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Discord.Interactions;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class InteractionEndpointTests
{
    [Fact]
    public async Task A_ping_is_answered_with_a_pong_in_JSON()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        using var response = await host.Discord.PostAsync(host.Endpoint, Encoding.UTF8.GetBytes(host.Discord.Issue(InteractionJson.Ping()).Body.ToJsonString()));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"type":1}""");
    }

    [Fact]
    public async Task A_request_whose_body_was_changed_after_signing_is_refused()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var body = Encoding.UTF8.GetBytes(host.Discord.Issue(InteractionJson.Ping()).Body.ToJsonString());
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        var signature = host.Discord.SignatureOf(timestamp, body);
        body[^2] = (byte)' ';

        using var changed = await host.Discord.PostAsync(host.Endpoint, body, timestamp, signature);
        using var unsigned = await host.Discord.PostAsync(host.Endpoint, body, timestamp, signature: null);

        changed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_same_signed_request_is_taken_only_once()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var body = Encoding.UTF8.GetBytes(host.Discord.Issue(InteractionJson.Ping()).Body.ToJsonString());
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        var signature = host.Discord.SignatureOf(timestamp, body);

        using var first = await host.Discord.PostAsync(host.Endpoint, body, timestamp, signature);
        using var again = await host.Discord.PostAsync(host.Endpoint, body, timestamp, signature);
        using var inUpperCase = await host.Discord.PostAsync(host.Endpoint, body, timestamp, signature.ToUpperInvariant());

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        inUpperCase.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_body_above_256_KiB_is_not_read()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        using var response = await host.Discord.PostAsync(host.Endpoint, new byte[InteractionEndpoint.MostBytes + 1]);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Without_a_public_key_there_is_no_endpoint()
    {
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:PublicKey"] = "", ["Discord:Token"] = "", ["Discord:ApplicationId"] = "" });

        using var response = await host.Discord.PostAsync(host.Endpoint, "{}"u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_example_interaction_is_answered_in_a_form_that_Discord_takes()
    {
        var folder = SharedData.PathOf("discord", "interactions");
        Assert.SkipWhen(folder.Length == 0, SharedData.AbsenceReason);
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order())
        {
            var body = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsObject();
            var interaction = host.Discord.Issue(body);

            (await host.Discord.DeliverAsync(host.Endpoint, interaction)).ShouldBe(HttpStatusCode.OK, file);
        }

        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_delivery_of_an_interaction_is_answered_once()
    {
        var answerer = new ScriptedAnswerer();
        await using var host = await DiscordHost.StartAsync(answerer);
        var interaction = host.Discord.Issue(InteractionJson.Ask(Answers.Question));
        interaction.Body["locale"] = "en-US";

        var first = await host.Discord.DeliverAsync(host.Endpoint, interaction);
        interaction.Body["locale"] = "en-GB";
        var second = await host.Discord.DeliverAsync(host.Endpoint, interaction);
        await interaction.FinalAsync();

        first.ShouldBe(HttpStatusCode.OK);
        second.ShouldBe(HttpStatusCode.Accepted);
        answerer.Asked.Count.ShouldBe(1);
    }
}
