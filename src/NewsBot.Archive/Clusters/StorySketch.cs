using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace NewsBot.Archive;

/// <summary>
/// What is kept of a text's runs: a byte of each of its <see cref="StoryMinima"/>, and how many runs there are. Two sketches tell roughly how much two texts have in
/// common, a thousand times faster than the texts themselves.
/// </summary>
internal static class StorySketch
{
    /// <summary>The number of bytes of a sketch.</summary>
    public const int Length = StoryMinima.Bins + sizeof(ushort);

    /// <summary>
    /// An estimate that lies so many standard deviations below what is asked for counts as too little. Of pairs that have just as much in common as is asked for one
    /// in forty is lost, where bands lose one in ten; of closer ones none.
    /// </summary>
    private const double Deviations = 2;

    /// <summary>The sketch of minima: a byte a bin, 0 where it is empty; then the number of runs, at most 65,535.</summary>
    public static byte[] Of(in StoryMinima minima)
    {
        var sketch = new byte[Length];
        for (var bin = 0; bin < StoryMinima.Bins; bin++)
        {
            sketch[bin] = minima.Least[bin] == StoryMinima.Empty ? (byte)0 : (byte)(1 + ((minima.Least[bin] >> 32) % byte.MaxValue));
        }

        BinaryPrimitives.WriteUInt16LittleEndian(sketch.AsSpan(StoryMinima.Bins), (ushort)Math.Min(minima.Runs, ushort.MaxValue));
        return sketch;
    }

    /// <summary>Whether two texts may have enough in common to be the same story, as <see cref="StoryOverlap"/> tells.</summary>
    public static bool MayBeSame(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (filled, same) = Compare(a, b);
        var asked = StoryOverlap.LeastCommonOf(RunsOf(a), RunsOf(b));
        return same >= filled * (asked - (Deviations * Math.Sqrt(asked * (1 - asked) / filled)));
    }

    private static (int Filled, int Same) Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (filled, same) = (0, 0);
        for (var bin = 0; bin < StoryMinima.Bins; bin += Vector256<byte>.Count)
        {
            var (ofA, ofB) = (Vector256.Create(a[bin..]), Vector256.Create(b[bin..]));
            var empty = Vector256.Equals(ofA | ofB, Vector256<byte>.Zero).ExtractMostSignificantBits();
            filled += BitOperations.PopCount(~empty);
            same += BitOperations.PopCount(Vector256.Equals(ofA, ofB).ExtractMostSignificantBits() & ~empty);
        }

        return (filled, same);
    }

    private static int RunsOf(ReadOnlySpan<byte> sketch) => BinaryPrimitives.ReadUInt16LittleEndian(sketch[StoryMinima.Bins..]);
}
