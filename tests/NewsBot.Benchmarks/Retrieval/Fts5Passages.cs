using Microsoft.Data.Sqlite;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>The usual way with SQLite: FTS5 over passages with the porter tokenizer, bm25 with the title at twice the weight.</summary>
internal sealed class Fts5Passages : IArchiveIndex, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly IReadOnlyList<Article> articles;

    public Fts5Passages(string file, IReadOnlyList<Article> articles)
    {
        this.articles = articles;
        connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE p USING fts5(title, text, content='', tokenize='porter unicode61 remove_diacritics 2')");
        Execute("CREATE TABLE o (id INTEGER PRIMARY KEY, article INTEGER, published INTEGER)");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO p (rowid, title, text) VALUES ($row, $title, $text); INSERT INTO o VALUES ($row, $article, $published)";
        var (row, title, text, article, published) = (Parameter(insert, "$row"), Parameter(insert, "$title"), Parameter(insert, "$text"), Parameter(insert, "$article"), Parameter(insert, "$published"));
        var next = 0L;
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var passage in PassageCutter.Cut(articles[i].Text))
            {
                (row.Value, title.Value, text.Value) = (++next, articles[i].Title, passage.Range.Of(articles[i].Text));
                (article.Value, published.Value) = (i, articles[i].Published?.Instant.ToUnixTimeSeconds() ?? 0);
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    public ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT o.article, bm25(p, 2.0, 1.0) AS score FROM p JOIN o ON o.id = p.rowid WHERE p MATCH $words AND o.published <= $asof ORDER BY score LIMIT 60";
        var words = query.Text.Split([.. query.Text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        select.Parameters.AddWithValue("$words", string.Join(" OR ", words.Select(word => $"\"{word}\"")));
        select.Parameters.AddWithValue("$asof", query.AsOf.ToUnixTimeSeconds());
        var hits = new List<ArticleHit>();
        using var rows = select.ExecuteReader();
        while (rows.Read() && hits.Count < query.Limit)
        {
            var article = articles[rows.GetInt32(0)];
            if (hits.TrueForAll(hit => hit.Article.Id != article.Id))
            {
                hits.Add(new ArticleHit(article, -rows.GetDouble(1), [], []));
            }
        }

        return new(new SearchOutcome { Hits = hits, Answerability = 0, Reading = new QuestionReading { Terms = [] }, ArticlesSearched = articles.Count });
    }

    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => new(0);

    public void Dispose() => connection.Dispose();

    private static SqliteParameter Parameter(SqliteCommand command, string name) => command.Parameters.AddWithValue(name, DBNull.Value);

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
