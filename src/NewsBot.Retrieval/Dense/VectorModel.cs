using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace NewsBot.Retrieval.Dense;

/// <summary>What made a set of vectors; vectors of two models cannot be compared.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Dimensions">How many numbers a vector has.</param>
public sealed partial record VectorModel(string Name, int Dimensions)
{
    /// <summary>The most dimensions that are taken: models have up to 4,096.</summary>
    public const int MostDimensions = 8_192;

    /// <summary>The name as a part of other names: a-z, 0-9 and single hyphens.</summary>
    public string Slug => OtherCharacters().Replace(Name.ToLowerInvariant(), "-").Trim('-');

    /// <summary>The model of a generator, where it tells both its name and its size.</summary>
    public static VectorModel? Of(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        generator?.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata { DefaultModelId: { } name, DefaultModelDimensions: { } size }
            ? new VectorModel(name, size)
            : null;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Dimensions} dimensions)");

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex OtherCharacters();
}
