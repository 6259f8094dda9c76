namespace NewsBot.Answering;

/// <summary>
/// Answers questions from an archive. Without a model the answer is extractive, with one it is generated; either way nothing
/// is yielded that the verifier has not accepted.
/// </summary>
public interface IQuestionAnswerer
{
    /// <summary>
    /// The steps towards an answer, ending with exactly one <see cref="AnswerProgress.Completed"/>. A question that is empty or
    /// too long is refused with <see cref="ArgumentException"/>, whose message is fit for the person who asked.
    /// </summary>
    IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, CancellationToken cancellationToken);
}

/// <summary>A step towards an answer, as people are shown it.</summary>
public abstract record AnswerProgress
{
    private AnswerProgress()
    {
    }

    /// <summary>The archive is being searched.</summary>
    /// <param name="Articles">How many articles it holds.</param>
    public sealed record Searching(long Articles) : AnswerProgress;

    /// <summary>Evidence was found and is being read.</summary>
    /// <param name="Passages">How many passages.</param>
    public sealed record Reading(int Passages) : AnswerProgress;

    /// <summary>A sentence was accepted by the verifier; its citation numbers never change from here on.</summary>
    /// <param name="Claim">The sentence.</param>
    /// <param name="Citations">All citations so far, by number.</param>
    public sealed record SentenceAccepted(AnsweredClaim Claim, IReadOnlyList<Citation> Citations) : AnswerProgress;

    /// <summary>The answer is complete.</summary>
    /// <param name="Answer">The whole answer.</param>
    public sealed record Completed(Answer Answer) : AnswerProgress;
}

/// <summary>Ways to ask that need no intermediate steps.</summary>
public static class QuestionAnswererExtensions
{
    /// <summary>The finished answer.</summary>
    public static async Task<Answer> AnswerCompletelyAsync(this IQuestionAnswerer answerer, Question question, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var step in answerer.AnswerAsync(question, cancellationToken))
        {
            answer = step is AnswerProgress.Completed completed ? completed.Answer : answer;
        }

        return answer ?? throw new InvalidOperationException("The answerer ended without an answer.");
    }
}
