using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>
/// A sentence encoder in ONNX (MiniLM, BGE, E5 and their like) from a folder. Nothing is loaded before the first text; vectors have length 1. Safe for
/// several threads.
/// </summary>
internal sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lock loading = new();
    private readonly string folder;
    private readonly EmbeddingsOptions options;
    private LoadedModel? loaded;
    private EncoderCard? card;

    /// <summary>Prepares the encoder of a folder; nothing is read yet.</summary>
    public OnnxEncoder(string folder, EmbeddingsOptions options) => (this.folder, this.options) = (folder, options);

    /// <inheritdoc/>
    /// <exception cref="EmbeddingUnavailableException">The model is missing, damaged, or of other dimensions than its card says.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        return Task.Run(() => Encode(texts, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? Card is { } known ? new EmbeddingGeneratorMetadata("onnx", null, known.Name, known.Dimensions) : null
        : serviceType == typeof(ModelPrefixes) ? new ModelPrefixes(options.QuestionPrefix ?? Card?.QuestionPrefix ?? "", options.PassagePrefix ?? Card?.PassagePrefix ?? "")
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => loaded?.Dispose();

    /// <summary>The card, or null where the folder has none that can be read; using the encoder then tells why.</summary>
    private EncoderCard? Card
    {
        get
        {
            try
            {
                return card ??= ModelFolder.Open(folder).Card;
            }
            catch (EmbeddingUnavailableException)
            {
                return null;
            }
        }
    }

    private GeneratedEmbeddings<Embedding<float>> Encode(List<string> texts, CancellationToken cancellationToken)
    {
        var (model, pieces, facts) = Load();
        var tokens = texts.Select(text => pieces.Encode(text, facts.MaximumTokens)).ToList();
        var embeddings = new Embedding<float>[texts.Count];
        foreach (var batch in EqualLengths.Batches(tokens, model.IsScaledPerRun))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ids = batch.SelectMany(place => tokens[place]).Select(id => (long)id).ToArray();
            var output = model.Run(ids, new long[ids.Length], batch.Length);
            for (var i = 0; i < batch.Length; i++)
            {
                embeddings[batch[i]] = new Embedding<float>(VectorOf(output, i, facts));
            }
        }

        return new GeneratedEmbeddings<Embedding<float>>(embeddings) { Usage = new UsageDetails { InputTokenCount = tokens.Sum(text => (long)text.Length) } };
    }

    private static float[] VectorOf(ModelOutput output, int text, EncoderCard facts)
    {
        if (output.Shape is not [_, .., var size] || size != facts.Dimensions || output.Shape.Length is not (2 or 3))
        {
            throw new EmbeddingUnavailableException(
                $"The embedding model '{facts.Name}' gives [{string.Join(", ", output.Shape)}] numbers where vectors of {facts.Dimensions} were expected: its {EncoderCard.FileName} or config.json belongs to another model.");
        }

        var numbers = output.Numbers.AsSpan(text * (output.Numbers.Length / (int)output.Shape[0]), output.Numbers.Length / (int)output.Shape[0]);
        var vector = new float[facts.Dimensions];
        if (output.Shape.Length == 2 || facts.Pooling == Pooling.FirstToken)
        {
            numbers[..vector.Length].CopyTo(vector);
        }
        else
        {
            for (var at = 0; at < numbers.Length; at += vector.Length)
            {
                TensorPrimitives.Add(vector, numbers.Slice(at, vector.Length), vector);
            }
        }

        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            throw new EmbeddingUnavailableException($"The embedding model '{facts.Name}' gave a vector without a direction for a text.") { IsOfTheText = true };
        }

        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }

    private LoadedModel Load()
    {
        lock (loading)
        {
            return loaded ??= LoadedModel.Read(folder, options);
        }
    }
}
