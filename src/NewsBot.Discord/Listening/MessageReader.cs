using System.Text.Json;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Listening;

/// <summary>
/// Reads messages from the gateway's JSON, once, at the door. Messages in servers of whose channel nothing is known give none: NewsBot could
/// not tell whether it may answer there.
/// </summary>
/// <param name="self">NewsBot's own user.</param>
/// <param name="view">What is known of the channels.</param>
public sealed class MessageReader(Snowflake self, IServerView view)
{
    private const int Ordinary = 0;
    private const int Reply = 19;

    /// <summary>A message, or null where the event holds none that could be answered.</summary>
    public HeardMessage? Read(JsonElement data) =>
        data.Deserialize(WireSpokenJson.Default.WireSpokenMessage) is { Content: { } text } wire
        && Snowflake.TryParse(wire.Id, out var id)
        && Snowflake.TryParse(wire.ChannelId, out var channel)
        && Snowflake.TryParse(wire.Author?.Id, out var author)
            ? InPlace(wire, new HeardMessage
            {
                Id = id,
                Self = self,
                Author = author,
                IsFromPerson = wire is { Type: Ordinary or Reply, WebhookId: null, Author: { Bot: false, System: false } } && author != self,
                Channel = channel,
                Place = HeardPlace.Direct,
                Text = text,
                MentionsSelf = IsSelfNamed(wire, text),
                // A forwarded message (type 1) refers to another one, too, without answering it.
                RepliesTo = wire.MessageReference is { Type: 0 } reference ? Optional(reference.MessageId) : null,
                Roles = [.. (wire.Member?.Roles ?? []).Select(Optional).OfType<Snowflake>()],
            })
            : null;

    /// <summary>The messages that an event of deletion names.</summary>
    public static IReadOnlyList<Snowflake> ReadDeletion(JsonElement data) =>
        data.Deserialize(WireSpokenJson.Default.WireDeletion) is { } wire ? [.. (wire.Ids ?? []).Append(wire.Id).Select(Optional).OfType<Snowflake>()] : [];

    private HeardMessage? InPlace(WireSpokenMessage wire, HeardMessage message)
    {
        if (Optional(wire.GuildId) is not { } guild)
        {
            return message;
        }

        return view.Find(guild, message.Channel, message.Author) is { } channel
            ? message with
            {
                Guild = guild,
                Place = channel.IsThread ? HeardPlace.Thread : HeardPlace.Channel,
                ParentChannel = channel.Parent,
                // A forum's post has the id of the message that begins it.
                PostTitle = message.Id == message.Channel ? channel.PostTitle : null,
                IsInOwnThread = channel.IsThread && channel.Owner == self,
                OwnPermissions = channel.OwnPermissions,
                UserPermissions = channel.MemberPermissions,
                Locale = channel.Locale,
            }
            : null;
    }

    private bool IsSelfNamed(WireSpokenMessage wire, string text) =>
        (wire.Mentions ?? []).Any(user => Optional(user.Id) == self)
        || text.Contains($"<@{self}>", StringComparison.Ordinal)
        || text.Contains($"<@!{self}>", StringComparison.Ordinal);

    private static Snowflake? Optional(string? text) => Snowflake.TryParse(text, out var id) ? id : null;
}
