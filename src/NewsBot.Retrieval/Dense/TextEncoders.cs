using Microsoft.Extensions.AI;

namespace NewsBot.Retrieval.Dense;

/// <summary>
/// The generators by what they make: the configured one, and those of former models as long as their vectors are in use. Each is made once, when it
/// is first asked for.
/// </summary>
/// <param name="configured">The configured generator.</param>
/// <param name="former">Makes the generator of a former model, or gives null where it is not to be had any more.</param>
public sealed class TextEncoders(
    IEmbeddingGenerator<string, Embedding<float>> configured,
    Func<VectorModel, IEmbeddingGenerator<string, Embedding<float>>?> former) : IDisposable
{
    private readonly Lock making = new();
    private readonly Dictionary<VectorModel, IEmbeddingGenerator<string, Embedding<float>>?> formerOnes = [];

    /// <summary>The configured generator.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Configured => configured;

    /// <summary>The configured model; null where it cannot be told, since its folder is missing or damaged.</summary>
    public VectorModel? Model => VectorModel.Of(configured);

    /// <summary>The generator that makes vectors of a model, or null.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? For(VectorModel model)
    {
        if (model == Model)
        {
            return configured;
        }

        lock (making)
        {
            if (!formerOnes.TryGetValue(model, out var generator))
            {
                formerOnes[model] = generator = former(model) is { } made && VectorModel.Of(made) == model ? made : null;
            }

            return generator;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        configured.Dispose();
        foreach (var generator in formerOnes.Values)
        {
            generator?.Dispose();
        }
    }
}
