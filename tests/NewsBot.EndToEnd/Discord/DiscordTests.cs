using System.Net;
using System.Text;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.EndToEnd.Discord;

/// <summary>The built program and Discord's real protocol: a question goes in signed, a cited answer comes back by editing.</summary>
public sealed class DiscordTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FakeDiscord _discord = null!;
    private ServingProgram _host = null!;

    private Uri Endpoint => new(_host.Address, "/discord/interactions");

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _host = await ServingProgram.StartAsync(_folder.File("data"), verb: null, Settings());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _discord.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_question_is_deferred_and_then_answered_with_numbered_sources()
    {
        var interaction = await _discord.SendAsync(Endpoint, InteractionJson.Ask("Why did the cost of the harbour tunnel increase?"));

        var answer = await interaction.OriginalWhenAsync(message => message.ToString()!.Contains("second escape shaft", StringComparison.Ordinal)
            && message.ToString()!.Contains("Sources", StringComparison.Ordinal));

        interaction.FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(5);
        answer.ToString()!.ShouldContain("[1]");
        answer.ToString()!.ShouldContain("Selwick Tribune");
        _discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ping_is_answered_and_a_wrong_signature_gets_401()
    {
        var ping = await _discord.SendAsync(Endpoint, InteractionJson.Ping());
        using var forged = await _discord.PostAsync(Endpoint, Encoding.UTF8.GetBytes("""{"type":1}"""), "1790000000", new string('0', 128));

        ping.FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(1);
        forged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Register_commands_writes_the_set_once()
    {
        var first = await RegisterAsync();
        var second = await RegisterAsync();

        first.ExitCode.ShouldBe(0, first.Errors);
        first.Output.ShouldContain("Registered: ");
        second.Output.ShouldContain("already");
        _discord.CommandsOf()!.Value.EnumerateArray().ShouldContain(command => command.GetProperty("name").GetString() == "ask");
        _discord.Violations.ShouldBeEmpty();
    }

    private Task<ProgramRun> RegisterAsync() => NewsBotProgram.RunWithAsync(Settings(), "register-commands", "--data", _folder.File("other"));

    private Dictionary<string, string> Settings() =>
        _discord.Settings.ToDictionary(setting => "NEWSBOT_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value ?? "");
}
