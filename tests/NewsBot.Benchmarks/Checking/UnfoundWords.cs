using System.Globalization;
using System.Text.Json;
using NewsBot.Answering.Citations;

namespace NewsBot.Benchmarks.Checking;

/// <summary>
/// Measures the words that the verifier marks as not in the source against the words that people marked: WiCE's file
/// <c>data/non_supported_tokens/dev.jsonl</c> (Kamoi et al. 2023), given by its path.
/// </summary>
internal static class UnfoundWords
{
    /// <summary>Prints precision, recall and F1 over all words, function words and punctuation included.</summary>
    public static void Print(string file)
    {
        var verifier = new Verifier();
        var (both, marked, wanted, claims, all) = (0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(file))
        {
            var item = JsonDocument.Parse(line).RootElement;
            var tokens = item.GetProperty("claim_tokens").EnumerateArray().Select(token => token.GetString()!).ToList();
            var truth = item.GetProperty("non_supported_spans").EnumerateArray().Select(flag => flag.GetBoolean()).ToList();
            var source = verifier.Prepare(string.Join("\n", item.GetProperty("evidence").EnumerateArray().Select(sentence => sentence.GetString())));
            var claim = item.GetProperty("claim").GetString()!;
            var check = verifier.Check(claim, source);
            var said = Flags(claim, tokens, check);
            var hits = said.Zip(truth).Count(pair => pair.First && pair.Second);
            (both, marked, wanted, claims, all) = (both + hits, marked + said.Count(flag => flag), wanted + truth.Count(flag => flag), claims + 1, all + tokens.Count);
        }

        var f1 = 2.0 * both / (marked + wanted);
        var everything = 2.0 * wanted / (all + wanted);
        Console.WriteLine("| claims | precision | recall | F1 | F1 of marking every word |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {claims} | {(double)both / marked:0.000} | {(double)both / wanted:0.000} | {f1:0.000} | {everything:0.000} |"));
    }

    private static List<bool> Flags(string claim, List<string> tokens, ClaimCheck check)
    {
        var flags = new List<bool>(tokens.Count);
        var at = 0;
        foreach (var token in tokens)
        {
            var start = claim.IndexOf(token, at, StringComparison.Ordinal);
            if (start < 0)
            {
                flags.Add(false);
                continue;
            }

            at = start + token.Length;
            flags.Add(check.Unfound.Any(range => range.Start < at && start < range.End));
        }

        return flags;
    }
}
