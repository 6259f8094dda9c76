using System.Runtime.CompilerServices;
using NewsBot.Answering;

namespace NewsBot.Tests.Web;

/// <summary>Gives the answer that a test states, in the steps in which a real one comes.</summary>
internal sealed class ScriptedAnswerer(Func<Question, Answer> answer) : IQuestionAnswerer
{
    public async IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        var complete = answer(question);
        yield return new AnswerProgress.Searching(complete.ArticlesSearched);
        foreach (var claim in complete.Claims)
        {
            yield return new AnswerProgress.SentenceAccepted(claim, complete.Citations);
        }

        yield return new AnswerProgress.Completed(complete);
    }
}
