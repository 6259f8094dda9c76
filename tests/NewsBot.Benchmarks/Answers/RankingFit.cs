namespace NewsBot.Benchmarks.Answers;

/// <summary>A question's candidates: the values of each sentence and whether it holds the answer.</summary>
internal sealed record RankingCase(IReadOnlyList<(double[] Values, bool Holds)> Sentences, double Weight = 1);

/// <summary>
/// Fits the weights of a linear ranking so that the sentences that hold the answer get the greatest share of a softmax over all
/// sentences of the question (listwise logistic regression), by Adam with a little shrinkage.
/// </summary>
internal static class RankingFit
{
    private const int Rounds = 400;
    private const double Step = 0.03;
    private const double Shrinkage = 2e-4;

    public static double[] Fit(IReadOnlyList<RankingCase> cases, int values)
    {
        var usable = cases.Where(one => one.Sentences.Any(sentence => sentence.Holds) && one.Sentences.Any(sentence => !sentence.Holds)).ToList();
        var total = usable.Sum(one => one.Weight);
        var weights = new double[values];
        var (mean, variance) = (new double[values], new double[values]);
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = new double[values];
            foreach (var one in usable)
            {
                AddGradient(one, weights, gradient);
            }

            for (var i = 0; i < values; i++)
            {
                var slope = (gradient[i] / total) - (Shrinkage * weights[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                variance[i] = (0.999 * variance[i]) + (0.001 * slope * slope);
                var unbiased = mean[i] / (1 - Math.Pow(0.9, round));
                weights[i] += Step * unbiased / (Math.Sqrt(variance[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }

        return weights;
    }

    public static double Score(double[] weights, IReadOnlyList<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum;
    }

    /// <summary>The share of cases whose best sentence holds the answer.</summary>
    public static double FirstIsRight(IReadOnlyList<RankingCase> cases, double[] weights) =>
        cases.Average(one => one.Sentences.Count > 0 && one.Sentences.MaxBy(sentence => Score(weights, sentence.Values)).Holds ? 1.0 : 0);

    /// <summary>The share of cases with a sentence that holds the answer among the best few.</summary>
    public static double AmongFirst(IReadOnlyList<RankingCase> cases, double[] weights, int count) =>
        cases.Average(one => one.Sentences.OrderByDescending(sentence => Score(weights, sentence.Values)).Take(count).Any(sentence => sentence.Holds) ? 1.0 : 0);

    private static void AddGradient(RankingCase one, double[] weights, double[] gradient)
    {
        var scores = one.Sentences.Select(sentence => Score(weights, sentence.Values)).ToArray();
        var peak = scores.Max();
        var shares = scores.Select(score => Math.Exp(score - peak)).ToArray();
        var all = shares.Sum();
        var right = shares.Where((_, i) => one.Sentences[i].Holds).Sum();
        for (var i = 0; i < shares.Length; i++)
        {
            var pull = one.Weight * ((one.Sentences[i].Holds ? shares[i] / right : 0) - (shares[i] / all));
            for (var j = 0; j < gradient.Length; j++)
            {
                gradient[j] += pull * one.Sentences[i].Values[j];
            }
        }
    }
}
