using System.Numerics;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// BM25 (Robertson and others, TREC-3): what a term adds to an article's score is its rarity times a saturating function of its frequency
/// over the article's length.
/// </summary>
/// <param name="averageLength">The mean weighted length of an article.</param>
internal readonly struct Bm25(double averageLength)
{
    /// <summary>Where several collections agree best on a flat plateau: k1 from 1.2 to 5 and b from .6 to .9 are within noise (docs/BENCHMARKS.md).</summary>
    internal const double K1 = 1.2;
    internal const double B = .65;

    private readonly float constant = (float)(K1 * (1 - B));
    private readonly float slope = (float)(K1 * B / averageLength);

    /// <summary>What a term of a rarity adds to the score of an article.</summary>
    public float Share(double idf, float frequency, float length) => WeightOf(idf) * (frequency / (frequency + (constant + (slope * length))));

    /// <summary>Adds a term's share to the scores of all articles of a segment.</summary>
    /// <param name="idf">The term's rarity.</param>
    /// <param name="frequencies">Its frequency in each article.</param>
    /// <param name="lengths">The length of each article.</param>
    /// <param name="scores">The scores that are added to.</param>
    public void AddShares(double idf, ReadOnlySpan<ushort> frequencies, ReadOnlySpan<float> lengths, Span<float> scores)
    {
        var weight = new Vector<float>(WeightOf(idf));
        var (constants, slopes) = (new Vector<float>(constant), new Vector<float>(slope));
        var width = Vector<float>.Count;
        var at = 0;
        for (; at <= scores.Length - Vector<ushort>.Count; at += Vector<ushort>.Count)
        {
            var counts = new Vector<ushort>(frequencies[at..]);
            if (Vector.EqualsAll(counts, Vector<ushort>.Zero))
            {
                continue;
            }

            Vector.Widen(counts, out var low, out var high);
            Add(weight * Saturated(low, constants + (slopes * new Vector<float>(lengths[at..]))), scores[at..]);
            Add(weight * Saturated(high, constants + (slopes * new Vector<float>(lengths[(at + width)..]))), scores[(at + width)..]);
        }

        for (; at < scores.Length; at++)
        {
            scores[at] += frequencies[at] == 0 ? 0 : Share(idf, frequencies[at], lengths[at]);
        }
    }

    private static Vector<float> Saturated(Vector<uint> counts, Vector<float> saturation)
    {
        var frequencies = Vector.ConvertToSingle(Vector.AsVectorInt32(counts));
        return frequencies / (frequencies + saturation);
    }

    private static void Add(Vector<float> shares, Span<float> scores) => (new Vector<float>(scores) + shares).CopyTo(scores);

    private static float WeightOf(double idf) => (float)(idf * (K1 + 1));
}
