using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Privacy;

/// <summary><c>/privacy</c>: what is kept of the person who asks, with a button that deletes it.</summary>
public sealed class PrivacyCommand(ArchiveStore store) : ICommand
{
    /// <inheritdoc/>
    public string Path => "privacy";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        var kept = store.Readers.CountOf(command.Origin.User.ToString());
        return new InteractionResponse.Now(new Reply.Confirm(
            texts["KeptOfYou", kept.Answers, kept.Feedback, kept.Gaps], ButtonAction.Forget, "all", texts["ButtonForget"]));
    }
}

/// <summary>The button that deletes everything kept of a person.</summary>
public sealed class ForgetButton(ArchiveStore store) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Forget;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload)
    {
        store.Readers.Forget(component.Origin.User.ToString());
        return new InteractionResponse.Replace(new Reply.Notice(ReplyTexts.For(component.Origin.Locale)["Forgotten"]));
    }
}
