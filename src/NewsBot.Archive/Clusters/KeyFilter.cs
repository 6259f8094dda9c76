using System.Runtime.InteropServices;

namespace NewsBot.Archive;

/// <summary>
/// Tells of a band that no key of a run has it, or none that is not far apart in time (a Bloom filter whose bits for one entry lie in one word: Putze, Sanders and
/// Singler, 2007). Forms that are filled in again and again share bands for years, so each key is entered twice: by its band, and by its band and span of days.
/// Bands are hashes already. It is wrong about one entry in a hundred, which then is looked for in vain.
/// </summary>
internal sealed class KeyFilter
{
    private const int EntriesPerKey = 2;
    private const int BitsPerEntry = 12;
    private const int BitsInWord = 64;

    /// <summary>Long enough that few spans hold all days that are not far apart, short enough that they hold few others.</summary>
    private const int DaysInSpan = 16;

    /// <summary>The span of stories whose day is unknown; they are far from none.</summary>
    private const int UnknownSpan = -1;

    private readonly ulong[] words;

    private KeyFilter(ulong[] words) => this.words = words;

    /// <summary>An empty filter for so many keys.</summary>
    public static KeyFilter For(int keys) => new(new ulong[(int)((long)keys * EntriesPerKey * BitsPerEntry / BitsInWord) + 1]);

    /// <summary>A filter that was kept.</summary>
    public static KeyFilter Of(byte[] kept) => new(MemoryMarshal.Cast<byte, ulong>(kept).ToArray());

    /// <summary>Takes a key in.</summary>
    public void Enter(StoryKey key)
    {
        Enter(key.Band);
        Enter(InSpan(key.Band, SpanOf(key.Day)));
    }

    /// <summary>The filter as it is kept.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(words.AsSpan()).ToArray();

    /// <summary>False when no key has the band and a day that is not far apart, as <see cref="StoryOverlap.AreFarApart"/> tells.</summary>
    /// <param name="band">The band.</param>
    /// <param name="day">The day as <see cref="StoryKey.DayOf"/> gives it; where it is unknown none is far.</param>
    public bool MayHave(long band, int day) => Has(band) && (SpanOf(day) == UnknownSpan || HasNear(band, day));

    private bool HasNear(long band, int day)
    {
        var last = SpanOf(day + StoryOverlap.MostDaysApart);
        for (var span = SpanOf(day - StoryOverlap.MostDaysApart); span <= last; span++)
        {
            if (Has(InSpan(band, span)))
            {
                return true;
            }
        }

        return Has(InSpan(band, UnknownSpan));
    }

    private void Enter(long entry) => words[WordOf(entry)] |= BitsOf(entry);

    private bool Has(long entry)
    {
        var bits = BitsOf(entry);
        return (words[WordOf(entry)] & bits) == bits;
    }

    private static int SpanOf(int day) => day == StoryKey.UnknownDay ? UnknownSpan : day / DaysInSpan;

    private static long InSpan(long band, int span) => (long)StoryHash.Mix((ulong)band + (ulong)span);

    private int WordOf(long entry) => (int)(((ulong)entry >> 32) * (ulong)words.Length >> 32);

    /// <summary>Four bits, each chosen by six others of the entry.</summary>
    private static ulong BitsOf(long entry) =>
        (1UL << (int)(entry & 63)) | (1UL << (int)((entry >> 6) & 63)) | (1UL << (int)((entry >> 12) & 63)) | (1UL << (int)((entry >> 18) & 63));
}
