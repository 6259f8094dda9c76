using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>How NewsBot responds to an interaction in the first moment: a closed set that each transport translates.</summary>
public abstract record InteractionResponse
{
    private InteractionResponse()
    {
    }

    /// <summary>A reply at once, for what needs no search.</summary>
    /// <param name="Reply">The reply; one without files.</param>
    /// <param name="IsPrivate">Whether only the person sees it.</param>
    public sealed record Now(Reply Reply, bool IsPrivate = true) : InteractionResponse;

    /// <summary>"NewsBot is thinking…"; the work then shows replies as it gets on.</summary>
    /// <param name="IsPrivate">Whether only the person sees it; this cannot be changed later.</param>
    /// <param name="Work">The work.</param>
    /// <param name="OutlivesToken">Whether the work goes on when the answer can no longer be edited; else it is ended shortly before.</param>
    public sealed record Later(bool IsPrivate, Func<IReplyTarget, CancellationToken, Task> Work, bool OutlivesToken = false) : InteractionResponse;

    /// <summary>Choices for an option.</summary>
    /// <param name="Choices">At most 25.</param>
    public sealed record Offer(IReadOnlyList<Choice> Choices) : InteractionResponse;

    /// <summary>A form to fill in. Not in response to a form.</summary>
    /// <param name="Form">The form.</param>
    public sealed record Open(FormSpec Form) : InteractionResponse;

    /// <summary>A reply in place of the message with the component that was used.</summary>
    /// <param name="Reply">The reply; one without files.</param>
    public sealed record Replace(Reply Reply) : InteractionResponse;

    /// <summary>The interaction was begun before; nothing is to be done.</summary>
    public sealed record Repeated : InteractionResponse;
}
