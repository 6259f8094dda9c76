using System.Runtime.InteropServices;

namespace NewsBot.Archive;

/// <summary>
/// The keys of stories on the disk: sorted runs, cut into blocks of a page (a log-structured merge tree: O'Neil, Cheng, Gawlick and O'Neil, 1996). The keys' order is random,
/// so a table of them would have nearly all of its pages written anew with each batch. The first key of each block and a filter of each run are
/// kept in memory, some 30 bytes an article. Lives as long as the store, and is used inside its transactions only.
/// </summary>
internal sealed class StoryRuns
{
    /// <summary>Keys of 16 bytes, so that a block fills a page of 4 KB.</summary>
    private const int KeysPerBlock = 250;

    private const int BitsOfBlock = 24;

    /// <summary>So many runs of one size are made one of the next size.</summary>
    private const int RunsPerLevel = 8;

    /// <summary>Runs of this size stay, or putting some together would keep a transaction for seconds; looking into many filters costs little.</summary>
    private const int LastLevel = 1;

    private readonly List<Run> runs = [];
    private readonly StoryKey[] lastRead = new StoryKey[KeysPerBlock];
    private bool isLoaded;

    /// <summary>The highest article whose keys were put into runs: those of higher ones wait.</summary>
    public long Last { get; private set; }

    /// <summary>Reads what is kept in memory.</summary>
    public void Load(SqliteSession session)
    {
        if (!isLoaded)
        {
            runs.Clear();
            runs.AddRange(session.Query("SELECT run, level, filter, firsts FROM story_runs ORDER BY run", static row => new Run(
                row.GetInt64(0), row.GetInt32(1), KeyFilter.Of((byte[])row.GetValue(2)), MemoryMarshal.Cast<byte, long>((byte[])row.GetValue(3)).ToArray())));
            Last = session.Scalar("SELECT max(last) FROM story_runs") as long? ?? 0;
            isLoaded = true;
        }
    }

    /// <summary>Forgets everything, so that it is read again; called when a transaction was rolled back.</summary>
    public void Forget() => isLoaded = false;

    /// <summary>False when no key has a band and is not far apart in time, as is usual.</summary>
    public bool MayHave(long band, int day)
    {
        foreach (var run in runs)
        {
            if (run.Filter.MayHave(band, day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The keys that have a band and are not far apart in time, about so many at most, or null where there are none, as is usual.</summary>
    public List<StoryKey>? Find(SqliteSession session, long band, int day, int most)
    {
        List<StoryKey>? found = null;
        foreach (var run in runs)
        {
            if (!run.Filter.MayHave(band, day))
            {
                continue;
            }

            for (var block = run.FirstBlockOf(band); block < run.Firsts.Length && run.Firsts[block] <= band && !(found?.Count >= most); block++)
            {
                AddNear(Read(session, run, block), band, day, ref found);
            }
        }

        return found;
    }

    /// <summary>Takes a key out.</summary>
    public void Remove(SqliteSession session, StoryKey key)
    {
        foreach (var run in runs.Where(run => run.Filter.MayHave(key.Band, key.Day)))
        {
            for (var block = run.FirstBlockOf(key.Band); block < run.Firsts.Length && run.Firsts[block] <= key.Band; block++)
            {
                var keys = Read(session, run, block);
                if (keys.BinarySearch(key) is >= 0 and var at)
                {
                    Write(session, run.Number, block, [.. keys[..at], .. keys[(at + 1)..]]);
                    return;
                }
            }
        }
    }

    /// <summary>Writes keys as a run, and puts runs together where there are enough of one size. They are read and written block by block: a large one would fill the memory.</summary>
    public void Add(SqliteSession session, ArraySegment<StoryKey> keys)
    {
        StoryKeySort.Sort(keys);
        var level = 0;
        List<Run> together = [];
        while (level < LastLevel && runs.FindAll(run => run.Level == level) is { Count: >= RunsPerLevel - 1 } same)
        {
            together.AddRange(same);
            level++;
        }

        var written = new RunBeingWritten(runs.Count == 0 ? 1 : runs[^1].Number + 1, keys.Count + (together.Sum(run => run.Firsts.Length) * KeysPerBlock));
        foreach (var key in InOrder([keys, .. together.Select(run => TakeOut(session, run))]))
        {
            written.Add(session, key);
        }

        Keep(session, written.End(session, level), keys.Max(key => key.Article));
    }

    private void Keep(SqliteSession session, Run run, long last)
    {
        Last = Math.Max(Last, last);
        session.Execute(
            "INSERT INTO story_runs (run, level, filter, firsts, last) VALUES ($run, $level, $filter, $firsts, $last)",
            ("$run", run.Number),
            ("$level", run.Level),
            ("$filter", run.Filter.ToBytes()),
            ("$firsts", MemoryMarshal.AsBytes(run.Firsts.AsSpan()).ToArray()),
            ("$last", Last));
        runs.Add(run);
    }

    /// <summary>The keys of a run, whose blocks go as they are read.</summary>
    private IEnumerable<StoryKey> TakeOut(SqliteSession session, Run run)
    {
        for (var block = 0; block < run.Firsts.Length; block++)
        {
            var keys = Read(session, run, block).ToArray();
            session.Execute("DELETE FROM story_blocks WHERE key = $key", ("$key", PlaceOf(run.Number, block)));
            foreach (var key in keys)
            {
                yield return key;
            }
        }

        session.Execute("DELETE FROM story_runs WHERE run = $run", ("$run", run.Number));
        runs.Remove(run);
    }

    /// <summary>Sorted keys as one sorted sequence.</summary>
    private static IEnumerable<StoryKey> InOrder(IEnumerable<StoryKey>[] sorted)
    {
        if (sorted is [var one])
        {
            return one;
        }

        return Merged(sorted);
    }

    private static IEnumerable<StoryKey> Merged(IEnumerable<StoryKey>[] sorted)
    {
        var next = new PriorityQueue<IEnumerator<StoryKey>, StoryKey>();
        foreach (var keys in sorted.Select(keys => keys.GetEnumerator()))
        {
            if (keys.MoveNext())
            {
                next.Enqueue(keys, keys.Current);
            }
        }

        while (next.TryPeek(out var keys, out var key))
        {
            yield return key;
            if (keys.MoveNext())
            {
                next.DequeueEnqueue(keys, keys.Current);
            }
            else
            {
                next.Dequeue();
            }
        }
    }

    private static void AddNear(ReadOnlySpan<StoryKey> keys, long band, int day, ref List<StoryKey>? found)
    {
        var at = keys.BinarySearch(new StoryKey(band, long.MinValue));
        for (at = at < 0 ? ~at : at; at < keys.Length && keys[at].Band == band; at++)
        {
            if (!StoryOverlap.AreFarApart(day, keys[at].Day))
            {
                (found ??= []).Add(keys[at]);
            }
        }
    }

    /// <summary>The keys of a block, until the next one is read.</summary>
    private ReadOnlySpan<StoryKey> Read(SqliteSession session, Run run, int block)
    {
        var bytes = session.CopyBytes(MemoryMarshal.AsBytes(lastRead.AsSpan()), "SELECT keys FROM story_blocks WHERE key = $key", ("$key", PlaceOf(run.Number, block)));
        return MemoryMarshal.Cast<byte, StoryKey>(MemoryMarshal.AsBytes(lastRead.AsSpan())[..bytes]);
    }

    private static void Write(SqliteSession session, long run, int block, ReadOnlySpan<StoryKey> keys) => session.Execute(
        "INSERT INTO story_blocks (key, keys) VALUES ($key, $keys) ON CONFLICT (key) DO UPDATE SET keys = excluded.keys",
        ("$key", PlaceOf(run, block)),
        ("$keys", MemoryMarshal.AsBytes(keys).ToArray()));

    private static long PlaceOf(long run, int block) => (run << BitsOfBlock) | (uint)block;

    private sealed record Run(long Number, int Level, KeyFilter Filter, long[] Firsts)
    {
        /// <summary>The first block that may have a band; keys of one band may lie in several.</summary>
        public int FirstBlockOf(long band)
        {
            // The lowest block whose first key is not less than the band; the one before it may end with the band.
            var (low, high) = (0, Firsts.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Firsts[middle] < band ? (middle + 1, high) : (low, middle);
            }

            return Math.Max(0, low - 1);
        }
    }

    /// <summary>A run whose keys come in their order; at most so many.</summary>
    private sealed class RunBeingWritten(long number, int most)
    {
        private readonly KeyFilter filter = KeyFilter.For(most);
        private readonly List<long> firsts = [];
        private readonly StoryKey[] block = new StoryKey[KeysPerBlock];
        private int filled;

        public void Add(SqliteSession session, StoryKey key)
        {
            filter.Enter(key);
            block[filled++] = key;
            if (filled == KeysPerBlock)
            {
                WriteBlock(session);
            }
        }

        public Run End(SqliteSession session, int level)
        {
            if (filled > 0)
            {
                WriteBlock(session);
            }

            return new Run(number, level, filter, [.. firsts]);
        }

        private void WriteBlock(SqliteSession session)
        {
            Write(session, number, firsts.Count, block.AsSpan()[..filled]);
            firsts.Add(block[0].Band);
            filled = 0;
        }
    }
}
