using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NewsBot.Archive;

/// <summary>
/// The least hash in each of 64 bins over the runs of a text (one-permutation MinHash, Li, Owen and Zhang, 2012): what its bands and its sketch are made of. Every
/// article is read by this, so no list is made.
/// </summary>
internal struct StoryMinima
{
    /// <summary>The number of bins.</summary>
    public const int Bins = 64;

    /// <summary>The value of a bin into which no run fell.</summary>
    public const ulong Empty = ulong.MaxValue;

    private Values least;

    /// <summary>The least hash of each bin, or <see cref="Empty"/>.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ulong> Least => least;

    /// <summary>The number of runs; one that is there twice counts twice.</summary>
    public int Runs { get; private set; }

    /// <summary>The minima of a text; one shorter than a run is one.</summary>
    public static StoryMinima Of(string text)
    {
        var minima = default(StoryMinima);
        minima.least[..].Fill(Empty);
        minima.Read(text);
        return minima;
    }

    private void Read(string text)
    {
        var running = default(RunningShingles);
        Span<StoryWord> read = stackalloc StoryWord[StoryWordReader.WordsAtOnce];
        var (position, words) = (0, 0);
        while (StoryWordReader.Read(text, ref position, read) is > 0 and var count)
        {
            foreach (var word in read[..count])
            {
                running.Add(word.Hash);
                if (++words >= StoryFeatures.ShingleWords)
                {
                    Take(running.Last);
                }
            }
        }

        if (words < StoryFeatures.ShingleWords)
        {
            Take(running.Last);
        }

        Runs = Math.Max(1, words - StoryFeatures.ShingleWords + 1);
    }

    private void Take(ulong run)
    {
        ref var bin = ref least[(int)(run % Bins)];
        bin = Math.Min(bin, run);
    }

    /// <summary>They lie on the stack: millions of articles are read.</summary>
    [InlineArray(Bins)]
    private struct Values
    {
        private ulong first;
    }
}
