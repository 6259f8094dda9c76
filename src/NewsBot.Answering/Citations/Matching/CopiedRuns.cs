namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// How much of a claim was copied from the source in pieces: the greedy longest runs of equal words anywhere in it (the extractive
/// fragments of Grusky, Naaman and Artzi 2018).
/// </summary>
/// <param name="Coverage">The share of words in runs of two or more, 0 to 1.</param>
internal readonly record struct CopiedRuns(double Coverage)
{
    // The words of a source that begin a run are tried up to this many times, so that a text of one repeated word costs no more than another.
    private const int MostStarts = 400;

    /// <summary>Finds the runs.</summary>
    public static CopiedRuns Of(ClaimReading claim, PreparedSource source)
    {
        var count = claim.Words.Length;
        var stems = new int[count];
        for (var at = 0; at < count; at++)
        {
            stems[at] = source.IdOf(claim.Words[at].Stem);
        }

        var covered = 0;
        for (var at = 0; at < count;)
        {
            var run = LongestFrom(stems, at, source);
            covered += run >= 2 ? run : 0;
            at += Math.Max(1, run);
        }

        return count == 0 ? default : new CopiedRuns((double)covered / count);
    }

    private static int LongestFrom(int[] stems, int at, PreparedSource source)
    {
        if (stems[at] < 0)
        {
            return 0;
        }

        var longest = 1;
        var starts = source.PlacesOf(stems[at]);
        for (var index = 0; index < starts.Count && index < MostStarts; index++)
        {
            var run = 1;
            while (at + run < stems.Length && starts[index] + run < source.Stems.Length && stems[at + run] == source.Stems[starts[index] + run])
            {
                run++;
            }

            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
