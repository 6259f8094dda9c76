using Microsoft.Data.Sqlite;

namespace NewsBot.Retrieval.Qdrant.Statistics;

/// <summary>One batch of articles into the counts, inside the transaction of whoever opened it.</summary>
internal sealed class StatisticsBatch(SqliteConnection connection, long archive)
{
    private readonly Dictionary<uint, int> changes = [];
    private long articles;
    private long length;

    public void Apply(IReadOnlyCollection<IndexedArticle> batch, long position)
    {
        foreach (var article in batch)
        {
            TakeOut(article.Id);
            if (article.Terms is { } terms)
            {
                PutIn(article, terms);
            }
        }

        WriteCounts();
        CorpusStatistics.Execute(
            connection,
            "UPDATE archives SET position = $position, articles = articles + $articles, total_length = total_length + $length WHERE key = $archive",
            ("$position", position),
            ("$articles", articles),
            ("$length", length),
            ("$archive", archive));
    }

    private void TakeOut(Guid id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM articles WHERE archive = $archive AND id = $id RETURNING length, terms";
        command.Parameters.AddWithValue("$archive", archive);
        command.Parameters.AddWithValue("$id", id.ToByteArray());
        using var reader = command.ExecuteReader();
        if (reader.Read())
        {
            articles--;
            length -= reader.GetInt64(0);
            Count(TermList.Decode(reader.GetFieldValue<byte[]>(1)), -1);
        }
    }

    private void PutIn(IndexedArticle article, IReadOnlyCollection<uint> terms)
    {
        articles++;
        length += article.Length;
        Count(terms, 1);
        CorpusStatistics.Execute(
            connection,
            "INSERT INTO articles (archive, id, version, length, terms) VALUES ($archive, $id, $version, $length, $terms)",
            ("$archive", archive),
            ("$id", article.Id.ToByteArray()),
            ("$version", article.Version),
            ("$length", article.Length),
            ("$terms", TermList.Encode(terms)));
    }

    private void Count(IEnumerable<uint> terms, int change)
    {
        foreach (var term in terms)
        {
            changes[term] = changes.GetValueOrDefault(term) + change;
        }
    }

    private void WriteCounts()
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO term_counts (archive, term, articles) VALUES ($archive, $term, $change)
            ON CONFLICT (archive, term) DO UPDATE SET articles = articles + excluded.articles
            """;
        command.Parameters.AddWithValue("$archive", archive);
        var term = command.Parameters.Add("$term", SqliteType.Integer);
        var change = command.Parameters.Add("$change", SqliteType.Integer);
        foreach (var (key, value) in changes.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key))
        {
            term.Value = (long)key;
            change.Value = value;
            command.ExecuteNonQuery();
        }
    }
}
