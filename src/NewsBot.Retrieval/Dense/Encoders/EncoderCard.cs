using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>How the vectors of a text's tokens become one.</summary>
public enum Pooling
{
    /// <summary>Their mean, the marks at beginning and end included.</summary>
    Mean,

    /// <summary>The first one's, that of [CLS].</summary>
    FirstToken,
}

/// <summary>What a model's card says of using it. <c>models pull</c> writes it beside the model as <c>newsbot-model.json</c>.</summary>
public sealed record EncoderCard
{
    /// <summary>The file that holds it.</summary>
    public const string FileName = "newsbot-model.json";

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many numbers a vector has; 1 for a reranker, which gives one score.</summary>
    public required int Dimensions { get; init; }

    /// <summary>How token vectors become one.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>Tokens that are read at most, the marks at beginning and end included.</summary>
    public int MaximumTokens { get; init; } = 512;

    /// <summary>What goes before a question.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>What goes before a passage.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Whether letters are made lower case and lose their accents before they are split.</summary>
    public bool LowerCase { get; init; } = true;

    /// <summary>Its licence, as an SPDX identifier; null where unknown.</summary>
    public string? Licence { get; init; }

    internal static EncoderCard? Parse(string json) => JsonSerializer.Deserialize(json, CardJson.Default.EncoderCard);

    internal string ToJson() => JsonSerializer.Serialize(this, CardJson.Default.EncoderCard);
}

/// <summary>JSON of model folders.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EncoderCard))]
[JsonSerializable(typeof(ModelConfiguration))]
[JsonSerializable(typeof(PoolingConfiguration))]
[JsonSerializable(typeof(LengthConfiguration))]
[JsonSerializable(typeof(TokenizerConfiguration))]
internal sealed partial class CardJson : JsonSerializerContext;

/// <summary>Of <c>config.json</c>.</summary>
internal sealed record ModelConfiguration(int? HiddenSize, int? MaxPositionEmbeddings, string? ModelType);

/// <summary>Of <c>1_Pooling/config.json</c>.</summary>
internal sealed record PoolingConfiguration(bool? PoolingModeClsToken, bool? PoolingModeMeanTokens);

/// <summary>Of <c>sentence_bert_config.json</c>.</summary>
internal sealed record LengthConfiguration(int? MaxSeqLength);

/// <summary>Of <c>tokenizer_config.json</c>.</summary>
internal sealed record TokenizerConfiguration(bool? DoLowerCase);
