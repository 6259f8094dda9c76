using NewsBot.Answering;

namespace NewsBot.Discord.Rendering;

/// <summary>Everything that NewsBot says in Discord: a closed set, so that one renderer knows all of it.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>The archive is being searched.</summary>
    /// <param name="Articles">How many articles it holds.</param>
    public sealed record Searching(long Articles) : Reply;

    /// <summary>Evidence is being read.</summary>
    /// <param name="Passages">How many passages.</param>
    public sealed record Reading(int Passages) : Reply;

    /// <summary>The sentences accepted so far.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="Claims">The sentences, at least one.</param>
    public sealed record Growing(string Question, IReadOnlyList<AnsweredClaim> Claims) : Reply;

    /// <summary>A complete answer.</summary>
    /// <param name="Answer">The answer, with at least one sentence.</param>
    public sealed record Answered(Answer Answer) : Reply;

    /// <summary>The archive does not answer.</summary>
    /// <param name="Answer">The answer, without sentences, perhaps with leads.</param>
    public sealed record NotInArchive(Answer Answer) : Reply;

    /// <summary>A short message from NewsBot itself: a refusal, a failure, a confirmation. Says what to do next.</summary>
    /// <param name="Text">The text, with everything in it that came from outside escaped.</param>
    public sealed record Notice(string Text) : Reply;
}
