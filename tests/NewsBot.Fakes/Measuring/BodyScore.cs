using System.Text.RegularExpressions;

namespace NewsBot.Fakes.Measuring;

/// <summary>
/// How much of a marked article body was found and how much else, scored as the public article-extraction-benchmark does: the texts
/// are compared as multisets of shingles of four tokens, so that order inside a sentence counts and white space does not.
/// </summary>
/// <param name="Precision">The share of what was found that belongs to the body, or null where nothing was found.</param>
/// <param name="Recall">The share of the body that was found, or null where there is no body.</param>
/// <param name="Exact">Whether the tokens are exactly those of the body.</param>
public sealed partial record BodyScore(double? Precision, double? Recall, bool Exact)
{
    private const int ShingleTokens = 4;

    /// <summary>Scores one page.</summary>
    public static BodyScore Of(string truth, string found)
    {
        var trueTokens = Tokens(truth);
        var foundTokens = Tokens(found);
        var wanted = Shingles(trueTokens);
        var given = Shingles(foundTokens);
        double hits = given.Sum(shingle => Math.Min(shingle.Value, wanted.GetValueOrDefault(shingle.Key)));
        double wantedCount = wanted.Values.Sum();
        double givenCount = given.Values.Sum();
        return new BodyScore(
            givenCount > 0 ? hits / givenCount : null,
            wantedCount > 0 ? hits / wantedCount : null,
            trueTokens.SequenceEqual(foundTokens));
    }

    /// <summary>Means over pages, as the benchmark takes them: F1 of the mean precision and the mean recall.</summary>
    public static (double F1, double Precision, double Recall, double Accuracy) Mean(IReadOnlyCollection<BodyScore> scores)
    {
        var precision = scores.Where(score => score.Precision is not null).Average(score => score.Precision!.Value);
        var recall = scores.Where(score => score.Recall is not null).Average(score => score.Recall!.Value);
        return (2 * precision * recall / (precision + recall), precision, recall, scores.Average(score => score.Exact ? 1.0 : 0.0));
    }

    private static string[] Tokens(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, int> Shingles(string[] tokens)
    {
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < Math.Max(1, tokens.Length - ShingleTokens + 1) && tokens.Length > 0; i++)
        {
            var shingle = string.Join(' ', tokens[i..Math.Min(i + ShingleTokens, tokens.Length)]);
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
