namespace NewsBot.Benchmarks.Checking;

/// <summary>Measures of a yes-or-no classifier.</summary>
internal static class Scores
{
    /// <summary>The area under the ROC curve: how often a supported claim scores higher than an unsupported one; ties count half.</summary>
    public static double Auc(IEnumerable<(double Score, bool IsPositive)> scored)
    {
        var groups = scored.ToLookup(pair => pair.IsPositive, pair => pair.Score);
        var (positives, negatives) = (groups[true].ToList(), groups[false].ToList());
        var wins = positives.Sum(positive => negatives.Sum(negative => positive > negative ? 1.0 : positive == negative ? 0.5 : 0));
        return wins / positives.Count / negatives.Count;
    }

    /// <summary>The mean of the shares of positives and of negatives that are said right.</summary>
    public static double BalancedAccuracy(IEnumerable<(bool Said, bool IsPositive)> said)
    {
        var groups = said.ToLookup(pair => pair.IsPositive, pair => pair.Said);
        return (groups[true].Average(yes => yes ? 1.0 : 0) + groups[false].Average(yes => yes ? 0.0 : 1)) / 2;
    }

    /// <summary>The best balanced accuracy that any cut of the score reaches on these very claims.</summary>
    public static double BestBalancedAccuracy(IReadOnlyList<(double Score, bool IsPositive)> scored) =>
        scored.Select(pair => pair.Score).Distinct().Max(cut => BalancedAccuracy(scored.Select(pair => (pair.Score >= cut, pair.IsPositive))));
}
