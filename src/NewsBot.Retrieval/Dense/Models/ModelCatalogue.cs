using NewsBot.Retrieval.Dense.Encoders;

namespace NewsBot.Retrieval.Dense.Models;

/// <summary>A file of a model that can be pulled.</summary>
/// <param name="Path">Where it lies in the repository.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, in lower-case hexadecimal.</param>
public sealed record ModelPart(string Path, long Bytes, string Sha256);

/// <summary>A model that <c>models pull NAME</c> knows, pinned by revision and hashes.</summary>
/// <param name="Card">What its card says of using it.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Revision">The revision in it.</param>
/// <param name="Parts">Its files.</param>
public sealed record CataloguedModel(EncoderCard Card, string Repository, string Revision, IReadOnlyList<ModelPart> Parts)
{
    /// <summary>What all files come to.</summary>
    public long Bytes => Parts.Sum(part => part.Bytes);
}

/// <summary>The models that can be pulled by name.</summary>
public static class ModelCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CataloguedModel> Models { get; } =
    [
        new(
            new EncoderCard { Name = "all-minilm-l6-v2", Dimensions = 384, MaximumTokens = 256, Licence = "Apache-2.0" },
            "sentence-transformers/all-MiniLM-L6-v2",
            "1110a243fdf4706b3f48f1d95db1a4f5529b4d41",
            [
                new("onnx/model.onnx", 90_405_214, "6fd5d72fe4589f189f8ebc006442dbb529bb7ce38f8082112682524616046452"),
                new("tokenizer.json", 466_247, "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
                new("vocab.txt", 231_508, "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
            ]),
        new(
            new EncoderCard
            {
                Name = "bge-small-en-v1.5",
                Dimensions = 384,
                Pooling = Pooling.FirstToken,
                QuestionPrefix = "Represent this sentence for searching relevant passages: ",
                Licence = "MIT",
            },
            "BAAI/bge-small-en-v1.5",
            "5c38ec7c405ec4b44b94cc5a9bb96e735b38267a",
            [
                new("onnx/model.onnx", 133_093_490, "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35"),
                new("tokenizer.json", 711_396, "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
            ]),
    ];

    /// <summary>The model of a name, in whatever case, or null.</summary>
    public static CataloguedModel? Find(string name) => Models.FirstOrDefault(model => string.Equals(model.Card.Name, name, StringComparison.OrdinalIgnoreCase));
}
