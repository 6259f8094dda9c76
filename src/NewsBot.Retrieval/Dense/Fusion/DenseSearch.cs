using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Vectors;

namespace NewsBot.Retrieval.Dense.Fusion;

/// <summary>A question as its meaning: where to look, and the direction to look in.</summary>
/// <param name="Table">The vectors to compare with; null where meaning cannot count.</param>
/// <param name="Vector">The question's vector, of the same model.</param>
/// <param name="Note">What people should know of it, or null.</param>
internal sealed record AskedMeaning(VectorTable? Table, ReadOnlyMemory<float> Vector, string? Note)
{
    public static AskedMeaning Nothing { get; } = new(null, default, null);
}

/// <summary>
/// Makes questions' vectors, in the model of the vectors in use: of a new model only once it has as many articles as the former one. What goes wrong
/// costs no reader the answer: the search goes on by words alone, and says so.
/// </summary>
internal sealed partial class DenseSearch(VectorFolder vectors, TextEncoders encoders, EmbeddingsOptions options, TimeProvider clock, ILogger logger)
{
    /// <summary>How long an encoder that failed is left alone: no question shall wait for one that is away.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private long failedAt;
    private volatile string? failure;

    /// <summary>Reads a question; never throws but for cancellation.</summary>
    public async ValueTask<AskedMeaning> AskAsync(ArchiveName archive, string question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question) || InUse(archive) is not { Articles: > 0 } table || encoders.For(table.Layout.Model) is not { } generator)
        {
            return AskedMeaning.Nothing;
        }

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
            return new AskedMeaning(table, vector, Note: null);
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

    /// <summary>The vectors that questions are compared with now; null where there are none.</summary>
    public VectorTable? InUse(ArchiveName archive)
    {
        var own = encoders.Model is { } model ? vectors.Find(archive, model) : null;
        var others = vectors.All(archive).Where(table => table.Layout.Model != encoders.Model && encoders.For(table.Layout.Model) is not null);
        return others.Append(own).OfType<VectorTable>().OrderByDescending(table => table.Articles).ThenByDescending(table => ReferenceEquals(table, own)).FirstOrDefault();
    }

    private AskedMeaning Failed(string reason, Exception? exception)
    {
        failure = reason;
        Interlocked.Exchange(ref failedAt, clock.GetTimestamp());
        LogFailed(logger, reason, exception);
        return Without(reason);
    }

    private static AskedMeaning Without(string reason) => new(null, default, $"Searched by words alone: {reason}.");

    [LoggerMessage(EventId = 4110, Level = LogLevel.Warning, Message = "A question was searched by words alone: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason, Exception? exception);
}
