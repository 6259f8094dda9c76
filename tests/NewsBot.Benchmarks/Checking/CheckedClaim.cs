using System.Text.Json;
using NewsBot.Fakes;

namespace NewsBot.Benchmarks.Checking;

/// <summary>A claim with its source and the known label.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Set">The set it belongs to; for made claims the corruption.</param>
/// <param name="Group">What is kept together in cross-validation: the article.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Source">The source.</param>
/// <param name="IsSupported">Whether people say that the source supports it.</param>
/// <param name="Note">What was changed, if known.</param>
internal sealed record CheckedClaim(string Id, string Set, string Group, string Claim, string Source, bool IsSupported, string Note)
{
    /// <summary>The made claims of citation-stress.</summary>
    public static IReadOnlyList<CheckedClaim> Stress() => [.. Lines("citation-stress", "stress.jsonl").Select(line => new CheckedClaim(
        line.GetProperty("id").ToString(),
        line.GetProperty("corruption").GetString()!,
        line.GetProperty("article").GetString()!,
        line.GetProperty("claim").GetString()!,
        line.GetProperty("source").GetString()!,
        line.GetProperty("label").GetString() == "supported",
        line.GetProperty("note").GetString()!))];

    /// <summary>The natural claims of citation-support.</summary>
    public static IReadOnlyList<CheckedClaim> Natural() => [.. Lines("citation-support", "claims.jsonl").Select(line =>
    {
        var source = line.TryGetProperty("source", out var text)
            ? text.GetString()!
            : string.Join("\n", line.GetProperty("source_sentences").EnumerateArray().Select(sentence => sentence.GetString()));
        return new CheckedClaim(
            line.GetProperty("id").GetString()!,
            line.GetProperty("set").GetString()!,
            source[..Math.Min(200, source.Length)],
            line.GetProperty("claim").GetString()!,
            source,
            line.GetProperty("label").GetString() == "supported",
            line.GetProperty("label").GetString()!);
    })];

    private static IEnumerable<JsonElement> Lines(params string[] parts)
    {
        var path = SharedData.PathOf(["data", .. parts]);
        if (path.Length == 0)
        {
            throw new FileNotFoundException(SharedData.AbsenceReason, parts[^1]);
        }

        return File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement);
    }
}
