using System.Globalization;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.EndToEnd.Discord;

/// <summary>The built program on the sample archive, serving a fake Discord.</summary>
internal sealed class DiscordProgram : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly ServingProgram _host;

    private DiscordProgram(FakeDiscord discord, TemporaryFolder folder, ServingProgram host) => (Discord, _folder, _host) = (discord, folder, host);

    public FakeDiscord Discord { get; }

    public Uri Endpoint => new(_host.Address, "/discord/interactions");

    public string Log => _host.Errors;

    public static async Task<DiscordProgram> StartAsync(FakeDiscordOptions? options = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var discord = await FakeDiscord.StartAsync(options);
        var folder = new TemporaryFolder();
        var environment = discord.Settings.ToDictionary(setting => "NEWSBOT_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value ?? "");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            environment[name] = value;
        }

        return new DiscordProgram(discord, folder, await ServingProgram.StartAsync(folder.File("data"), verb: null, environment));
    }

    /// <summary>Sends an interaction and gives the message that answers it, once that is more than a promise.</summary>
    public async Task<FakeMessage> DoAsync(System.Text.Json.Nodes.JsonObject body) =>
        await (await Discord.SendAsync(Endpoint, body)).OriginalWhenAsync(message => !message.IsThinking && !message.Text.StartsWith("Searching", StringComparison.Ordinal) && !message.Text.StartsWith("Reading", StringComparison.Ordinal));

    /// <summary>Uses a slash command.</summary>
    public Task<FakeMessage> CommandAsync(string path, FakePlace? place = null, params (string Name, object Value)[] options) =>
        DoAsync(InteractionJson.Command(path, place, options));

    /// <summary>Asks and waits for the whole answer.</summary>
    public async Task<FakeMessage> AskAsync(string question, FakePlace? place = null) =>
        await (await Discord.SendAsync(Endpoint, InteractionJson.Ask(question, place))).FinalAsync(TimeSpan.FromSeconds(60));

    /// <summary>Presses a button under a message.</summary>
    public Task<FakeMessage> PressAsync(FakeMessage message, string label, FakePlace? place = null) =>
        DoAsync(InteractionJson.Component(message.Button(label), place));

    /// <summary>Presses a button that opens a form, and gives the form's id.</summary>
    public async Task<string> OpenAsync(FakeMessage message, string label, FakePlace? place = null)
    {
        var opened = await Discord.SendAsync(Endpoint, InteractionJson.Component(message.Button(label), place));
        opened.FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(9);
        return opened.FirstResponse.Value.GetProperty("data").GetProperty("custom_id").GetString()!;
    }

    /// <summary>A reader of their own, so that no limit of one stands in another's way.</summary>
    public static FakePlace Reader(int number, string? guild = null) => new()
    {
        User = (500_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
        Guild = guild ?? InteractionJson.Guild,
    };

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Discord.DisposeAsync();
        _folder.Dispose();
    }
}
