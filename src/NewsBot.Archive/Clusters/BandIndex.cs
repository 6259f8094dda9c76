using System.Buffers;

namespace NewsBot.Archive;

/// <summary>Who has which band, inside one transaction: the keys that wait, and those in runs on the disk.</summary>
internal sealed class BandIndex
{
    /// <summary>
    /// So many keys of a band are looked at, and about as many more in runs: only forms that are filled in again and again have more, and reading all of them for
    /// each takes the square of their number.
    /// </summary>
    private const int MostOfBand = 256;

    private readonly SqliteSession session;
    private readonly StoryKeyBlocks blocks;
    private readonly WaitingBands waiting;
    private readonly StoryRuns runs;
    private readonly Dictionary<(long Band, int Day), List<StoryKey>> foundInRuns = [];

    /// <summary>Opens the index for one transaction; reads what is kept in memory where that is not there yet.</summary>
    public BandIndex(SqliteSession session, BandMemory memory)
    {
        this.session = session;
        blocks = new StoryKeyBlocks(session);
        waiting = memory.Waiting;
        runs = memory.Runs;
        runs.Load(session);
        if (!waiting.IsLoaded)
        {
            LoadWaiting();
        }
    }

    /// <summary>The keys of articles that share a band with these and are not far apart in time, each article once.</summary>
    public List<StoryKey> Sharing(long[] bands, int day)
    {
        List<StoryKey> keys = [];
        foreach (var band in bands)
        {
            AddWith(band, day, keys);
        }

        return keys.Count < 2 ? keys : [.. keys.DistinctBy(key => key.Article)];
    }

    /// <summary>The keys of articles that have a band and are not far apart in time.</summary>
    public List<StoryKey> With(long band, int day)
    {
        List<StoryKey> keys = [];
        AddWith(band, day, keys);
        return keys;
    }

    /// <summary>Adds an article's bands.</summary>
    public void Add(long article, int day, long[] bands, byte[] sketch)
    {
        if (bands.Length == 0)
        {
            return;
        }

        waiting.Add(article, day, bands);
        blocks.Add(new KeptKeys(article, day, bands, sketch));
        if (article <= runs.Last)
        {
            session.Execute("INSERT INTO story_keys_marked (article) VALUES ($article)", ("$article", article));
        }
    }

    /// <summary>Whether an article has bands.</summary>
    public bool Has(long article) => blocks.Find(article) is not null;

    /// <summary>The sketch of an article that has bands, until the next one is asked for.</summary>
    public ReadOnlySpan<byte> SketchOf(long article) => blocks.SketchOf(article);

    /// <summary>Removes an article's bands; false when it had none.</summary>
    public bool Remove(long article)
    {
        if (blocks.Remove(article) is not { } kept)
        {
            return false;
        }

        var isMarked = session.Execute("DELETE FROM story_keys_marked WHERE article = $article", ("$article", article)) > 0;
        if (isMarked || article > runs.Last)
        {
            waiting.Remove(article, kept.Bands);
        }
        else
        {
            RemoveFromRuns(article, kept.Bands);
        }

        return true;
    }

    /// <summary>Writes what was added, and makes a run of the waiting keys when there are many of them.</summary>
    public void Write()
    {
        blocks.Write();
        if (waiting.Count < waiting.Most)
        {
            return;
        }

        var keys = ArrayPool<StoryKey>.Shared.Rent(waiting.MostKeys);
        runs.Add(session, new ArraySegment<StoryKey>(keys, 0, waiting.CopyTo(keys)));
        ArrayPool<StoryKey>.Shared.Return(keys);
        session.Execute("DELETE FROM story_keys_marked WHERE article <= $last", ("$last", runs.Last));
        waiting.Clear();
        foundInRuns.Clear();
    }

    /// <summary>An archive that an older program wrote has all of its keys waiting; they become runs a part at a time.</summary>
    private void LoadWaiting()
    {
        StoryKeyRenewal.Run(session, blocks);
        foreach (var article in session.Query("SELECT article FROM story_keys_marked WHERE article <= $last ORDER BY article", static row => row.GetInt64(0), ("$last", runs.Last)))
        {
            Load(blocks.Find(article)!);
        }

        for (var after = runs.Last; blocks.After(after) is { Count: > 0 } entries; after = entries[^1].Article)
        {
            entries.ForEach(Load);
            Write();
        }

        waiting.Loaded();
    }

    private void Load(KeptKeys keys) => waiting.Add(keys.Article, keys.Day, keys.Bands);

    private void AddWith(long band, int day, List<StoryKey> keys)
    {
        waiting.Find(band, day, keys.Count + MostOfBand, keys);
        if (InRuns(band, day) is { } kept)
        {
            keys.AddRange(kept);
        }
    }

    private void RemoveFromRuns(long article, long[] bands)
    {
        foreach (var band in bands)
        {
            foreach (var key in runs.Find(session, band, StoryKey.UnknownDay, int.MaxValue)?.Where(key => key.Article == article) ?? [])
            {
                runs.Remove(session, key);
            }
        }

        foundInRuns.Clear();
    }

    private List<StoryKey>? InRuns(long band, int day)
    {
        if (!runs.MayHave(band, day))
        {
            return null;
        }

        if (!foundInRuns.TryGetValue((band, day), out var keys) && runs.Find(session, band, day, MostOfBand) is { } found)
        {
            foundInRuns.Add((band, day), keys = found);
        }

        return keys;
    }
}
