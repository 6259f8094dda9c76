namespace NewsBot.Retrieval.Evaluation;

/// <summary>
/// Compares two runs over the same questions by resampling the questions: how much the second run gains, and the interval in which the gain
/// lies in 95 of 100 resamples. A run counts as better only where the whole interval lies above 0 (Sakai, SIGIR 2006).
/// </summary>
public static class PairedBootstrap
{
    private const int Resamples = 10_000;

    /// <summary>Fixed, so that the same two runs always give the same interval.</summary>
    private const int Seed = 20_251_125;

    /// <summary>The gain of the second report over the first, over the judged questions that both have.</summary>
    /// <param name="first">The run to compare with.</param>
    /// <param name="second">The run that may be better.</param>
    /// <param name="measure">What is compared, e.g. the reciprocal rank.</param>
    public static PairedGain Compare(RetrievalReport first, RetrievalReport second, Func<QuestionOutcome, double> measure)
    {
        var before = first.Outcomes.Where(outcome => outcome.IsJudged).ToDictionary(outcome => outcome.Question.Id, measure, StringComparer.Ordinal);
        var gains = second.Outcomes
            .Where(outcome => outcome.IsJudged && before.ContainsKey(outcome.Question.Id))
            .Select(outcome => measure(outcome) - before[outcome.Question.Id])
            .ToArray();
        return Of(gains);
    }

    /// <summary>The mean of some gains, one a question, with its interval.</summary>
    public static PairedGain Of(IReadOnlyCollection<double> gainsOfQuestions)
    {
        var gains = gainsOfQuestions.ToArray();
        if (gains.Length == 0)
        {
            return new PairedGain(0, 0, 0, 0);
        }

        var means = ResampledMeans(gains);
        return new PairedGain(gains.Average(), means[(int)(.025 * Resamples)], means[(int)(.975 * Resamples)], gains.Length);
    }

    private static double[] ResampledMeans(double[] gains)
    {
        // The numbers decide nothing secret; the same sequence every time is what is wanted.
#pragma warning disable CA5394
        var random = new Random(Seed);
        var means = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var sum = 0d;
            for (var i = 0; i < gains.Length; i++)
            {
                sum += gains[random.Next(gains.Length)];
            }

            means[resample] = sum / gains.Length;
        }
#pragma warning restore CA5394

        Array.Sort(means);
        return means;
    }
}

/// <summary>The gain of one run over another.</summary>
/// <param name="Mean">The mean gain.</param>
/// <param name="Low">The lower end of the 95 % interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Questions">Over how many questions.</param>
public sealed record PairedGain(double Mean, double Low, double High, int Questions)
{
    /// <summary>Whether the second run is better beyond chance.</summary>
    public bool IsBetter => Low > 0;

    /// <summary>Whether it is worse beyond chance.</summary>
    public bool IsWorse => High < 0;

    /// <summary>The gain with its interval: "+.012 [-.003, +.027]".</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Mean:+.000;-.000;.000} [{Low:+.000;-.000;.000}, {High:+.000;-.000;.000}]");
}
