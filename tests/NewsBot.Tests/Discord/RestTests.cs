using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class RestTests
{
    private static readonly OutgoingMessage Hello = new(new MessageBody { Content = "Hello" });

    private static Snowflake Channel { get; } = Snowflake.Parse(InteractionJson.Channel);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_used_up_bucket_is_waited_for_instead_of_being_refused()
    {
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(), discordOptions: new FakeDiscordOptions { Limit = 2, LimitWindow = TimeSpan.FromMilliseconds(300) });
        var rest = host.Services.GetRequiredService<DiscordRestClient>();

        for (var i = 0; i < 6; i++)
        {
            await rest.CreateMessageAsync(Channel, Hello, Token);
        }

        host.Discord.Requests.ShouldAllBe(request => request.Status == 200);
        host.Discord.ChannelMessages.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_written_once_thanks_to_its_nonce_and_not_repeated_without_one()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var rest = host.Services.GetRequiredService<DiscordRestClient>();
        host.Discord.FailNext("/messages", FakeFault.BadGateway);
        host.Discord.FailNext("/messages", FakeFault.BadGateway);

        var fault = await Should.ThrowAsync<DiscordException>(() => rest.CreateMessageAsync(Channel, Hello, Token));
        await rest.CreateMessageAsync(Channel, new OutgoingMessage(Hello.Body with { Nonce = "one", EnforceNonce = true }), Token);

        fault.Status.ShouldBe(System.Net.HttpStatusCode.BadGateway);
        host.Discord.ChannelMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_is_not_repeated_and_its_exception_names_the_fault_but_no_token()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var rest = host.Services.GetRequiredService<DiscordRestClient>();

        var fault = await Should.ThrowAsync<DiscordException>(() => rest.CreateMessageAsync(Channel, new OutgoingMessage(new MessageBody { Content = new string('x', 2001) }), Token));

        fault.Code.ShouldBe(DiscordErrorCodes.InvalidForm);
        fault.ToString().ShouldNotContain(FakeDiscord.BotToken);
        host.Discord.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_global_limit_holds_back_everything_with_the_bots_token_but_not_interactions()
    {
        var time = new FakeTimeProvider();
        var limits = new RateLimits(time);
        using var refusal = new HttpResponseMessage();

        limits.Learn(new Route("POST messages", "1", UsesBotToken: true), System.Net.HttpStatusCode.TooManyRequests, refusal.Headers, global: true, retryAfter: 3);

        limits.Reserve(new Route("GET commands", "2", UsesBotToken: true)).ShouldBe(TimeSpan.FromSeconds(3));
        limits.Reserve(new Route("PATCH @original", "3", UsesBotToken: false)).ShouldBe(TimeSpan.Zero);
        time.Advance(TimeSpan.FromSeconds(3));
        limits.Reserve(new Route("GET commands", "2", UsesBotToken: true)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void No_more_than_fifty_requests_a_second_go_out_with_the_bots_token()
    {
        var time = new FakeTimeProvider();
        var limits = new RateLimits(time);

        var admitted = Enumerable.Range(0, 60).Count(i => limits.Reserve(new Route("POST messages", i.ToString(), UsesBotToken: true)) == TimeSpan.Zero);

        admitted.ShouldBe(RateLimits.GlobalPerSecond);
    }

    [Fact]
    public void After_thousands_of_refusals_nothing_is_sent_until_they_are_forgotten()
    {
        var time = new FakeTimeProvider();
        var limits = new RateLimits(time);
        using var refusal = new HttpResponseMessage();
        var route = new Route("PATCH @original", "1", UsesBotToken: false);
        for (var i = 0; i < 8_000; i++)
        {
            limits.Learn(route, System.Net.HttpStatusCode.Forbidden, refusal.Headers, global: false, retryAfter: null);
        }

        limits.Reserve(route).ShouldBe(TimeSpan.FromMinutes(10));
        time.Advance(TimeSpan.FromMinutes(10));
        limits.Reserve(route).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task The_doctor_finds_a_wrong_token_a_foreign_key_and_missing_commands_and_says_how_to_mend_them()
    {
        await using var well = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await well.Services.GetRequiredService<CommandRegistration>().RegisterAsync(null, Token);
        await using var wrongToken = await DiscordHost.StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:Token"] = "wrong" });
        await using var foreignKey = await DiscordHost.StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:PublicKey"] = new string('a', 64) });

        well.Discord.InteractionsEndpointUrl = well.Endpoint.AbsoluteUri;
        (await well.Services.GetRequiredService<DiscordDiagnosis>().LookAsync(Token)).ShouldAllBe(finding => finding.IsWell);
        (await wrongToken.Services.GetRequiredService<DiscordDiagnosis>().LookAsync(Token)).ShouldContain(finding => !finding.IsWell && finding.Text.Contains("Bot page"));
        var found = await foreignKey.Services.GetRequiredService<DiscordDiagnosis>().LookAsync(Token);
        found.ShouldContain(finding => finding.What == "Discord public key" && !finding.IsWell);
        found.ShouldContain(finding => finding.What == "Discord commands" && finding.Text.Contains("register-commands"));
    }
}
