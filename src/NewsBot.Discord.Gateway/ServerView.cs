using Discord;
using Discord.WebSocket;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;

namespace NewsBot.Discord.Gateway;

/// <summary>What Discord.Net has learnt of servers and channels on its connections.</summary>
internal sealed class ServerView(DiscordShardedClient client) : IServerView
{
    /// <inheritdoc/>
    public ChannelView? Find(Snowflake guild, Snowflake channel, Snowflake member)
    {
        if (client.GetGuild(guild.Value) is not { CurrentUser: { } self } server || server.GetChannel(channel.Value) is not { } found)
        {
            return null;
        }

        var thread = found as SocketThreadChannel;

        // A thread's permissions are those of the channel that it hangs on.
        var ruling = thread?.ParentChannel ?? found;
        return new ChannelView
        {
            IsThread = thread is not null,
            Parent = thread?.ParentChannel is { } parent ? new Snowflake(parent.Id) : null,
            PostTitle = thread?.ParentChannel is SocketForumChannel ? thread.Name : null,
            Owner = thread is IThreadChannel { OwnerId: var owner } ? new Snowflake(owner) : null,
            OwnPermissions = (Permissions)self.GetPermissions(ruling).RawValue,
            MemberPermissions = server.GetUser(member.Value) is { } user ? (Permissions)(user.GetPermissions(ruling).RawValue | user.GuildPermissions.RawValue) : Permissions.None,
            Locale = server.PreferredLocale ?? "en-US",
        };
    }
}
