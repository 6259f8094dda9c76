using Microsoft.Extensions.AI;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>Vectors of 64 dimensions from a text's words, each in a dimension of its own choosing: near where words are shared, as far as a test needs.</summary>
internal sealed class WordBagGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 64;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(VectorOf(value)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, "word-bag", Dimensions) : null;

    public void Dispose()
    {
    }

    private static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '\n', '.', ',', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            vector[word.Aggregate(17, (hash, letter) => ((hash * 31) + letter) & 0xFFFFFF) % Dimensions] += 1;
        }

        // Never without a direction.
        vector[0] += .01f;
        return vector;
    }
}
