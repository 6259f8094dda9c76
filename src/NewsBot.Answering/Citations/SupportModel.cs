using NewsBot.Answering.Citations.Matching;

namespace NewsBot.Answering.Citations;

/// <summary>What the support model weighs.</summary>
/// <param name="IsCopied">Whether nearly all of the claim stands in the source, most of it in runs of words: the two kinds of claim are weighed apart.</param>
/// <param name="Recall">The share of the claim in the best three sentences, 0 to <see cref="EnoughRecall"/>: beyond that it tells nothing more.</param>
/// <param name="Stitching">What it costs to read the claim off the source, see <see cref="Matching.Stitching"/>; 0 for a copy.</param>
/// <param name="Cohesion">How well neighbouring words stand together in the source, 0 to 1.</param>
/// <param name="FailedChecks">How many kinds of check failed, at most three.</param>
internal readonly record struct SupportMeasures(bool IsCopied, double Recall, double Stitching, double Cohesion, double FailedChecks)
{
    /// <summary>The recall that counts as all.</summary>
    public const double EnoughRecall = 0.85;

    private const double NearlyAll = 0.95;
    private const double Mostly = 0.6;
    private const int MostFailures = 3;

    /// <summary>
    /// The inputs of the model for the claim's kind. Of a copied claim nearly all is there, so what counts is how it was put together; of a
    /// reworded one, how much is there at all.
    /// </summary>
    public double[] ToArray() => IsCopied ? [Stitching, Cohesion, FailedChecks] : [Recall, FailedChecks];

    /// <summary>Takes the measures of a match.</summary>
    public static SupportMeasures Of(ClaimMatch match, IReadOnlyCollection<Finding> findings) => new(
        match.Recall.ShareOf(match.Recall.Everything) >= NearlyAll && match.Runs.Coverage >= Mostly,
        Math.Min(EnoughRecall, match.Recall.ShareOfChosen),
        Matching.Stitching.Cost(match.Claim, match.Source),
        Matching.Cohesion.Of(match.Claim, match.Source),
        Math.Min(MostFailures, findings.DistinctBy(finding => finding.Kind).Count()));
}

/// <summary>
/// How likely it is that people say a source supports a claim: two logistic regressions over <see cref="SupportMeasures"/>, one for claims
/// that were copied in pieces, one for reworded ones. Coefficients and cuts come from the benchmark <c>fit-check</c>, which also measures them
/// on articles that the fit did not see.
/// </summary>
internal static class SupportModel
{
    private static readonly Weighing Copied = new(-1.770, [-2.443, 3.806, -4.011], 0.83);
    private static readonly Weighing Reworded = new(-2.752, [3.563, -2.178], 0.38);

    /// <summary>The likelihood of support, 0 to 1.</summary>
    public static double Likelihood(SupportMeasures measures) => For(measures).Likelihood(measures.ToArray());

    /// <summary>
    /// Whether the likelihood is enough to call the claim supported. Most copied claims are supported and most reworded ones are not, so that
    /// what separates the two best is a higher likelihood for copied claims.
    /// </summary>
    public static bool IsEnough(SupportMeasures measures, double likelihood) => likelihood >= For(measures).Cut;

    private static Weighing For(SupportMeasures measures) => measures.IsCopied ? Copied : Reworded;

    private sealed record Weighing(double Intercept, double[] Coefficients, double Cut)
    {
        public double Likelihood(double[] inputs)
        {
            var sum = Intercept;
            for (var i = 0; i < inputs.Length; i++)
            {
                sum += Coefficients[i] * inputs[i];
            }

            return 1 / (1 + Math.Exp(-sum));
        }
    }
}
