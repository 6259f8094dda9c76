using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Listening;

/// <summary>What is known of servers and their channels beside what events say; whoever keeps the connection knows it.</summary>
public interface IServerView
{
    /// <summary>A channel or thread of a server, as it is for one of its members; null where it is not known.</summary>
    ChannelView? Find(Snowflake guild, Snowflake channel, Snowflake member);
}

/// <summary>A channel or thread of a server.</summary>
public sealed record ChannelView
{
    /// <summary>Whether it is a thread or a forum's post.</summary>
    public required bool IsThread { get; init; }

    /// <summary>The channel or forum above a thread.</summary>
    public Snowflake? Parent { get; init; }

    /// <summary>The title, where it is a forum's post.</summary>
    public string? PostTitle { get; init; }

    /// <summary>Who began it, where it is a thread.</summary>
    public Snowflake? Owner { get; init; }

    /// <summary>What NewsBot may do there.</summary>
    public Permissions OwnPermissions { get; init; }

    /// <summary>What the member may do there.</summary>
    public Permissions MemberPermissions { get; init; }

    /// <summary>The server's language as Discord names it.</summary>
    public string Locale { get; init; } = "en-US";
}
