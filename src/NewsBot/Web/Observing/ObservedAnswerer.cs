using System.Diagnostics;
using System.Runtime.CompilerServices;
using NewsBot.Answering;

namespace NewsBot.Web.Observing;

/// <summary>Answers as the answerer inside does, counts what became of each question and notes it in the log of questions.</summary>
internal sealed class ObservedAnswerer(IQuestionAnswerer inner, QuestionFigures figures, QuestionJournal journal) : IQuestionAnswerer
{
    /// <inheritdoc/>
    public IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, CancellationToken cancellationToken) =>
        CountedAsync(question, inner.AnswerAsync(question, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<AnswerProgress> CountedAsync(
        Question question, IAsyncEnumerable<AnswerProgress> answering, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var trace = figures.Begin(question);
        var started = Stopwatch.GetTimestamp();
        await using var steps = answering.GetAsyncEnumerator(cancellationToken);
        var isComplete = false;
        var hasFailed = true;
        try
        {
            while (await NextAsync(steps, trace))
            {
                if (steps.Current is AnswerProgress.Completed completed)
                {
                    figures.Count(completed.Answer, trace);
                    journal.Note(question, completed.Answer, Stopwatch.GetElapsedTime(started));
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
                var outcome = hasFailed && !cancellationToken.IsCancellationRequested ? "failed" : "given_up";
                figures.CountUnanswered(outcome, trace);
                journal.Note(question, outcome, Stopwatch.GetElapsedTime(started));
            }
        }
    }

    // Between two steps the reader's own code ran, so the question's span has to be made the current one again.
    private static ValueTask<bool> NextAsync(IAsyncEnumerator<AnswerProgress> steps, Activity? trace)
    {
        Activity.Current = trace ?? Activity.Current;
        return steps.MoveNextAsync();
    }
}
