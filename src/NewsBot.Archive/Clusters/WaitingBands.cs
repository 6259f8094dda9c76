using System.Numerics;

namespace NewsBot.Archive;

/// <summary>
/// The keys of the articles that were stored last, which are in no run yet. They are kept in the order of the articles, which is
/// cheap to write, and in memory, in a hash table with slots for twice as many keys, where they are found; <see cref="BandIndex"/> makes a run of many at a time. Lives as long as the
/// store, and is used inside its transactions only.
/// </summary>
/// <param name="most">So many articles wait before their keys become a run.</param>
internal sealed class WaitingBands(int most)
{
    /// <summary>Few enough that their keys take some megabytes of memory.</summary>
    public const int UsualMost = 20_000;

    private const int None = -1;

    private readonly List<Entry> entries = [];
    private int[] lastInSlot = [];
    private bool isLoaded;

    /// <summary>How many articles wait.</summary>
    public int Count { get; private set; }

    /// <summary>So many articles wait before their keys become a run.</summary>
    public int Most => most;

    /// <summary>Whether what an earlier process left was read.</summary>
    public bool IsLoaded => isLoaded;

    /// <summary>So many keys wait at most.</summary>
    public int MostKeys => entries.Count;

    /// <summary>Copies all keys that wait; how many they are.</summary>
    public int CopyTo(Span<StoryKey> keys)
    {
        var count = 0;
        foreach (var entry in entries)
        {
            if (!entry.IsRemoved)
            {
                keys[count++] = entry.Key;
            }
        }

        return count;
    }

    /// <summary>Notes that everything was read.</summary>
    public void Loaded() => isLoaded = true;

    /// <summary>Forgets everything, so that it is read again; called when a transaction was rolled back.</summary>
    public void Forget()
    {
        Clear();
        isLoaded = false;
    }

    /// <summary>Adds the waiting keys with a band that are not far apart in time to a list, the newest first, until it is so long.</summary>
    public void Find(long band, int day, int most, List<StoryKey> found)
    {
        for (var at = LastInSlotOf(band); at != None && found.Count < most; at = entries[at].Previous)
        {
            var entry = entries[at];
            if (entry.Key.Band == band && !entry.IsRemoved && !StoryOverlap.AreFarApart(day, entry.Key.Day))
            {
                found.Add(entry.Key);
            }
        }
    }

    /// <summary>Adds an article's keys.</summary>
    public void Add(long article, int day, long[] bands)
    {
        if (lastInSlot.Length == 0)
        {
            lastInSlot = new int[BitOperations.RoundUpToPowerOf2((uint)(2 * most * StoryBands.Count))];
            Array.Fill(lastInSlot, None);
        }

        Count++;
        foreach (var band in bands)
        {
            ref var last = ref lastInSlot[SlotOf(band)];
            entries.Add(new Entry(StoryKey.Of(band, article, day), last, IsRemoved: false));
            last = entries.Count - 1;
        }
    }

    /// <summary>Takes an article's keys out.</summary>
    public void Remove(long article, long[] bands)
    {
        Count--;
        foreach (var band in bands)
        {
            for (var at = LastInSlotOf(band); at != None; at = entries[at].Previous)
            {
                if (entries[at].Key.Band == band && entries[at].Key.Article == article)
                {
                    entries[at] = entries[at] with { IsRemoved = true };
                }
            }
        }
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        Array.Fill(lastInSlot, None);
        entries.Clear();
        Count = 0;
    }

    private int LastInSlotOf(long band) => lastInSlot.Length == 0 ? None : lastInSlot[SlotOf(band)];

    /// <summary>Bands are hashes already.</summary>
    private int SlotOf(long band) => (int)band & (lastInSlot.Length - 1);

    /// <summary>A key, and the place of the one in the same slot that came before it.</summary>
    private readonly record struct Entry(StoryKey Key, int Previous, bool IsRemoved);
}
