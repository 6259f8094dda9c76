using System.Globalization;
using System.Text;

namespace NewsBot.Archive;

/// <summary>
/// The bands of a transaction: those of its articles are looked up and written together, since one statement for thousands of rows costs a
/// fraction of thousands of statements.
/// </summary>
internal sealed class BandIndex(SqliteSession session)
{
    /// <summary>Rows in one statement; SQLite's parser takes many more.</summary>
    private const int RowsPerStatement = 1_000;

    private readonly Dictionary<long, List<long>> articles = [];
    private readonly List<(long Band, long Article)> unwritten = [];

    /// <summary>Looks up which articles have the bands.</summary>
    public void Load(IEnumerable<long> bands)
    {
        foreach (var chunk in bands.Where(band => articles.TryAdd(band, [])).Chunk(RowsPerStatement))
        {
            var list = string.Join(',', chunk.Select(band => band.ToString(CultureInfo.InvariantCulture)));
            foreach (var (band, article) in session.QueryOnce($"SELECT band, article FROM story_bands WHERE band IN ({list})", static row => (row.GetInt64(0), row.GetInt64(1))))
            {
                articles[band].Add(article);
            }
        }
    }

    /// <summary>The articles that share a band with these, without the article itself; at most so many.</summary>
    public List<long> Sharing(long[] bands, long article, int limit) =>
        [.. bands.SelectMany(band => articles[band]).Where(other => other != article).Distinct().Take(limit)];

    /// <summary>Adds an article's bands; they are written by <see cref="Write"/>.</summary>
    public void Add(long article, long[] bands)
    {
        foreach (var band in bands.Distinct())
        {
            articles[band].Add(article);
            unwritten.Add((band, article));
        }
    }

    /// <summary>Removes an article's bands.</summary>
    public void Remove(long article)
    {
        session.Execute("DELETE FROM story_bands WHERE article = $article", ("$article", article));
        unwritten.RemoveAll(row => row.Article == article);
        foreach (var sharing in articles.Values)
        {
            sharing.Remove(article);
        }
    }

    /// <summary>Writes what was added, in the order of the table.</summary>
    public void Write()
    {
        unwritten.Sort();
        foreach (var chunk in unwritten.Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("INSERT INTO story_bands (band, article) VALUES ");
            foreach (var (band, article) in chunk)
            {
                sql.Append(CultureInfo.InvariantCulture, $"({band},{article}),");
            }

            sql.Length--;
            session.ExecuteOnce(sql.ToString());
        }

        unwritten.Clear();
    }
}
