using System.Text.Json.Nodes;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>A message that a person writes, as Discord's gateway tells of it.</summary>
public sealed record FakeSpeech
{
    /// <summary>The message's id; <see cref="FakeDiscord.NewMessageId"/> gives one.</summary>
    public required ulong Id { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Who writes.</summary>
    public string Author { get; init; } = "565898851123331084";

    /// <summary>Whether the author is a bot.</summary>
    public bool IsBot { get; init; }

    /// <summary>The channel or thread.</summary>
    public string Channel { get; init; } = InteractionJson.Channel;

    /// <summary>What that is: 0 channel, 1 direct message, 11 thread.</summary>
    public int ChannelType { get; init; }

    /// <summary>The server, or null in a direct message.</summary>
    public string? Guild { get; init; } = InteractionJson.Guild;

    /// <summary>Whether the bot is among the mentioned users.</summary>
    public bool Mentions { get; init; }

    /// <summary>The message that it replies to, and who wrote that.</summary>
    public (ulong Message, string Author)? RepliesTo { get; init; }

    /// <summary>When it was edited.</summary>
    public DateTimeOffset? EditedAt { get; init; }
}

/// <summary>The bodies of gateway events, with the fields that a client library asks for.</summary>
public static class GatewayJson
{
    private const int ForumType = 15;
    private const string Now = "2026-11-20T10:10:00.500000+00:00";

    /// <summary>MESSAGE_CREATE, and MESSAGE_UPDATE where it was edited.</summary>
    public static JsonObject Message(FakeSpeech speech)
    {
        var message = new JsonObject
        {
            ["id"] = speech.Id.ToString(),
            ["channel_id"] = speech.Channel,
            ["channel_type"] = speech.ChannelType,
            ["type"] = speech.RepliesTo is null ? 0 : 19,
            ["content"] = speech.Text,
            ["author"] = User(speech.Author, "reader", speech.IsBot),
            ["timestamp"] = Now,
            ["edited_timestamp"] = speech.EditedAt?.ToString("O"),
            ["attachments"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["mentions"] = speech.Mentions ? new JsonArray(User(InteractionJson.Application, "NewsBot", isBot: true)) : new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
            ["pinned"] = false,
            ["tts"] = false,
            ["flags"] = 0,
        };
        if (speech.Guild is { } guild)
        {
            message["guild_id"] = guild;
            message["member"] = new JsonObject { ["roles"] = new JsonArray(), ["joined_at"] = Now, ["deaf"] = false, ["mute"] = false, ["flags"] = 0, ["nick"] = null };
        }

        if (speech.RepliesTo is { } replied)
        {
            message["message_reference"] = new JsonObject { ["message_id"] = replied.Message.ToString(), ["channel_id"] = speech.Channel, ["guild_id"] = speech.Guild, ["type"] = 0 };
            message["referenced_message"] = Message(new FakeSpeech { Id = replied.Message, Text = "…", Author = replied.Author, IsBot = true, Channel = speech.Channel, Guild = null });
        }

        return message;
    }

    /// <summary>MESSAGE_DELETE.</summary>
    public static JsonObject Deletion(FakeSpeech speech)
    {
        var deletion = new JsonObject { ["id"] = speech.Id.ToString(), ["channel_id"] = speech.Channel };
        if (speech.Guild is { } guild)
        {
            deletion["guild_id"] = guild;
        }

        return deletion;
    }

    /// <summary>CHANNEL_CREATE of a direct message.</summary>
    public static JsonObject DirectChannel(string channel, string user) => new()
    {
        ["id"] = channel,
        ["type"] = 1,
        ["last_message_id"] = null,
        ["recipients"] = new JsonArray(User(user, "reader", isBot: false)),
    };

    /// <summary>THREAD_CREATE: a thread under a message, or a forum's post.</summary>
    public static JsonObject Thread(string id, string parent, string name, string owner, string guild = InteractionJson.Guild) => new()
    {
        ["id"] = id,
        ["type"] = 11,
        ["guild_id"] = guild,
        ["parent_id"] = parent,
        ["owner_id"] = owner,
        ["name"] = name,
        ["newly_created"] = true,
        ["last_message_id"] = null,
        ["rate_limit_per_user"] = 0,
        ["member_count"] = 1,
        ["message_count"] = 0,
        ["flags"] = 0,
        ["thread_metadata"] = new JsonObject { ["archived"] = false, ["archive_timestamp"] = Now, ["auto_archive_duration"] = 1440, ["locked"] = false, ["create_timestamp"] = Now },
    };

    internal static JsonObject Ready(GatewaySession session, string url, IEnumerable<string> guilds) => new()
    {
        ["v"] = 10,
        ["session_id"] = session.Id,
        ["resume_gateway_url"] = url,
        ["shard"] = new JsonArray(session.Shard, session.Shards),
        ["user"] = User(InteractionJson.Application, "NewsBot", isBot: true),
        ["application"] = new JsonObject { ["id"] = InteractionJson.Application, ["flags"] = 0 },
        ["private_channels"] = new JsonArray(),
        ["guilds"] = new JsonArray([.. guilds.Where(session.SeesGuild).Select(guild => new JsonObject { ["id"] = guild, ["unavailable"] = true })]),
    };

    internal static JsonObject Guild(string guild) => new()
    {
        ["id"] = guild,
        ["name"] = "Harbor Herald Readers",
        ["unavailable"] = false,
        ["owner_id"] = "492585772646531085",
        ["preferred_locale"] = "en-GB",
        ["member_count"] = 4,
        ["joined_at"] = Now,
        ["large"] = false,
        ["verification_level"] = 1,
        ["default_message_notifications"] = 1,
        ["explicit_content_filter"] = 2,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["premium_tier"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["system_channel_flags"] = 0,
        ["afk_timeout"] = 300,
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["threads"] = new JsonArray(),
        ["roles"] = new JsonArray(
            Role(guild, "@everyone", "1689161245772864"),
            Role("1435191843225731075", "NewsBot", (311385508928 | (1L << 35) | (1L << 38)).ToString())),
        ["members"] = new JsonArray(new JsonObject
        {
            ["user"] = User(InteractionJson.Application, "NewsBot", isBot: true),
            ["roles"] = new JsonArray("1435191843225731075"),
            ["joined_at"] = Now,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
        }),
        ["channels"] = guild == InteractionJson.Guild
            ? new JsonArray(Channel(InteractionJson.Channel, "ask-the-archive", 0), Channel(InteractionJson.Forum, "questions", ForumType))
            : new JsonArray(Channel(guild[..^1] + "7", "general", 0)),
    };

    internal static JsonObject WithoutWithheldContent(JsonObject data)
    {
        var isMessage = data["content"] is not null && data["author"] is not null;
        var isDirect = data["guild_id"] is null;
        var isOwnOrNamed = isMessage && (data["author"]!["id"]!.GetValue<string>() == InteractionJson.Application
            || data["mentions"]!.AsArray().Any(user => user!["id"]!.GetValue<string>() == InteractionJson.Application));
        if (!isMessage || isDirect || isOwnOrNamed)
        {
            return data;
        }

        var withheld = data.DeepClone().AsObject();
        withheld["content"] = "";
        return withheld;
    }

    private static JsonObject User(string id, string name, bool isBot) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["discriminator"] = "0",
        ["global_name"] = null,
        ["avatar"] = null,
        ["bot"] = isBot,
        ["public_flags"] = 0,
    };

    private static JsonObject Role(string id, string name, string permissions) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["permissions"] = permissions,
        ["position"] = 0,
        ["color"] = 0,
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };

    private static JsonObject Channel(string id, string name, int type)
    {
        var channel = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["name"] = name,
            ["position"] = 0,
            ["permission_overwrites"] = new JsonArray(),
            ["parent_id"] = null,
            ["topic"] = null,
            ["nsfw"] = false,
            ["rate_limit_per_user"] = 0,
            ["last_message_id"] = null,
            ["flags"] = 0,
        };
        if (type == ForumType)
        {
            channel["available_tags"] = new JsonArray();
            channel["default_forum_layout"] = 0;
            channel["default_sort_order"] = null;
            channel["default_reaction_emoji"] = null;
        }

        return channel;
    }
}
