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

    /// <summary>Writes keys as a run, and puts runs together where there are enough of one size.</summary>
    public void Add(SqliteSession session, StoryKey[] keys, int level = 0)
    {
        var same = runs.FindAll(run => run.Level == level);
        if (level < LastLevel && same.Count + 1 >= RunsPerLevel)
        {
            Add(session, [.. same.SelectMany(run => TakeOut(session, run)), .. keys], level + 1);
            return;
        }

        StoryKeySort.Sort(keys);
        var run = new Run(runs.Count == 0 ? 1 : runs[^1].Number + 1, level, KeyFilter.Of(keys), [.. keys.Where((_, at) => at % KeysPerBlock == 0).Select(key => key.Band)]);
        for (var block = 0; block < run.Firsts.Length; block++)
        {
            Write(session, run.Number, block, keys.AsSpan()[(block * KeysPerBlock)..Math.Min(keys.Length, (block + 1) * KeysPerBlock)]);
        }

        Last = Math.Max(Last, keys.Max(key => key.Article));
        session.Execute(
            "INSERT INTO story_runs (run, level, filter, firsts, last) VALUES ($run, $level, $filter, $firsts, $last)",
            ("$run", run.Number),
            ("$level", run.Level),
            ("$filter", run.Filter.ToBytes()),
            ("$firsts", MemoryMarshal.AsBytes(run.Firsts.AsSpan()).ToArray()),
            ("$last", Last));
        runs.Add(run);
    }

    private StoryKey[] TakeOut(SqliteSession session, Run run)
    {
        StoryKey[] keys = [.. Enumerable.Range(0, run.Firsts.Length).SelectMany(block => Read(session, run, block).ToArray())];
        session.Execute("DELETE FROM story_blocks WHERE key BETWEEN $first AND $last", ("$first", PlaceOf(run.Number, 0)), ("$last", PlaceOf(run.Number, run.Firsts.Length)));
        session.Execute("DELETE FROM story_runs WHERE run = $run", ("$run", run.Number));
        runs.Remove(run);
        return keys;
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
}
