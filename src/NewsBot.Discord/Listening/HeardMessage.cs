using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Listening;

/// <summary>Where a message was written.</summary>
public enum HeardPlace
{
    /// <summary>A channel of a server.</summary>
    Channel,

    /// <summary>A thread under a channel's message, or a post of a forum.</summary>
    Thread,

    /// <summary>A direct message.</summary>
    Direct,
}

/// <summary>A message that somebody wrote, in NewsBot's own terms; whoever listens for NewsBot translates into it.</summary>
public sealed record HeardMessage
{
    /// <summary>The message's id; a repeated delivery has the same.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>NewsBot's own user, as messages name it.</summary>
    public required Snowflake Self { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Snowflake Author { get; init; }

    /// <summary>Whether a person wrote it by hand: no bot, no webhook, nothing that Discord wrote itself.</summary>
    public required bool IsFromPerson { get; init; }

    /// <summary>The channel, thread or direct message.</summary>
    public required Snowflake Channel { get; init; }

    /// <summary>What that is.</summary>
    public required HeardPlace Place { get; init; }

    /// <summary>The channel or forum above a thread.</summary>
    public Snowflake? ParentChannel { get; init; }

    /// <summary>The server; null in a direct message.</summary>
    public Snowflake? Guild { get; init; }

    /// <summary>The text as written. Empty where Discord withholds it from NewsBot.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it names NewsBot: by a mention, or by the ping of a reply.</summary>
    public bool MentionsSelf { get; init; }

    /// <summary>The message that it replies to.</summary>
    public Snowflake? RepliesTo { get; init; }

    /// <summary>The title of the forum post that this message begins.</summary>
    public string? PostTitle { get; init; }

    /// <summary>Whether it stands in a thread that NewsBot began.</summary>
    public bool IsInOwnThread { get; init; }

    /// <summary>What the author may do in this channel.</summary>
    public Permissions UserPermissions { get; init; }

    /// <summary>What NewsBot may do in this channel.</summary>
    public Permissions OwnPermissions { get; init; }

    /// <summary>The author's roles in this server.</summary>
    public IReadOnlyList<Snowflake> Roles { get; init; } = [];

    /// <summary>The server's language as Discord names it; a message does not say its author's.</summary>
    public string Locale { get; init; } = "en-US";
}
