using System.Runtime.InteropServices;

namespace NewsBot.Archive;

/// <summary>
/// Tells of a band that no key of a run has it (a Bloom filter whose bits for one band lie in one word: Putze, Sanders and Singler, 2007). Bands are hashes already. It is
/// wrong about one band in thirty, which then is looked for in vain.
/// </summary>
internal sealed class KeyFilter
{
    private const int BitsPerKey = 12;
    private const int BitsInWord = 64;

    private readonly ulong[] words;

    private KeyFilter(ulong[] words) => this.words = words;

    /// <summary>The filter of keys.</summary>
    public static KeyFilter Of(ReadOnlySpan<StoryKey> keys)
    {
        var filter = new KeyFilter(new ulong[(keys.Length * BitsPerKey / BitsInWord) + 1]);
        foreach (var key in keys)
        {
            filter.words[filter.WordOf(key.Band)] |= BitsOf(key.Band);
        }

        return filter;
    }

    /// <summary>A filter that was kept.</summary>
    public static KeyFilter Of(byte[] kept) => new(MemoryMarshal.Cast<byte, ulong>(kept).ToArray());

    /// <summary>The filter as it is kept.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(words.AsSpan()).ToArray();

    /// <summary>False when no key has the band.</summary>
    public bool MayHave(long band)
    {
        var bits = BitsOf(band);
        return (words[WordOf(band)] & bits) == bits;
    }

    private int WordOf(long band) => (int)(((ulong)band >> 32) * (ulong)words.Length >> 32);

    /// <summary>Four bits, each chosen by six others of the band.</summary>
    private static ulong BitsOf(long band) =>
        (1UL << (int)(band & 63)) | (1UL << (int)((band >> 6) & 63)) | (1UL << (int)((band >> 12) & 63)) | (1UL << (int)((band >> 18) & 63));
}
