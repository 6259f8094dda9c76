namespace NewsBot.Archive;

/// <summary>
/// What is known of a text's runs without its words: the least hash in each of 64 bins (one-permutation MinHash, Li, Owen and Zhang, 2012), of which the
/// keys of its bands are made and one byte each is kept. Two sketches tell roughly how much two texts have in common, a thousand times faster than
/// the texts themselves.
/// </summary>
internal static class StorySketch
{
    /// <summary>The number of bins, and of bytes of a sketch.</summary>
    public const int Bins = 64;

    /// <summary>
    /// The estimated share of common runs below which texts are not compared for real. Half of what <see cref="StoryOverlap"/> asks for at least: of pairs
    /// at that limit one in two hundred is lost, of closer ones none.
    /// </summary>
    private const double LeastEstimate = .15;

    /// <summary>Words are read in one loop and mixed in another, each of which the processor keeps in its registers.</summary>
    private const int WordsAtOnce = 64;

    /// <summary>The least hash of each bin over the runs of a text; the highest value where a bin is empty. Every article is read by this, so no list is made.</summary>
    public static ulong[] MinimaOf(string text)
    {
        var minima = new ulong[Bins];
        Array.Fill(minima, ulong.MaxValue);
        var running = default(RunningShingles);
        Span<ulong> hashes = stackalloc ulong[WordsAtOnce];
        var (position, words) = (0, 0);
        while (StoryWords.HashesOf(text, ref position, hashes) is > 0 and var count)
        {
            foreach (var word in hashes[..count])
            {
                running.Add(word);
                if (++words >= StoryFeatures.ShingleWords)
                {
                    Take(minima, running.OfWords(StoryFeatures.ShingleWords));
                }
            }
        }

        if (words < StoryFeatures.ShingleWords)
        {
            Take(minima, running.OfWords(words));
        }

        return minima;
    }

    private static void Take(ulong[] minima, ulong shingle)
    {
        ref var least = ref minima[shingle % Bins];
        least = Math.Min(least, shingle);
    }

    /// <summary>The sketch of minima: a byte a bin, 0 where it is empty.</summary>
    public static byte[] Of(ReadOnlySpan<ulong> minima)
    {
        var sketch = new byte[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            sketch[bin] = minima[bin] == ulong.MaxValue ? (byte)0 : (byte)(1 + ((minima[bin] >> 32) % byte.MaxValue));
        }

        return sketch;
    }

    /// <summary>Whether two texts may have enough in common to be the same story.</summary>
    public static bool MayBeSame(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (filled, same) = (0, 0);
        for (var bin = 0; bin < Bins; bin++)
        {
            filled += (a[bin] | b[bin]) != 0 ? 1 : 0;
            same += a[bin] != 0 && a[bin] == b[bin] ? 1 : 0;
        }

        return same >= filled * LeastEstimate;
    }
}
