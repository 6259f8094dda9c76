namespace NewsBot.Archive;

/// <summary>
/// The keys under which near-duplicates find each other without comparing every pair: one-permutation MinHash with borrowing
/// (Shrivastava and Li, 2014), 16 minima in 8 bands of two. Texts of which half the runs are common share a band in 9 of 10 cases, of which three
/// quarters in 99.9 of 100; unrelated ones practically never. What shares a band is then compared for real.
/// </summary>
internal static class StoryBands
{
    /// <summary>The number of keys of each article.</summary>
    public const int Count = 8;

    private const int RowsPerBand = 2;
    private const int Minima = Count * RowsPerBand;

    /// <summary>The keys of an article in an archive, from the minima of its <see cref="StorySketch"/>.</summary>
    public static long[] Of(ReadOnlySpan<ulong> sketched, string archive)
    {
        var space = 0UL;
        foreach (var c in archive)
        {
            space = StoryWords.Mix((space * 31) + c);
        }

        Span<ulong> folded = stackalloc ulong[Minima];
        Fold(sketched, folded);
        Span<ulong> minima = stackalloc ulong[Minima];
        Borrow(folded, minima);
        var bands = new long[Count];
        for (var band = 0; band < Count; band++)
        {
            var hash = space + (ulong)band;
            for (var row = 0; row < RowsPerBand; row++)
            {
                hash = StoryWords.Mix((hash * 31) + minima[(band * RowsPerBand) + row]);
            }

            bands[band] = (long)hash;
        }

        return bands;
    }

    /// <summary>A sketch has more bins; each of these is four of them.</summary>
    private static void Fold(ReadOnlySpan<ulong> sketched, Span<ulong> folded)
    {
        folded.Fill(ulong.MaxValue);
        for (var bin = 0; bin < sketched.Length; bin++)
        {
            folded[bin % Minima] = Math.Min(folded[bin % Minima], sketched[bin]);
        }
    }

    /// <summary>Short texts leave bins empty; each takes the value of the next filled one, marked with the distance.</summary>
    private static void Borrow(ReadOnlySpan<ulong> folded, Span<ulong> minima)
    {
        for (var bin = 0; bin < Minima; bin++)
        {
            var distance = 0;
            while (distance < Minima && folded[(bin + distance) % Minima] == ulong.MaxValue)
            {
                distance++;
            }

            minima[bin] = folded[(bin + distance) % Minima] + (ulong)distance;
        }
    }
}
