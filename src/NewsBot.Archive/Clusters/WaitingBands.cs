using System.Buffers.Binary;

namespace NewsBot.Archive;

/// <summary>
/// The keys of the articles that were stored last, which are not in the table of bands yet. They are kept in the order of the articles, which is
/// cheap to write, and in memory, where they are found; <see cref="BandIndex"/> moves them into the table many at a time. Lives as long as the
/// store, and is used inside its transactions only.
/// </summary>
internal sealed class WaitingBands
{
    /// <summary>So many articles wait before their keys are moved: some megabytes of memory.</summary>
    public const int MostWaiting = 20_000;

    private readonly Dictionary<long, List<long>> articles = [];
    private readonly Dictionary<long, long[]> bands = [];
    private bool isLoaded;

    /// <summary>How many articles wait.</summary>
    public int Count => bands.Count;

    /// <summary>All keys that wait, with their articles, in the order of the table they go into.</summary>
    public IEnumerable<(long Band, long Article)> All() => bands.SelectMany(entry => entry.Value.Select(band => (band, entry.Key))).Order();

    /// <summary>Reads what an earlier process, or a transaction that was rolled back, left.</summary>
    public void Load(SqliteSession session)
    {
        if (isLoaded)
        {
            return;
        }

        Clear();
        foreach (var (article, keys) in session.Query("SELECT article, bands FROM story_keys WHERE is_waiting = 1", static row => (row.GetInt64(0), Decode((byte[])row.GetValue(1)))))
        {
            Add(article, keys);
        }

        isLoaded = true;
    }

    /// <summary>Forgets everything, so that it is read again; called when a transaction was rolled back.</summary>
    public void Forget() => isLoaded = false;

    /// <summary>The waiting articles with a key.</summary>
    public IReadOnlyList<long> With(long band) => articles.TryGetValue(band, out var found) ? found : [];

    /// <summary>Adds an article's keys.</summary>
    public void Add(long article, long[] keys)
    {
        bands[article] = keys;
        foreach (var band in keys)
        {
            if (!articles.TryGetValue(band, out var sharing))
            {
                articles.Add(band, sharing = []);
            }

            sharing.Add(article);
        }
    }

    /// <summary>Takes an article's keys out.</summary>
    public void Remove(long article)
    {
        if (bands.Remove(article, out var keys))
        {
            foreach (var band in keys)
            {
                articles[band].Remove(article);
            }
        }
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        articles.Clear();
        bands.Clear();
    }

    /// <summary>Keys as they are kept: eight bytes each, the highest first.</summary>
    public static byte[] Encode(long[] keys)
    {
        var bytes = new byte[keys.Length * sizeof(long)];
        for (var i = 0; i < keys.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), keys[i]);
        }

        return bytes;
    }

    /// <summary>Keys that were kept.</summary>
    public static long[] Decode(byte[] bytes)
    {
        var keys = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(i * sizeof(long)));
        }

        return keys;
    }
}
