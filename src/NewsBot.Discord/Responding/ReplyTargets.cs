using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>Makes the places where replies are shown, each in its reader's language.</summary>
public sealed class ReplyTargets(DiscordRestClient rest, ArticleLinks links, TimeProvider time)
{
    /// <summary>The first answer to an interaction.</summary>
    public IReplyTarget For(InteractionOrigin origin) => new InteractionReplyTarget(rest, origin, RendererFor(origin), time);

    /// <summary>What draws replies for the person behind an interaction.</summary>
    public ReplyRenderer RendererFor(InteractionOrigin origin) => new(ReplyTexts.For(origin.Locale), links, time);
}
