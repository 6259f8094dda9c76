using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Retrieval.Qdrant.Transcripts;

/// <summary>
/// Compares an answer with the recorded one as the transcripts' rules say: floats within 1e-4, lists marked unordered as sets, items of
/// equal score in any order, and nothing that counts writes or depends on the moment.
/// </summary>
internal sealed class AnswerComparison(TranscriptStep step)
{
    private const double Tolerance = 1e-4;

    private static readonly HashSet<string> DependsOnTheMoment =
        ["operation_id", "version", "segments_count", "optimizer_status", "update_queue", "indexed_vectors_count", "time", "usage"];

    /// <summary>Where the answers differ first, or null.</summary>
    public string? FirstDifference(JsonNode? expected, JsonNode? actual) => Difference("", expected, actual);

    private string? Difference(string path, JsonNode? expected, JsonNode? actual)
    {
        if (step.Ignored.Contains(path))
        {
            return null;
        }

        return (expected, actual) switch
        {
            (JsonObject left, JsonObject right) => Difference(path, left, right),
            (JsonArray left, JsonArray right) => Difference(path, left, right),
            (JsonValue left, JsonValue right) => AreSame(left, right) ? null : $"{path}: expected {left.ToJsonString()}, got {right.ToJsonString()}",
            (null, null) => null,
            _ => $"{path}: expected {expected?.ToJsonString() ?? "nothing"}, got {actual?.ToJsonString() ?? "nothing"}",
        };
    }

    private string? Difference(string path, JsonObject expected, JsonObject actual) => expected.Select(pair => pair.Key)
        .Union(actual.Select(pair => pair.Key))
        .Where(key => !DependsOnTheMoment.Contains(key) && !(key == "status" && expected.ContainsKey("config")))
        .Select(key => Difference(path.Length == 0 ? key : path + "." + key, expected[key], actual[key]))
        .FirstOrDefault(difference => difference is not null);

    private string? Difference(string path, JsonArray expected, JsonArray actual)
    {
        if (expected.Count != actual.Count)
        {
            return $"{path}: expected {expected.Count} items, got {actual.Count}: {Short(expected)} / {Short(actual)}";
        }

        if (step.Unordered.Contains(path) || path.EndsWith(".fields", StringComparison.Ordinal))
        {
            return AsSets(path, expected, actual);
        }

        for (var i = 0; i < expected.Count; i++)
        {
            if (Difference(path, expected[i], actual[i]) is { } difference && !(step.HasTies && IsTied(expected, actual, i)))
            {
                return $"[{i}] {difference}";
            }
        }

        return null;
    }

    /// <summary>Another member of the same tie may stand here: the scores agree, and the tie's other members are not compared one by one.</summary>
    private static bool IsTied(JsonArray expected, JsonArray actual, int i)
    {
        var (left, right) = (Rank(expected[i]), Rank(actual[i]));
        return left is not null && right is not null && AreClose(left.Value, right.Value);
    }

    private static double? Rank(JsonNode? item) =>
        item is not JsonObject fields ? null
        : fields["order_value"] is JsonObject order ? Number(order.First().Value)
        : fields["hits"] is JsonArray { Count: > 0 } hits ? Rank(hits[0])
        : fields.ContainsKey("id") ? Number(fields["score"]) ?? 0
        : null;

    private string? AsSets(string path, JsonArray expected, JsonArray actual)
    {
        var left = actual.ToList();
        foreach (var item in expected)
        {
            var match = left.FindIndex(candidate => Difference(path, item, candidate) is null);
            if (match < 0)
            {
                return $"{path}: nothing like {item?.ToJsonString()}";
            }

            left.RemoveAt(match);
        }

        return null;
    }

    private static bool AreSame(JsonValue expected, JsonValue actual)
    {
        if (expected.GetValueKind() == JsonValueKind.Number && actual.GetValueKind() == JsonValueKind.Number)
        {
            return AreClose(expected.GetValue<double>(), actual.GetValue<double>());
        }

        return expected.ToJsonString() == actual.ToJsonString();
    }

    private static double? Number(JsonNode? node) => node is not JsonValue value ? null
        : value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>()
        : double.TryParse((string?)value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    private static bool AreClose(double left, double right) =>
        Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));

    private static string Short(JsonArray array)
    {
        var text = array.ToJsonString();
        return text.Length > 300 ? text[..300] : text;
    }
}
