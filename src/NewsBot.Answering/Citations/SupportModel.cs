using NewsBot.Answering.Citations.Checks;
using NewsBot.Answering.Citations.Matching;

namespace NewsBot.Answering.Citations;

/// <summary>What the support model weighs: five measures of how a claim's words stand in a source, and the checks it failed.</summary>
/// <param name="Recall">The share of the claim in the best three sentences, 0 to 1.</param>
/// <param name="WeakestClause">The share of the clause that is found worst, 0 to 1.</param>
/// <param name="RunDensity">How long the matched runs of the best window are (log).</param>
/// <param name="CopyDensity">How long the copied runs anywhere are (log).</param>
/// <param name="IsCopied">1 when nearly all of the claim stands in the source, most of it in runs; else 0.</param>
/// <param name="FailedChecks">How many kinds of check failed, at most three.</param>
internal readonly record struct SupportMeasures(double Recall, double WeakestClause, double RunDensity, double CopyDensity, double IsCopied, double FailedChecks)
{
    /// <summary>The measures as the model's inputs, in the order of its coefficients.</summary>
    public double[] ToArray() => [Recall, WeakestClause, RunDensity, CopyDensity, IsCopied, FailedChecks];

    /// <summary>Takes the measures of a match.</summary>
    public static SupportMeasures Of(ClaimMatch match, IReadOnlyCollection<Finding> findings)
    {
        const double nearlyAll = 0.95;
        const double mostly = 0.6;
        var isCopied = match.Recall.ShareOf(match.Recall.Everything) >= nearlyAll && match.Runs.Coverage >= mostly;
        return new SupportMeasures(
            match.Recall.ShareOfChosen,
            match.WeakestClause,
            match.Alignment.RunDensity(),
            match.Runs.Density,
            isCopied ? 1 : 0,
            Math.Min(3, findings.DistinctBy(finding => finding.Kind).Count()));
    }
}

/// <summary>
/// How likely it is that a source supports a claim: logistic regression over <see cref="SupportMeasures"/>. The coefficients were
/// fitted by the benchmark <c>fit-check</c>, which also cross-validates them; .5 is the cut between supported and not.
/// </summary>
internal static class SupportModel
{
    private const double Intercept = -3.2;

    private static readonly double[] Coefficients = [2.2, 1.3, 0.5, 0.3, 0.6, -1.9];

    /// <summary>The likelihood of support, 0 to 1.</summary>
    public static double Likelihood(SupportMeasures measures)
    {
        var sum = Intercept;
        var inputs = measures.ToArray();
        for (var i = 0; i < inputs.Length; i++)
        {
            sum += Coefficients[i] * inputs[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
