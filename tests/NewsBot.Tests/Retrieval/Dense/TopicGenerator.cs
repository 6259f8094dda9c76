using Microsoft.Extensions.AI;
using NewsBot.Retrieval.Dense;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>
/// Makes vectors that can be foretold: the first two words mean the same here and have the first dimension, everything else has the second; further
/// words only widen the vectors.
/// </summary>
internal sealed class TopicGenerator(params string[] words) : IEmbeddingGenerator<string, Embedding<float>>
{
    public string Name { get; init; } = "topic-model";

    /// <summary>What goes wrong from now on, or null.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How many texts were embedded.</summary>
    public int Made { get; private set; }

    /// <summary>The texts of each request.</summary>
    public List<IReadOnlyList<string>> Requests { get; } = [];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Failure is { } failure)
        {
            throw failure;
        }

        var texts = values.ToList();
        Requests.Add(texts);
        Made += texts.Count;
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(value => new Embedding<float>(VectorOf(value)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata)
        ? new EmbeddingGeneratorMetadata("test", null, Name, words.Length)
        : null;

    public void Dispose()
    {
    }

    private float[] VectorOf(string value)
    {
        var vector = new float[words.Length];
        var isTopic = value.Contains(words[0], StringComparison.OrdinalIgnoreCase) || value.Contains(words[1], StringComparison.OrdinalIgnoreCase);
        vector[isTopic ? 0 : 1] = 1;
        return vector;
    }
}
