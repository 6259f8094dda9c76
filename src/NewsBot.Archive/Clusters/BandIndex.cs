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
    private readonly WaitingBands waiting;
    private readonly StoryRuns runs;
    private readonly Dictionary<(long Band, int Day), List<StoryKey>> foundInRuns = [];

    /// <summary>Opens the index for one transaction; reads what is kept in memory where that is not there yet.</summary>
    public BandIndex(SqliteSession session, BandMemory memory)
    {
        this.session = session;
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
        session.Execute(
            "INSERT INTO story_keys (article, bands, sketch, is_waiting) VALUES ($article, $bands, $sketch, $marked)",
            ("$article", article),
            ("$bands", WaitingBands.Encode(bands)),
            ("$sketch", sketch),
            ("$marked", article <= runs.Last));
    }

    /// <summary>The sketch of an article that has bands; null where an older program stored it.</summary>
    public byte[]? SketchOf(long article) => session.Scalar("SELECT sketch FROM story_keys WHERE article = $article", ("$article", article)) as byte[];

    /// <summary>Removes an article's bands; false when it had none.</summary>
    public bool Remove(long article)
    {
        if (session.QueryFirst("SELECT bands, is_waiting FROM story_keys WHERE article = $article", static row => new Kept((byte[])row.GetValue(0), row.GetBoolean(1)), ("$article", article)) is not { } kept)
        {
            return false;
        }

        var bands = WaitingBands.Decode(kept.Bands);
        if (kept.IsMarked || article > runs.Last)
        {
            waiting.Remove(article, bands);
        }
        else
        {
            RemoveFromRuns(article, bands);
        }

        session.Execute("DELETE FROM story_keys WHERE article = $article", ("$article", article));
        return true;
    }

    /// <summary>Makes a run of the waiting keys when there are many of them.</summary>
    public void Write()
    {
        if (waiting.Count < waiting.Most)
        {
            return;
        }

        var keys = waiting.All();
        runs.Add(session, keys);
        session.Execute("UPDATE story_keys SET is_waiting = 0 WHERE is_waiting = 1 AND article <= $last", ("$last", keys.Max(key => key.Article)));
        waiting.Clear();
        foundInRuns.Clear();
    }

    /// <summary>An archive that an older program wrote has all of its keys waiting; they become runs a part at a time.</summary>
    private void LoadWaiting()
    {
        LoadAll(ReadMarked);
        LoadAll(ReadAfterRuns);
        waiting.Loaded();
    }

    private void LoadAll(Func<long, List<KeptKeys>> readAfter)
    {
        for (var after = 0L; readAfter(after) is { Count: > 0 } read; after = read[^1].Article)
        {
            foreach (var (article, bands, day) in read)
            {
                waiting.Add(article, day, bands);
            }

            Write();
        }
    }

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
        if (!foundInRuns.TryGetValue((band, day), out var keys) && runs.Find(session, band, day, MostOfBand) is { } found)
        {
            foundInRuns.Add((band, day), keys = found);
        }

        return keys;
    }

    private List<KeptKeys> ReadMarked(long after) => Read("k.is_waiting = 1", after);

    private List<KeptKeys> ReadAfterRuns(long after) => Read("k.is_waiting = 0", Math.Max(after, runs.Last));

    private List<KeptKeys> Read(string condition, long after) => session.Query(
        $"""
        SELECT k.article, k.bands, a.published_at FROM story_keys k JOIN articles a ON a.key = k.article
        WHERE {condition} AND k.article > $after ORDER BY k.article LIMIT $limit
        """,
        static row => new KeptKeys(row.GetInt64(0), WaitingBands.Decode((byte[])row.GetValue(1)), StoryKey.DayOf(row.IsDBNull(2) ? null : row.GetInt64(2))),
        ("$after", after),
        ("$limit", waiting.Most));

    private readonly record struct KeptKeys(long Article, long[] Bands, int Day);

    private sealed record Kept(byte[] Bands, bool IsMarked);
}
