namespace NewsBot.Fakes;

/// <summary>One list from several: by ranks, or by where a score stands in its list's distribution.</summary>
internal static class Fusing
{
    /// <summary>Not the 60 of the paper.</summary>
    public const uint DefaultK = 2;

    public static Dictionary<StoredPoint, double> ByRank(IReadOnlyList<IReadOnlyList<Scored>> lists, uint k, IReadOnlyList<float> weights)
    {
        if (weights.Count > 0 && weights.Count != lists.Count)
        {
            throw Refusal.WrongInput($"Validation failed: RRF weights length ({weights.Count}) does not match number of prefetches ({lists.Count})");
        }

        var sums = new Dictionary<StoredPoint, double>();
        for (var list = 0; list < lists.Count; list++)
        {
            double weight = weights.Count == 0 ? 1 : weights[list];
            for (var rank = 0; rank < lists[list].Count; rank++)
            {
                var share = weight <= 0 ? 0 : 1 / (((rank + 1) / weight) + k - 1);
                sums[lists[list][rank].Point] = sums.GetValueOrDefault(lists[list][rank].Point) + share;
            }
        }

        return sums;
    }

    /// <summary>Each list's scores moved so that three standard deviations below the mean are 0 and three above are 1; not clamped.</summary>
    public static Dictionary<StoredPoint, double> ByDistribution(IReadOnlyList<IReadOnlyList<Scored>> lists)
    {
        var sums = new Dictionary<StoredPoint, double>();
        foreach (var list in lists.Where(list => list.Count > 0))
        {
            var mean = list.Average(scored => scored.Score);
            var deviation = list.Count < 2 ? 0 : Math.Sqrt(list.Sum(scored => Math.Pow(scored.Score - mean, 2)) / (list.Count - 1));
            foreach (var scored in list)
            {
                var share = deviation < 1e-9 ? 0.5 : (scored.Score - (mean - (3 * deviation))) / (6 * deviation);
                sums[scored.Point] = sums.GetValueOrDefault(scored.Point) + share;
            }
        }

        return sums;
    }
}
