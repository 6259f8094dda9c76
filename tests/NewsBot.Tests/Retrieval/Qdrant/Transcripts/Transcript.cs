using System.Text.Json.Nodes;
using NewsBot.Fakes;

namespace NewsBot.Tests.Retrieval.Qdrant.Transcripts;

/// <summary>One recorded scenario: calls to a real server, in order, with its answers.</summary>
internal sealed record Transcript(string Scenario, string? ApiKey, string? ReadOnlyApiKey, IReadOnlyList<TranscriptStep> Steps)
{
    public static string Folder { get; } = SharedData.PathOf("qdrant-transcripts");

    public static Transcript Read(string scenario)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, scenario + ".json")))!;
        return new Transcript(
            scenario,
            (string?)json["server"]!["api_key"],
            (string?)json["server"]!["read_only_api_key"],
            [.. json["steps"]!.AsArray().Select(step => new TranscriptStep(step!.AsObject()))]);
    }
}

/// <summary>One call and its answer.</summary>
internal sealed class TranscriptStep(JsonObject json)
{
    public string Name => (string)json["name"]!;

    /// <summary>As in "qdrant.Points/Query".</summary>
    public string Rpc => (string)json["rpc"]!;

    public string? RequestType => (string?)json["request_type"];

    public JsonNode? Request => json["request"];

    /// <summary>The collection that the call names; empty for calls on none.</summary>
    public string Collection => (string?)json["request"]?["collection_name"] ?? "";

    public string? RequestBytes => (string?)json["request_base64"];

    public IEnumerable<KeyValuePair<string, string>> Metadata =>
        json["metadata"] is JsonObject metadata ? metadata.Select(pair => new KeyValuePair<string, string>(pair.Key, (string)pair.Value!)) : [];

    public string? ResponseType => (string?)json["response_type"];

    public JsonNode? Response => json["response"];

    public int StatusNumber => json["status"] is { } status ? (int)status["number"]! : 0;

    public string StatusDetails => (string?)json["status"]?["details"] ?? "";

    public IReadOnlyList<string> Ignored => Paths("ignore");

    public IReadOnlyList<string> Unordered => Paths("unordered");

    public bool HasTies => (bool?)json["match"]?["ties"] ?? false;

    private List<string> Paths(string kind) =>
        json["match"]?[kind] is JsonArray paths ? [.. paths.Select(path => (string)path!)] : [];
}
