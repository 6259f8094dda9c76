using System.Text.Json;

namespace NewsBot.Benchmarks.Checking;

/// <summary>
/// A claim in which people marked the words that its source does not support: a line of WiCE's public <c>data/non_supported_tokens</c> (Kamoi et al. 2023).
/// </summary>
/// <param name="Article">The Wikipedia article that it comes from: what is kept together in cross-validation.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Source">The sentences that it cites.</param>
/// <param name="Tokens">Its words and punctuation marks.</param>
internal sealed record MarkedClaim(string Article, string Claim, string Source, IReadOnlyList<MarkedToken> Tokens)
{
    /// <summary>Reads files of claims.</summary>
    public static IReadOnlyList<MarkedClaim> Read(IEnumerable<string> files) => [.. files.SelectMany(File.ReadLines).Select(line => Parse(JsonDocument.Parse(line).RootElement))];

    private static MarkedClaim Parse(JsonElement line)
    {
        var claim = line.GetProperty("claim").GetString()!;
        return new MarkedClaim(
            line.GetProperty("meta").GetProperty("claim_title").GetString()!,
            claim,
            string.Join("\n", line.GetProperty("evidence").EnumerateArray().Select(sentence => sentence.GetString())),
            Place(claim, line.GetProperty("claim_tokens"), line.GetProperty("non_supported_spans")));
    }

    private static List<MarkedToken> Place(string claim, JsonElement tokens, JsonElement flags)
    {
        var placed = new List<MarkedToken>();
        var at = 0;
        foreach (var (token, flag) in tokens.EnumerateArray().Zip(flags.EnumerateArray()))
        {
            var text = token.GetString()!;
            var start = claim.IndexOf(text, at, StringComparison.Ordinal);
            if (start < 0)
            {
                throw new InvalidDataException($"The token '{text}' is not in the claim '{claim}'.");
            }

            at = start + text.Length;
            placed.Add(new MarkedToken(start, at, text.Any(char.IsLetterOrDigit), flag.GetBoolean()));
        }

        return placed;
    }
}

/// <summary>A word or a mark of a claim.</summary>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="End">The code unit after it.</param>
/// <param name="IsWord">Whether it has a letter or a digit.</param>
/// <param name="IsMarked">Whether people marked it.</param>
internal readonly record struct MarkedToken(int Start, int End, bool IsWord, bool IsMarked)
{
    /// <summary>Whether a range touches it.</summary>
    public bool Touches(int start, int end) => start < End && Start < end;
}
