using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Settings;

/// <summary>What the administrators of a server decided about NewsBot there.</summary>
public sealed record GuildSettings
{
    /// <summary>The channels (or channels above threads) in which questions may be asked; empty for all.</summary>
    public IReadOnlyList<ulong> Channels { get; init; } = [];

    /// <summary>The roles that may ask; empty for everybody.</summary>
    public IReadOnlyList<ulong> AskingRoles { get; init; } = [];

    /// <summary>The roles that may administer NewsBot besides those with Manage Server.</summary>
    public IReadOnlyList<ulong> AdminRoles { get; init; } = [];

    /// <summary>Whether answers are private unless the question says otherwise.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The language of everything NewsBot says there ("en" or "de"); null for each reader's own.</summary>
    public string? Language { get; init; }

    /// <summary>Questions a day in the whole server; 0 for no limit of its own.</summary>
    public int DailyQuestions { get; init; }

    /// <summary>Tokens of the language model a day in the whole server; 0 for no limit of its own. Without tokens answers are the articles' own sentences.</summary>
    public int DailyTokens { get; init; }

    /// <summary>How replies look; null for the operator's choice.</summary>
    public ReplySkin? Layout { get; init; }

    /// <summary>For how many days answers and unanswered questions are kept; 0 for the operator's number.</summary>
    public int RetentionDays { get; init; }

    /// <summary>Whether an answer that was given is marked where it stands when a cited article is corrected. Answers from withdrawn articles always go.</summary>
    public bool MarksCorrections { get; init; } = true;

    /// <summary>Whether questions asked by messages are answered in a thread of their own.</summary>
    public bool AnswersInThread { get; init; }

    /// <summary>To what NewsBot listens in channels where it is something else than mentions.</summary>
    public IReadOnlyList<ChannelAttention> Attention { get; init; } = [];

    /// <summary>To what NewsBot listens in a channel, or null where nothing was decided for it.</summary>
    public Attention? AttentionIn(ulong channel) => Attention.FirstOrDefault(decided => decided.Channel == channel)?.Attention;
}

/// <summary>To what NewsBot listens in a channel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Attention>))]
public enum Attention
{
    /// <summary>To messages that name it.</summary>
    Mentions,

    /// <summary>To every new post of a forum, every message of a channel that replies to nobody. Needs the message content intent.</summary>
    Everything,

    /// <summary>To nothing.</summary>
    Off,
}

/// <summary>To what NewsBot listens in one channel.</summary>
/// <param name="Channel">The channel or forum.</param>
/// <param name="Attention">To what.</param>
public sealed record ChannelAttention(ulong Channel, Attention Attention);

/// <summary>The JSON of settings.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GuildSettings))]
internal sealed partial class GuildSettingsJson : JsonSerializerContext;

/// <summary>
/// Keeps what is decided about servers: their settings, and the archive that the operator bound them to. Safe for several threads at once.
/// </summary>
public sealed class GuildBook(ArchiveStore store)
{
    private const string Prefix = "discord.guild.";
    private const string SettingsSuffix = ".settings";

    /// <summary>The settings of a server; the defaults where nothing was decided.</summary>
    public GuildSettings SettingsOf(Snowflake guild) => store.FindSetting(SettingsName(guild)) is { } json
        ? JsonSerializer.Deserialize(json, GuildSettingsJson.Default.GuildSettings) ?? new GuildSettings()
        : new GuildSettings();

    /// <summary>Changes the settings of a server.</summary>
    public void Save(Snowflake guild, GuildSettings settings) =>
        store.SaveSetting(SettingsName(guild), JsonSerializer.Serialize(settings, GuildSettingsJson.Default.GuildSettings));

    /// <summary>The archive that the operator bound a server to, or null.</summary>
    public ArchiveName? BindingOf(Snowflake guild) =>
        ArchiveName.TryParse(store.FindSetting(BindingName(guild)), out var archive) ? archive : null;

    /// <summary>Binds a server to an archive. For the operator only, never from Discord.</summary>
    public void Bind(Snowflake guild, ArchiveName archive) => store.SaveSetting(BindingName(guild), archive.Value);

    /// <summary>The servers for which something was decided.</summary>
    public IReadOnlyList<Snowflake> Guilds() =>
        [.. store.SettingNames(Prefix).Where(name => name.EndsWith(SettingsSuffix, StringComparison.Ordinal))
            .Select(name => Snowflake.Parse(name[Prefix.Length..^SettingsSuffix.Length]))];

    /// <summary>Forgets what the administrators of a server decided. The operator's binding stays.</summary>
    public void Forget(Snowflake guild) => store.RemoveSetting(SettingsName(guild));

    private static string SettingsName(Snowflake guild) => $"{Prefix}{guild}{SettingsSuffix}";

    private static string BindingName(Snowflake guild) => $"{Prefix}{guild}.archive";
}
