using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Responding;

/// <summary>
/// The one message in which a reply is shown and replaced: the answer to an interaction, or a message in a channel. Whoever writes to it
/// does so one call at a time.
/// </summary>
public interface IReplyTarget
{
    /// <summary>The message in which replies are shown; null before the first, and where only one person sees it.</summary>
    PostedMessage? Posted { get; }

    /// <summary>Whether states of waiting are shown; not where something else shows that NewsBot is at work.</summary>
    bool ShowsWaiting { get; }

    /// <summary>Shows a reply in place of what was shown before. That it could not be shown is a value, since people and limits cause it.</summary>
    Task<ShowOutcome> ShowAsync(Reply reply, CancellationToken cancellationToken);
}

/// <summary>A message of NewsBot's.</summary>
/// <param name="Channel">The channel or thread.</param>
/// <param name="Message">The message.</param>
public readonly record struct PostedMessage(Snowflake Channel, Snowflake Message);

/// <summary>What became of showing a reply.</summary>
public abstract record ShowOutcome
{
    private ShowOutcome()
    {
    }

    /// <summary>It is shown.</summary>
    public sealed record Shown : ShowOutcome;

    /// <summary>Too much was sent; it, or something newer, can be shown after a while.</summary>
    /// <param name="RetryAfter">After how long.</param>
    public sealed record TooOften(TimeSpan RetryAfter) : ShowOutcome;

    /// <summary>There is nothing to show it in any more: the message was deleted or its token has died. Work for it can stop.</summary>
    public sealed record Gone : ShowOutcome;
}
