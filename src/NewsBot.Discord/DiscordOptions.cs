using NewsBot.Discord.Rendering;

namespace NewsBot.Discord;

/// <summary>
/// The settings of section <c>Discord</c>. With none of <see cref="PublicKey"/> and <see cref="Token"/> set, everything here stays off.
/// </summary>
public sealed class DiscordOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Discord";

    /// <summary>The application's id, a snowflake: "Application ID" in Discord's developer portal.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary>The application's Ed25519 key, 64 hexadecimal digits: "Public Key" in the portal. Turns the interactions endpoint on.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The bot's token; needed to register commands, to write channel messages and for the gateway.</summary>
    public string Token { get; set; } = "";

    /// <summary>Whether the gateway is connected; needs <see cref="Token"/> and a build with <c>UseDiscordNet</c>.</summary>
    public bool Gateway { get; set; }

    /// <summary>Where Discord's REST interface is.</summary>
    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>Where the gateway is; empty: Discord is asked.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>
    /// Over how many connections the servers are spread, 1 to 1,000; 0: as many as Discord recommends. One carries up to 2,500 servers.
    /// </summary>
    public int Shards { get; set; }

    /// <summary>
    /// Whether the gateway asks for the content of all messages, the privileged "Message Content Intent" that must be on in Discord's developer
    /// portal. Needed only where NewsBot is to answer forum posts, messages in its own threads or whole channels without a mention.
    /// </summary>
    public bool MessageContent { get; set; }

    /// <summary>The archive that servers read unless the operator binds them to another.</summary>
    public string DefaultArchive { get; set; } = "default";

    /// <summary>Whether each server reads and fills an archive of its own, <c>guild-</c> and its id.</summary>
    public bool ArchivePerGuild { get; set; }

    /// <summary>The archive for direct messages and for users who installed NewsBot for themselves; empty: they are refused politely.</summary>
    public string DirectMessageArchive { get; set; } = "";

    /// <summary>For how many days answers are kept for their buttons, and unanswered questions for the newsroom. Default 180, at least 30.</summary>
    public int RetentionDays { get; set; } = 180;

    /// <summary>After how many days everything kept of a server that put NewsBot out is deleted. Default 30, 1 to 3,650.</summary>
    public int PurgeAfterDays { get; set; } = 30;

    /// <summary>How replies look: <c>Classic</c> (text with rows of buttons) or <c>Components</c> (boxes with sections; not with the gateway).</summary>
    public ReplySkin Layout { get; set; } = ReplySkin.Classic;

    /// <summary>The hosts (with port, where there is one) from which attached files are taken: Discord's own.</summary>
    public IReadOnlyList<string> AttachmentHosts { get; set; } = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <summary>Whether a request can be received by the interactions endpoint.</summary>
    public bool HasEndpoint => PublicKey.Length > 0;

    /// <summary>Whether anything of Discord is configured.</summary>
    public bool IsConfigured => HasEndpoint || Token.Length > 0;
}
