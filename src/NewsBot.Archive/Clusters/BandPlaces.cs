using System.Numerics;

namespace NewsBot.Archive;

/// <summary>
/// A place for each band: a table with open addressing. Bands are hashes already, so that their upper bits choose the slot, and finding one reads one line of memory
/// where a dictionary reads two or three; eight are looked for with each article.
/// </summary>
internal sealed class BandPlaces
{
    /// <summary>The place of a band that has none.</summary>
    public const int None = -1;

    private const int FirstSlots = 1 << 10;
    private const int BitsOfBand = 64;

    private Slot[] slots = new Slot[FirstSlots];
    private int filled;

    /// <summary>The place of a band, or <see cref="None"/>.</summary>
    public int Find(long band) => slots[SlotOf(band)].Place;

    /// <summary>Sets the place of a band and gives back the one that it had, or <see cref="None"/>.</summary>
    public int Exchange(long band, int place)
    {
        ref var slot = ref slots[SlotOf(band)];
        var before = slot.Place;
        slot = Slot.Of(band, place);
        if (before == None && ++filled > slots.Length / 2)
        {
            Grow();
        }

        return before;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        Array.Clear(slots);
        filled = 0;
    }

    private void Grow()
    {
        var before = slots;
        slots = new Slot[before.Length * 2];
        foreach (var slot in before.Where(slot => slot.Place != None))
        {
            slots[SlotOf(slot.Band)] = slot;
        }
    }

    /// <summary>The slot that holds a band, or the empty one in which it would be.</summary>
    private int SlotOf(long band)
    {
        var at = (int)((ulong)band >> (BitsOfBand - BitOperations.Log2((uint)slots.Length)));
        while (slots[at].Place != None && slots[at].Band != band)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
    }

    /// <summary>A band and its place. Zeros are an empty slot.</summary>
    private readonly record struct Slot(long Band, int PlaceAfter)
    {
        public int Place => PlaceAfter - 1;

        public static Slot Of(long band, int place) => new(band, place + 1);
    }
}
