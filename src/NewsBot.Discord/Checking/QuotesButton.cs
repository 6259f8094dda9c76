using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Checking;

/// <summary>A kept answer with its citations, found for the place in which a button was used.</summary>
/// <param name="Archive">The archive of the place.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Citations">Its citations whose articles are still there.</param>
public sealed record FoundAnswer(ArchiveName Archive, KeptAnswer Answer, IReadOnlyList<Citation> Citations);

/// <summary>Finds the answer that a button belongs to, in the archive of the place and nowhere else.</summary>
public sealed class AnswerFinder(ArchiveChoice archives, KeptAnswers answers)
{
    /// <summary>The answer, or null when it is not kept any more.</summary>
    public FoundAnswer? Find(InteractionOrigin origin, string payload) =>
        archives.For(origin) is { } archive && Guid.TryParseExact(payload, "N", out var id) && answers.Find(archive, id) is { } answer
            ? new FoundAnswer(archive, answer, answers.CitationsOf(answer, archive))
            : null;
}

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
