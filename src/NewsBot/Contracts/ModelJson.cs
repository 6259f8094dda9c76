using NewsBot.Retrieval.Dense.Models;

namespace NewsBot.Contracts;

/// <summary>What <c>models list --json</c> prints.</summary>
/// <param name="Folder">Where models lie.</param>
/// <param name="Models">Those that are here and those that can be pulled.</param>
internal sealed record ModelsJson(string Folder, IReadOnlyList<ModelJson> Models);

/// <summary>One model; size in bytes.</summary>
internal sealed record ModelJson(string Name, bool Here, bool Used, long Bytes, int? Dimensions, string? Licence, string? Problem)
{
    public static ModelJson From(ListedModel model, bool isUsed) => new(model.Name, model.IsHere, isUsed, model.Bytes, model.Dimensions, model.Licence, model.Problem);
}
