using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Security;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Responding;

/// <summary>Makes the places where replies are shown, each in its reader's language and with buttons that work only there.</summary>
public sealed class ReplyTargets(DiscordRestClient rest, ArticleLinks links, ButtonCodes codes, GuildBook guilds, IOptions<DiscordOptions> options, TimeProvider time)
{
    /// <summary>The first answer to an interaction.</summary>
    public IReplyTarget For(InteractionOrigin origin, bool isPrivate) => new InteractionReplyTarget(rest, origin, isPrivate, RendererFor(origin), time);

    /// <summary>The answer to a message, in its channel or in a thread; written over an earlier answer of NewsBot's if one is given.</summary>
    public ChannelReplyTarget ForMessage(InteractionOrigin origin, Snowflake channel, Snowflake? over) =>
        new(rest, channel, RendererFor(origin))
        {
            Answering = origin.AskingMessage,
            PointsBack = channel == origin.Channel,
            Over = over,
            ShowsWaiting = false,
        };

    /// <summary>A new message in the channel of an interaction; null where NewsBot may not write or has no token for it.</summary>
    public IReplyTarget? InChannel(InteractionOrigin origin) =>
        rest.HasBotToken && origin is { Channel: { } channel, InstalledGuild: not null } && origin.OwnPermissions.Grants(Permissions.ViewChannel | Permissions.SendMessages)
            ? new ChannelReplyTarget(rest, channel, RendererFor(origin))
            : null;

    /// <summary>What draws replies for the person behind an interaction.</summary>
    public ReplyRenderer RendererFor(InteractionOrigin origin)
    {
        var texts = ReplyTexts.For(origin.Locale);
        return new ReplyRenderer(texts, links, new ReplyButtons(codes, origin, texts), SkinFor(origin), time);
    }

    // The gateway's library cannot read back what the components are made of.
    private ReplySkin SkinFor(InteractionOrigin origin) => options.Value.Gateway ? ReplySkin.Classic
        : (origin.InstalledGuild is { } guild ? guilds.SettingsOf(guild).Layout : null) ?? options.Value.Layout;
}
