namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// How well the content words that stand next to each other in a claim stand together in the source: each pair counts 1 where one sentence has
/// both at the same distance, less the more their distance differs, nothing where no sentence has both.
/// </summary>
internal static class Cohesion
{
    // The difference in distance, in words, at which a pair counts half.
    private const double HalfAt = 3;

    /// <summary>The mean over the pairs, 0 to 1; 1 for a claim of one content word.</summary>
    public static double Of(ClaimReading claim, PreparedSource source)
    {
        var (sum, pairs, previous) = (0.0, 0, -1);
        for (var at = 0; at < claim.Words.Length; at++)
        {
            if (!claim.Words[at].IsContent)
            {
                continue;
            }

            if (previous >= 0)
            {
                pairs++;
                sum += Closeness(source, source.IdOf(claim.Words[previous].Stem), source.IdOf(claim.Words[at].Stem), at - previous);
            }

            previous = at;
        }

        return pairs == 0 ? 1 : sum / pairs;
    }

    // Both lists are sorted, so that one pass over them finds the neighbours of every place.
    private static double Closeness(PreparedSource source, int first, int second, int distance)
    {
        if (first < 0 || second < 0)
        {
            return 0;
        }

        var (firsts, seconds) = (source.PlacesOf(first), source.PlacesOf(second));
        var (best, next) = (int.MaxValue, 0);
        foreach (var place in firsts)
        {
            while (next < seconds.Count && seconds[next] < place + distance)
            {
                next++;
            }

            best = Math.Min(best, Math.Min(Difference(source, place, seconds, next, distance), Difference(source, place, seconds, next - 1, distance)));
        }

        return best == int.MaxValue ? 0 : 1 / (1 + (best / HalfAt));
    }

    private static int Difference(PreparedSource source, int place, IReadOnlyList<int> seconds, int index, int distance) =>
        index >= 0 && index < seconds.Count && source.SentenceOf[seconds[index]] == source.SentenceOf[place]
            ? Math.Abs(seconds[index] - place - distance)
            : int.MaxValue;
}
