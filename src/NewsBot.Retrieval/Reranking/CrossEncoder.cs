using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Encoders;

namespace NewsBot.Retrieval.Reranking;

/// <summary>
/// An ONNX model that reads a question and a passage together and gives one number, the larger the better it answers. Nothing is loaded before the first
/// question. Safe for several threads.
/// </summary>
internal sealed class CrossEncoder(string folder, EmbeddingsOptions options) : IDisposable
{
    /// <summary>The most tokens of the question: the passage shall keep most of the room.</summary>
    private const int QuestionTokens = 64;

    private readonly Lock loading = new();
    private LoadedModel? loaded;

    /// <summary>How likely each passage answers the question, 0 to 1: the logistic of the model's number.</summary>
    /// <exception cref="EmbeddingUnavailableException">The model is missing, damaged, or gives something else than one number.</exception>
    public Task<IReadOnlyList<double>> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        Task.Run(() => Score(question, passages, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => loaded?.Dispose();

    private IReadOnlyList<double> Score(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        var (model, pieces, card) = Load();
        var asked = pieces.Encode(question, QuestionTokens);
        var pairs = passages.Select(passage => (int[])[.. asked, .. pieces.Pieces(passage).Take(card.MaximumTokens - asked.Length - 1), pieces.End]).ToList();
        var scores = new double[passages.Count];
        foreach (var batch in EqualLengths.Batches(pairs, model.IsScaledPerRun))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ids = batch.SelectMany(place => pairs[place]).Select(id => (long)id).ToArray();
            var length = ids.Length / batch.Length;
            var types = Enumerable.Range(0, ids.Length).Select(i => i % length < asked.Length ? 0L : 1L).ToArray();
            var output = model.Run(ids, types, batch.Length);
            if (output.Numbers.Length != batch.Length || output.Numbers.Any(number => !float.IsFinite(number)))
            {
                throw new EmbeddingUnavailableException($"The model in {folder} gives [{string.Join(", ", output.Shape)}] numbers where a reranker gives one a text: set Reranking:Model to a cross-encoder.");
            }

            for (var i = 0; i < batch.Length; i++)
            {
                scores[batch[i]] = 1 / (1 + Math.Exp(-output.Numbers[i]));
            }
        }

        return scores;
    }

    private LoadedModel Load()
    {
        lock (loading)
        {
            return loaded ??= LoadedModel.Read(folder, options);
        }
    }
}
