using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Checking;

/// <summary>"Show quotes": the verbatim quotes behind an answer, for the person who pressed it.</summary>
public sealed class QuotesButton(AnswerFinder finder) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Quotes;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload) => finder.Find(component.Origin, payload) is { } found
        ? new InteractionResponse.Now(new Reply.Quotes(found.Answer.Id, found.Citations))
        : new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(component.Origin.Locale)["Expired"]));
}

/// <summary>The menu under quotes: the paragraph around the chosen citation.</summary>
public sealed class ContextMenu(AnswerFinder finder) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Context;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload)
    {
        var chosen = component.Values is [var value, ..] && int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        var citation = finder.Find(component.Origin, payload)?.Citations.FirstOrDefault(candidate => candidate.Number == chosen);
        return new InteractionResponse.Now(citation is null
            ? new Reply.Notice(ReplyTexts.For(component.Origin.Locale)["CitationsGone"])
            : new Reply.Surroundings(citation));
    }
}
