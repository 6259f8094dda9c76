using System.Runtime.CompilerServices;
using NewsBot.Answering;

namespace NewsBot.Tests.Web;

/// <summary>Answering with an index or a model that is away: the failure is the one thing that the real parts do not give on demand.</summary>
internal sealed class FailingAnswerer(Exception failure) : IQuestionAnswerer
{
    public async IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return new AnswerProgress.Searching(1);
        throw failure;
    }
}
