using System.Diagnostics;
using System.Globalization;
using NewsBot.Answering;
using NewsBot.Answering.Citations;

namespace NewsBot.Benchmarks.Checking;

/// <summary>
/// Measures the verifier: made claims per corruption, natural claims per set, time per claim, beside the trivial baseline of best-sentence
/// overlap. With <c>--errors SET</c> the claims of one set that it judges wrongly are printed, with <c>--tokens FILE</c> how well the words that are
/// not in the source are marked.
/// </summary>
internal static class CheckBenchmark
{
    /// <summary>Runs the benchmark.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var claims = CheckedClaim.Stress().Concat(CheckedClaim.Natural()).ToList();
        var verifier = new Verifier();
        var outcomes = Measure(claims, verifier, out var times);
        if (args.Length == 2 && args[0] == "--errors")
        {
            PrintErrors(outcomes, args[1]);
            return Task.FromResult(0);
        }

        if (args.Length == 2 && args[0] == "--tokens")
        {
            MarkedWords.Print(args[1]);
            return Task.FromResult(0);
        }

        PrintMarks(outcomes);
        PrintStress([.. outcomes.Where(outcome => !IsNatural(outcome.Claim))]);
        PrintNatural([.. outcomes.Where(outcome => IsNatural(outcome.Claim))]);
        PrintTimes(times);
        return Task.FromResult(0);
    }

    private static bool IsNatural(CheckedClaim claim) => claim.Set.Contains('-');

    private static List<Outcome> Measure(List<CheckedClaim> claims, Verifier verifier, out List<double> times)
    {
        var prepared = claims.Select(claim => claim.Source).Distinct().ToDictionary(source => source, verifier.Prepare);
        foreach (var claim in claims)
        {
            verifier.Check(claim.Claim, prepared[claim.Source]);
        }

        var outcomes = new List<Outcome>(claims.Count);
        times = new List<double>(claims.Count);
        foreach (var claim in claims)
        {
            var check = verifier.Check(claim.Claim, prepared[claim.Source]);
            times.Add(MedianTime(() => verifier.Check(claim.Claim, prepared[claim.Source])));
            outcomes.Add(new Outcome(claim, check, OverlapBaseline.Of(claim.Claim, claim.Source)));
        }

        return outcomes;
    }

    // The median of five, since other programs share the cores.
    private static double MedianTime(Action check)
    {
        const int runs = 5;
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            check();
            times[run] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }

    private static void PrintStress(List<Outcome> outcomes)
    {
        // The baseline's cut gives it the false alarm on paraphrases that the verifier may have at most.
        const double allowedFalseAlarm = 0.08;
        var paraphrases = outcomes.Where(outcome => outcome.Claim.Set == "paraphrase").Select(outcome => outcome.Overlap).Order().ToList();
        var cut = paraphrases[(int)(paraphrases.Count * allowedFalseAlarm)];
        PrintHeader("corruption", "claims", "not supported", "baseline", "verdicts");
        foreach (var group in outcomes.GroupBy(outcome => outcome.Claim.Set).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var verdicts = group.GroupBy(outcome => outcome.Check.Verdict).OrderByDescending(verdict => verdict.Count()).Select(verdict => $"{verdict.Key.JsonName()} {verdict.Count()}");
            Print(group.Key, group.Count().ToString(CultureInfo.InvariantCulture), Share(group, outcome => outcome.Check.Verdict != Verdict.Supported), Share(group, outcome => outcome.Overlap < cut), string.Join(", ", verdicts));
        }

        Console.WriteLine();
    }

    private static void PrintNatural(List<Outcome> outcomes)
    {
        PrintHeader("set", "claims", "AUC", "balanced", "said supported, right", "contradicted of supported", "baseline AUC", "baseline balanced (best cut)", "verdicts");
        foreach (var group in outcomes.GroupBy(outcome => outcome.Claim.Set))
        {
            var said = group.Where(outcome => outcome.Check.Verdict == Verdict.Supported).ToList();
            var verdicts = group.GroupBy(outcome => outcome.Check.Verdict).OrderByDescending(verdict => verdict.Count()).Select(verdict => $"{verdict.Key.JsonName()} {verdict.Count()}");
            Print(
                group.Key,
                group.Count().ToString(CultureInfo.InvariantCulture),
                Figure(Scores.Auc(group.Select(outcome => (outcome.Check.Score, outcome.Claim.IsSupported)))),
                Figure(Scores.BalancedAccuracy(group.Select(outcome => (outcome.Check.Verdict == Verdict.Supported, outcome.Claim.IsSupported)))),
                $"{said.Count(outcome => outcome.Claim.IsSupported)} of {said.Count}",
                Share(group.Where(outcome => outcome.Claim.IsSupported), outcome => outcome.Check.Verdict is Verdict.Contradicted or Verdict.FabricatedQuote),
                Figure(Scores.Auc(group.Select(outcome => (outcome.Overlap, outcome.Claim.IsSupported)))),
                Figure(Scores.BestBalancedAccuracy([.. group.Select(outcome => (outcome.Overlap, outcome.Claim.IsSupported))])),
                string.Join(", ", verdicts));
        }

        Console.WriteLine();
    }

    // What people call supported should carry few marks.
    private static void PrintMarks(List<Outcome> outcomes)
    {
        PrintHeader("supported claims", "claims", "without a mark", "letters marked");
        foreach (var group in outcomes.Where(outcome => outcome.Claim.IsSupported).GroupBy(outcome => outcome.Claim.Set).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var marked = group.Sum(outcome => outcome.Check.Unfound.Sum(range => range.Length));
            Print(
                group.Key,
                group.Count().ToString(CultureInfo.InvariantCulture),
                Share(group, outcome => outcome.Check.Unfound.Count == 0),
                Figure((double)marked / group.Sum(outcome => outcome.Claim.Claim.Length)));
        }

        Console.WriteLine();
    }

    private static void PrintTimes(List<double> times)
    {
        times.Sort();
        PrintHeader("claims", "mean ms", "p50 ms", "p95 ms", "p99 ms", "max ms");
        Print(times.Count.ToString(CultureInfo.InvariantCulture), Figure(times.Average()), Figure(times[times.Count / 2]), Figure(times[times.Count * 95 / 100]), Figure(times[times.Count * 99 / 100]), Figure(times[^1]));
    }

    private static void PrintErrors(List<Outcome> outcomes, string set)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome.Claim.Set == set && outcome.Claim.IsSupported != (outcome.Check.Verdict == Verdict.Supported)))
        {
            Console.WriteLine($"{outcome.Claim.Id} {outcome.Check.Verdict.JsonName()} {Figure(outcome.Check.Score)} {outcome.Claim.Note}");
            Console.WriteLine("  claim:   " + outcome.Claim.Claim);
            foreach (var support in outcome.Check.Support.Take(3))
            {
                Console.WriteLine("  source:  " + support.Quote.ReplaceLineEndings(" "));
            }

            Console.WriteLine("  reasons: " + string.Join(" | ", outcome.Check.Reasons));
        }
    }

    private static string Share(IEnumerable<Outcome> outcomes, Func<Outcome, bool> holds)
    {
        var list = outcomes.ToList();
        return (100.0 * list.Count(holds) / list.Count).ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static void PrintHeader(params string[] cells)
    {
        Print(cells);
        Print([.. cells.Select(_ => "---")]);
    }

    private static void Print(params string[] cells) => Console.WriteLine("| " + string.Join(" | ", cells) + " |");

    private sealed record Outcome(CheckedClaim Claim, ClaimCheck Check, double Overlap);
}
