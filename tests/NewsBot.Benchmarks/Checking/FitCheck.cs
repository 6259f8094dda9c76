using System.Globalization;
using NewsBot.Answering.Citations;

namespace NewsBot.Benchmarks.Checking;

/// <summary>
/// Fits the coefficients and cuts of the support model and prints them, with what they reach on articles that the fit did not see (ten folds
/// by article). Claims count as often as they occur, so that the likelihood is one; the cut is where both labels are told best.
/// </summary>
internal static class FitCheck
{
    private const int Folds = 10;
    private const double Penalty = 0.3;

    // The made claims teach what a failed check means; they are too many and too regular to count like natural ones.
    private const double StressWeight = 0.1;

    /// <summary>Runs the fit.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var measured = Measure([.. CheckedClaim.Natural(), .. CheckedClaim.Stress().Select(claim => claim with { Set = "stress" })]);
        Console.WriteLine("| set | claims | AUC, unseen articles | balanced accuracy, unseen articles |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var set in CrossValidate(measured).GroupBy(held => held.Claim.Set))
        {
            var auc = Scores.Auc(set.Select(held => (held.Likelihood, held.Claim.IsSupported)));
            var balanced = Scores.BalancedAccuracy(set.Select(held => (held.SaysSupported, held.Claim.IsSupported)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {set.Key} | {set.Count()} | {auc:0.000} | {balanced:0.000} |"));
        }

        Console.WriteLine();
        foreach (var isCopied in new[] { true, false })
        {
            var fitted = Fitted.To([.. measured.Where(claim => claim.Measures.IsCopied == isCopied)]);
            var coefficients = string.Join(", ", fitted.Model.Coefficients.Select(value => value.ToString("0.000", CultureInfo.InvariantCulture)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isCopied ? "copied" : "reworded")}: intercept and coefficients {coefficients}; cut {fitted.Cut:0.00}"));
        }

        return Task.FromResult(0);
    }

    private static List<Measured> Measure(IReadOnlyList<CheckedClaim> claims)
    {
        var verifier = new Verifier();
        var sources = claims.Select(claim => claim.Source).Distinct().ToDictionary(source => source, verifier.Prepare);
        return [.. claims.Select(claim => new Measured(claim, verifier.Judge(claim.Claim, sources[claim.Source]).Measures))];
    }

    private static List<Held> CrossValidate(List<Measured> measured)
    {
        var folds = measured.Select(claim => claim.Claim.Group).Distinct().Order(StringComparer.Ordinal).Select((group, index) => (group, fold: index % Folds)).ToDictionary(pair => pair.group, pair => pair.fold);
        var held = new List<Held>();
        for (var fold = 0; fold < Folds; fold++)
        {
            foreach (var isCopied in new[] { true, false })
            {
                var parts = measured.Where(claim => claim.Measures.IsCopied == isCopied).ToLookup(claim => folds[claim.Claim.Group] == fold);
                var fitted = Fitted.To([.. parts[false]]);
                held.AddRange(parts[true].Select(claim => fitted.Hold(claim)));
            }
        }

        return held;
    }

    private sealed record Measured(CheckedClaim Claim, SupportMeasures Measures)
    {
        public bool IsNatural => Claim.Set != "stress";

        public FitExample ToExample() => new(Measures.ToArray(), Claim.IsSupported, IsNatural ? 1 : StressWeight);
    }

    private sealed record Held(CheckedClaim Claim, double Likelihood, bool SaysSupported);

    private sealed record Fitted(LogisticRegression Model, double Cut)
    {
        // The mean of the best few cuts moves less with the sample than the best one.
        private const int BestCuts = 7;

        public static Fitted To(IReadOnlyList<Measured> claims)
        {
            var model = LogisticRegression.Fit([.. claims.Select(claim => claim.ToExample())], Penalty);
            var scored = claims.Where(claim => claim.IsNatural).Select(claim => (Likelihood: model.Likelihood(claim.Measures.ToArray()), claim.Claim.IsSupported)).ToList();
            var cut = Enumerable.Range(5, 90).Select(percent => percent / 100.0)
                .OrderByDescending(cut => Scores.BalancedAccuracy(scored.Select(pair => (pair.Likelihood >= cut, pair.IsSupported))))
                .Take(BestCuts).Average();
            return new Fitted(model, cut);
        }

        public Held Hold(Measured claim)
        {
            var likelihood = Model.Likelihood(claim.Measures.ToArray());
            return new Held(claim.Claim, likelihood, likelihood >= Cut);
        }
    }
}
