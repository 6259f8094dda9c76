namespace NewsBot.Benchmarks.Answers;

/// <summary>Logistic regression by Newton-free gradient steps with a little shrinkage: few values, few thousand samples.</summary>
internal static class GateFit
{
    private const int Rounds = 3_000;
    private const double Step = 0.05;
    private const double Shrinkage = 2e-3;

    internal sealed record Sample(double[] Values, bool Answers, double Weight);

    public static double[] Fit(IReadOnlyList<Sample> samples, int values)
    {
        var weights = new double[values];
        var (mean, variance) = (new double[values], new double[values]);
        var total = samples.Sum(sample => sample.Weight);
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = new double[values];
            foreach (var sample in samples)
            {
                var error = sample.Weight * ((sample.Answers ? 1 : 0) - Chance(weights, sample.Values));
                for (var i = 0; i < values; i++)
                {
                    gradient[i] += error * sample.Values[i];
                }
            }

            for (var i = 0; i < values; i++)
            {
                var slope = (gradient[i] / total) - (i == 0 ? 0 : Shrinkage * weights[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                variance[i] = (0.999 * variance[i]) + (0.001 * slope * slope);
                weights[i] += Step * (mean[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(variance[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }

        return weights;
    }

    public static double Chance(double[] weights, double[] values) => 1 / (1 + Math.Exp(-RankingFit.Score(weights, values)));
}
