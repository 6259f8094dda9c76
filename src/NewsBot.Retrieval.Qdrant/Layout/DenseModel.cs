using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace NewsBot.Retrieval.Qdrant.Layout;

/// <summary>The embedding model whose vectors a collection holds.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Dimensions">The size of its vectors.</param>
internal sealed partial record DenseModel(string Name, int Dimensions)
{
    /// <summary>How collections without vectors of a model are called.</summary>
    public const string NoModel = "lexical";

    /// <summary>The model of a generator, where it tells both its name and its size.</summary>
    public static DenseModel? Of(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        generator?.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata { DefaultModelId: { } name, DefaultModelDimensions: { } size }
            ? new DenseModel(name, size)
            : null;

    /// <summary>The part of a collection's name that says which model it belongs to.</summary>
    public static string SlugOf(DenseModel? model) => model is null ? NoModel : OtherCharacters().Replace(model.Name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex OtherCharacters();
}
