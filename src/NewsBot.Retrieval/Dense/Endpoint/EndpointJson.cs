using System.Text.Json.Serialization;

namespace NewsBot.Retrieval.Dense.Endpoint;

/// <summary>A request for embeddings, as OpenAI's API takes it.</summary>
internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Input, string EncodingFormat = "float");

/// <summary>Its answer.</summary>
internal sealed record EmbeddingAnswer(IReadOnlyList<EmbeddingItem>? Data, EmbeddingTokens? Usage);

/// <summary>One vector of an answer.</summary>
internal sealed record EmbeddingItem(int? Index, float[]? Embedding);

/// <summary>What an answer cost.</summary>
internal sealed record EmbeddingTokens(long? TotalTokens);

/// <summary>JSON of the endpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingAnswer))]
internal sealed partial class EndpointJson : JsonSerializerContext;
