namespace NewsBot.Archive;

/// <summary>How a given answer stands against the articles as they are now.</summary>
public enum AnswerStanding
{
    /// <summary>Every sentence is still borne out.</summary>
    Stands,

    /// <summary>A cited article was corrected, and a sentence is no longer borne out.</summary>
    Outdated,

    /// <summary>A cited article was withdrawn from the archive.</summary>
    Withdrawn,
}

/// <summary>A place where an answer was posted whose readers do not know yet how it stands.</summary>
/// <param name="Archive">The archive the answer was drawn from.</param>
/// <param name="Answer">The answer's identity.</param>
/// <param name="Place">Where it was posted, in the words of whoever posted it.</param>
/// <param name="Standing">How the answer stands.</param>
/// <param name="Reason">Why, as one line for readers; empty where it stands.</param>
public sealed record AnswerPost(ArchiveName Archive, Guid Answer, string Place, AnswerStanding Standing, string Reason);
