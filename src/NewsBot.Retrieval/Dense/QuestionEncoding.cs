using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace NewsBot.Retrieval.Dense;

/// <summary>A question's vector, or why there is none.</summary>
/// <param name="Vector">The vector; null where words alone count.</param>
/// <param name="Note">What people should know of it, or null.</param>
internal readonly record struct EncodedQuestion(ReadOnlyMemory<float>? Vector, string? Note);

/// <summary>
/// Makes questions' vectors. What goes wrong costs no reader the answer: the search goes on by words alone and says so, and a model that failed is left alone
/// for a while, so that no question waits for one that is away.
/// </summary>
internal sealed partial class QuestionEncoding(EmbeddingsOptions options, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private long failedAt;
    private volatile string? failure;

    /// <summary>The vector of a question; never throws but for cancellation.</summary>
    public async ValueTask<EncodedQuestion> EncodeAsync(IEmbeddingGenerator<string, Embedding<float>> generator, string question, CancellationToken cancellationToken)
    {
        if (failure is { } known && clock.GetElapsedTime(Interlocked.Read(ref failedAt)) < Pause)
        {
            return Without(known);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.QuestionSeconds));
        try
        {
            var vector = await EmbeddedTexts.AskAsync(generator, question, patience.Token);
            failure = null;
            return new EncodedQuestion(vector, Note: null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(FormattableString.Invariant($"the embedding model took longer than {options.QuestionSeconds} seconds"), exception: null);
        }
        catch (EmbeddingUnavailableException unavailable)
        {
            return Failed(unavailable.Message.TrimEnd('.'), unavailable);
        }
    }

    private EncodedQuestion Failed(string reason, Exception? exception)
    {
        failure = reason;
        Interlocked.Exchange(ref failedAt, clock.GetTimestamp());
        LogFailed(logger, reason, exception);
        return Without(reason);
    }

    private static EncodedQuestion Without(string reason) => new(null, $"Searched by words alone: {reason}.");

    [LoggerMessage(EventId = 4110, Level = LogLevel.Warning, Message = "A question was searched by words alone: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason, Exception? exception);
}
