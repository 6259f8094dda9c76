using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord.Listening;

/// <summary>Messages as whoever listens hands them in.</summary>
internal static class HeardMessages
{
    public const string Mention = $"<@{InteractionJson.Application}> ";

    public static Snowflake Self { get; } = Snowflake.Parse(InteractionJson.Application);

    public static Snowflake Channel { get; } = Snowflake.Parse(InteractionJson.Channel);

    public static Listener Listener(this DiscordHost host) => host.Services.GetRequiredService<Listener>();

    /// <summary>A message in a channel that names NewsBot.</summary>
    public static HeardMessage Asking(this FakeDiscord discord, string question, string user = "565898851123331084") => new()
    {
        Id = new Snowflake(discord.NewMessageId()),
        Self = Self,
        Author = Snowflake.Parse(user),
        IsFromPerson = true,
        Channel = Channel,
        Place = HeardPlace.Channel,
        Guild = Snowflake.Parse(InteractionJson.Guild),
        Text = Mention + question,
        MentionsSelf = true,
        OwnPermissions = Permissions.Administrator,
        UserPermissions = Permissions.SendMessages,
        Locale = "en-GB",
    };

    /// <summary>A message that is said to nobody in particular.</summary>
    public static HeardMessage Saying(this FakeDiscord discord, string text) => discord.Asking("") with { Text = text, MentionsSelf = false };

    /// <summary>The answer to a message once it looks final.</summary>
    public static Task<FakeMessage> AnswerToAsync(this FakeDiscord discord, HeardMessage question) =>
        discord.ChannelMessageWhenAsync(message => message.RepliesTo == question.Id.Value && (message.LooksFinal || message.Buttons.Count > 0));
}
