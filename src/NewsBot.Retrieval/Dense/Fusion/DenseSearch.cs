using Microsoft.Extensions.Logging;
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

/// <summary>Reads questions in the model of the vectors in use: of a new model only once it has as many articles as the former one.</summary>
internal sealed class DenseSearch(VectorFolder vectors, TextEncoders encoders, EmbeddingsOptions options, TimeProvider clock, ILogger logger)
{
    private readonly QuestionEncoding questions = new(options, clock, logger);

    /// <summary>Reads a question; never throws but for cancellation.</summary>
    public async ValueTask<AskedMeaning> AskAsync(ArchiveName archive, string question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question) || InUse(archive) is not { Articles: > 0 } table || encoders.For(table.Layout.Model) is not { } generator)
        {
            return AskedMeaning.Nothing;
        }

        var encoded = await questions.EncodeAsync(generator, question, cancellationToken);
        return encoded.Vector is { } vector ? new AskedMeaning(table, vector, Note: null) : AskedMeaning.Nothing with { Note = encoded.Note };
    }

    /// <summary>The vectors that questions are compared with now; null where there are none.</summary>
    public VectorTable? InUse(ArchiveName archive)
    {
        var own = encoders.Model is { } model ? vectors.Find(archive, model) : null;
        var others = vectors.All(archive).Where(table => table.Layout.Model != encoders.Model && encoders.For(table.Layout.Model) is not null);
        return others.Append(own).OfType<VectorTable>().OrderByDescending(table => table.Articles).ThenByDescending(table => ReferenceEquals(table, own)).FirstOrDefault();
    }
}
