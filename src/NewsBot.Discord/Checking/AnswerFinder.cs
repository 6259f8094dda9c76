using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;

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
