using System.Runtime.CompilerServices;
using NewsBot.Answering;

namespace NewsBot.Web.Observing;

/// <summary>Answers as the answerer inside does, and counts what became of each question.</summary>
internal sealed class ObservedAnswerer(IQuestionAnswerer inner, QuestionFigures figures) : IQuestionAnswerer
{
    /// <inheritdoc/>
    public IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, CancellationToken cancellationToken) =>
        CountedAsync(question, inner.AnswerAsync(question, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<AnswerProgress> CountedAsync(
        Question question, IAsyncEnumerable<AnswerProgress> answering, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var trace = figures.Begin(question);
        await using var steps = answering.GetAsyncEnumerator(cancellationToken);
        var isComplete = false;
        var hasFailed = true;
        try
        {
            while (await steps.MoveNextAsync())
            {
                if (steps.Current is AnswerProgress.Completed completed)
                {
                    figures.Count(completed.Answer, trace);
                    isComplete = true;
                }

                hasFailed = false;
                yield return steps.Current;
                hasFailed = true;
            }
        }
        finally
        {
            if (!isComplete)
            {
                figures.CountUnanswered(hasFailed && !cancellationToken.IsCancellationRequested ? "failed" : "given_up", trace);
            }
        }
    }
}
