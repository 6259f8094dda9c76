using System.Globalization;
using System.Text;

namespace NewsBot.Archive;

/// <summary>
/// The bands inside one transaction: those of its articles are looked up and written together, since one statement for thousands of rows costs a
/// fraction of thousands of statements.
/// </summary>
internal sealed class BandIndex(SqliteSession session, WaitingBands waiting)
{
    /// <summary>Rows in one statement; SQLite's parser takes many more.</summary>
    private const int RowsPerStatement = 1_000;

    private readonly Dictionary<long, List<long>> articles = [];

    /// <summary>Looks up which articles have the bands.</summary>
    public void Load(IEnumerable<long> bands)
    {
        waiting.Load(session);
        foreach (var chunk in bands.Where(IsUnknown).Chunk(RowsPerStatement))
        {
            Array.Sort(chunk);
            var list = string.Join(',', chunk.Select(band => band.ToString(CultureInfo.InvariantCulture)));
            foreach (var (band, article) in session.QueryOnce($"SELECT band, article FROM story_bands WHERE band IN ({list})", static row => (row.GetInt64(0), row.GetInt64(1))))
            {
                articles[band].Add(article);
            }
        }
    }

    /// <summary>The articles that share a band with these, without the article itself, each once.</summary>
    public IEnumerable<long> Sharing(long[] bands, long article)
    {
        HashSet<long>? seen = null;
        foreach (var other in bands.SelectMany(With))
        {
            if (other != article && (seen ??= []).Add(other))
            {
                yield return other;
            }
        }
    }

    /// <summary>The articles that have a band.</summary>
    public IReadOnlyList<long> With(long band) => articles.TryGetValue(band, out var found) ? found : [];

    /// <summary>Adds an article's bands.</summary>
    public void Add(long article, long[] bands, byte[] sketch)
    {
        if (bands.Length == 0)
        {
            return;
        }

        foreach (var band in bands)
        {
            articles[band].Add(article);
        }

        waiting.Add(article, bands);
        session.Execute(
            "INSERT INTO story_keys (article, bands, sketch, is_waiting) VALUES ($article, $bands, $sketch, 1)",
            ("$article", article),
            ("$bands", WaitingBands.Encode(bands)),
            ("$sketch", sketch));
    }

    /// <summary>The sketch of an article that has bands; null where an older program stored it.</summary>
    public byte[]? SketchOf(long article) => session.Scalar("SELECT sketch FROM story_keys WHERE article = $article", ("$article", article)) as byte[];

    /// <summary>Removes an article's bands; false when it had none.</summary>
    public bool Remove(long article)
    {
        waiting.Load(session);
        if (session.Scalar("SELECT bands FROM story_keys WHERE article = $article", ("$article", article)) is not byte[] kept)
        {
            return false;
        }

        foreach (var band in WaitingBands.Decode(kept))
        {
            session.Execute("DELETE FROM story_bands WHERE band = $band AND article = $article", ("$band", band), ("$article", article));
            articles.GetValueOrDefault(band)?.Remove(article);
        }

        session.Execute("DELETE FROM story_keys WHERE article = $article", ("$article", article));
        waiting.Remove(article);
        return true;
    }

    /// <summary>Moves the waiting keys into the table when there are many of them.</summary>
    public void Write()
    {
        if (waiting.Count < WaitingBands.MostWaiting)
        {
            return;
        }

        foreach (var chunk in waiting.All().Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("INSERT INTO story_bands (band, article) VALUES ");
            foreach (var (band, article) in chunk)
            {
                sql.Append(CultureInfo.InvariantCulture, $"({band},{article}),");
            }

            sql.Length--;
            session.ExecuteOnce(sql.ToString());
        }

        session.Execute("UPDATE story_keys SET is_waiting = 0 WHERE is_waiting = 1");
        waiting.Clear();
    }

    private bool IsUnknown(long band)
    {
        if (articles.ContainsKey(band))
        {
            return false;
        }

        articles.Add(band, [.. waiting.With(band)]);
        return true;
    }
}
