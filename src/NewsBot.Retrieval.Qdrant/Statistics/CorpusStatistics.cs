using Microsoft.Data.Sqlite;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Qdrant.Statistics;

/// <summary>Where the index of an archive stands, as the last acknowledged write left it.</summary>
/// <param name="Incarnation">The making of the collections that this belongs to.</param>
/// <param name="Position">The position in the store's log up to which Qdrant has acknowledged everything.</param>
/// <param name="Articles">How many articles are indexed.</param>
/// <param name="TotalLength">Their weighted lengths, summed.</param>
/// <param name="AverageLength">The average length that the stored weights were made with.</param>
internal sealed record ArchiveState(string Incarnation, long Position, long Articles, long TotalLength, double AverageLength)
{
    /// <summary>The average length as it is now.</summary>
    public double TrueAverageLength => Articles == 0 ? AverageLength : Math.Max(1, (double)TotalLength / Articles);
}

/// <summary>What an article adds to the statistics; no terms for one that was removed.</summary>
internal sealed record IndexedArticle(Guid Id, int Version, int Length, IReadOnlyCollection<uint>? Terms);

/// <summary>
/// How rare terms are in each archive, kept beside the store since a server counts over all archives (and deleted points too). It is the
/// outbox's mark as well: the position moves, in one transaction with the counts, only after Qdrant acknowledged. Derived: it can be
/// thrown away. Safe for several threads and processes.
/// </summary>
internal sealed class CorpusStatistics
{
    private readonly string connectionString;
    private readonly Lazy<bool> created;

    public CorpusStatistics(string folder)
    {
        var path = Path.Combine(folder, "qdrant.db");
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        created = new Lazy<bool>(() => Create(folder));
    }

    /// <summary>Where an archive stands, or null where nothing of it was ever indexed.</summary>
    public ArchiveState? Find(ArchiveName archive)
    {
        using var connection = Open();
        return Find(connection, archive);
    }

    /// <summary>Begins an archive anew: nothing is indexed.</summary>
    public ArchiveState Begin(ArchiveName archive, string incarnation, double averageLength)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var table in new[] { "articles", "term_counts" })
        {
            Execute(connection, $"DELETE FROM {table} WHERE archive = (SELECT key FROM archives WHERE name = $name)", ("$name", archive.Value));
        }

        Execute(
            connection,
            """
            INSERT INTO archives (name, incarnation, position, articles, total_length, average_length) VALUES ($name, $incarnation, 0, 0, 0, $average)
            ON CONFLICT (name) DO UPDATE SET incarnation = excluded.incarnation, position = 0, articles = 0, total_length = 0, average_length = excluded.average_length
            """,
            ("$name", archive.Value),
            ("$incarnation", incarnation),
            ("$average", averageLength));
        transaction.Commit();
        return new ArchiveState(incarnation, 0, 0, 0, averageLength);
    }

    /// <summary>Records the average length that all stored weights are made with from now on.</summary>
    public void SetAverageLength(ArchiveName archive, double averageLength)
    {
        using var connection = Open();
        Execute(connection, "UPDATE archives SET average_length = $average WHERE name = $name", ("$average", averageLength), ("$name", archive.Value));
    }

    /// <summary>Moves an archive to other collections, which hold everything up to a position; what came after is written to them next.</summary>
    public void Adopt(ArchiveName archive, string incarnation, double averageLength, long position)
    {
        using var connection = Open();
        Execute(
            connection,
            "UPDATE archives SET incarnation = $incarnation, average_length = $average, position = $position WHERE name = $name",
            ("$incarnation", incarnation),
            ("$average", averageLength),
            ("$position", position),
            ("$name", archive.Value));
    }

    /// <summary>Takes in articles that were written again, wherever the position stands; each replaces what was counted of it.</summary>
    public void Replace(ArchiveName archive, IReadOnlyCollection<IndexedArticle> batch)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        if (Find(connection, archive) is { } state)
        {
            new StatisticsBatch(connection, KeyOf(connection, archive)).Apply(batch, state.Position);
            transaction.Commit();
        }
    }

    /// <summary>Takes in a batch that Qdrant has acknowledged. False, and nothing done, where another process has moved the position meanwhile.</summary>
    public bool Apply(ArchiveName archive, long from, long to, IReadOnlyCollection<IndexedArticle> batch)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        if (Find(connection, archive)?.Position != from)
        {
            return false;
        }

        new StatisticsBatch(connection, KeyOf(connection, archive)).Apply(batch, to);
        transaction.Commit();
        return true;
    }

    /// <summary>In how many articles of an archive each term occurs, in the terms' order.</summary>
    public IReadOnlyList<long> ArticlesWith(ArchiveName archive, IReadOnlyList<uint> terms)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT articles FROM term_counts WHERE archive = (SELECT key FROM archives WHERE name = $name) AND term = $term";
        command.Parameters.AddWithValue("$name", archive.Value);
        var term = command.Parameters.Add("$term", SqliteType.Integer);
        return terms.Select(wanted =>
        {
            term.Value = (long)wanted;
            return command.ExecuteScalar() is long count ? count : 0;
        }).ToList();
    }

    /// <summary>The version of each of the articles that is indexed; absent for those that are not.</summary>
    public IReadOnlyDictionary<Guid, int> VersionsOf(ArchiveName archive, IEnumerable<Guid> articles)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version FROM articles WHERE archive = (SELECT key FROM archives WHERE name = $name) AND id = $id";
        command.Parameters.AddWithValue("$name", archive.Value);
        var id = command.Parameters.Add("$id", SqliteType.Blob);
        var versions = new Dictionary<Guid, int>();
        foreach (var article in articles)
        {
            id.Value = article.ToByteArray();
            if (command.ExecuteScalar() is long version)
            {
                versions[article] = (int)version;
            }
        }

        return versions;
    }

    internal static void Execute(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static ArchiveState? Find(SqliteConnection connection, ArchiveName archive)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT incarnation, position, articles, total_length, average_length FROM archives WHERE name = $name";
        command.Parameters.AddWithValue("$name", archive.Value);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new ArchiveState(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetDouble(4))
            : null;
    }

    private static long KeyOf(SqliteConnection connection, ArchiveName archive)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key FROM archives WHERE name = $name";
        command.Parameters.AddWithValue("$name", archive.Value);
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        _ = created.Value;
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private bool Create(string folder)
    {
        Directory.CreateDirectory(folder);
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var schema = new StreamReader(typeof(CorpusStatistics).Assembly.GetManifestResourceStream("NewsBot.Retrieval.Qdrant.Statistics.schema.sql")!);
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, schema.ReadToEnd());
        return true;
    }
}
