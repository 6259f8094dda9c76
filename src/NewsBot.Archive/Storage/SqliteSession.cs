using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// One connection with its prepared statements. Not for several threads at once: the store lends sessions out one at a time.
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> queries = [];
    private readonly Dictionary<string, PreparedStatement> statements = [];

    /// <summary>Runs a statement that gives nothing back; the result is the number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql).Execute(parameters);

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql).Scalar(parameters);

    /// <summary>Copies the bytes in the first column of the first row; how many they are, 0 where there is no row.</summary>
    public int CopyBytes(Span<byte> destination, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql).CopyBytes(destination, parameters);

    /// <summary>All rows, each read by a function.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        QueryUntil(sql, read, static _ => false, parameters);

    /// <summary>The rows up to one that is enough, each read by a function; that one comes last.</summary>
    public List<T> QueryUntil<T>(string sql, Func<SqliteDataReader, T> read, Func<T, bool> isEnough, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = QueryOf(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
            if (isEnough(rows[^1]))
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>The first row, or null.</summary>
    public T? QueryFirst<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : class
    {
        using var reader = QueryOf(sql, parameters).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Runs a statement that is not prepared for later, as when its values stand in its text (only numbers may), or several statements.</summary>
    public void ExecuteOnce(string sql)
    {
        using var statement = connection.CreateCommand();
        statement.CommandText = sql;
        statement.ExecuteNonQuery();
    }

    /// <summary>All rows of a statement that is not prepared for later. Only numbers and bytes may stand in its text as values.</summary>
    public List<T> QueryOnce<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var statement = connection.CreateCommand();
        statement.CommandText = sql;
        using var reader = statement.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Runs work in one transaction, which is rolled back when the work throws.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>The key of the row inserted last.</summary>
    public long LastKey() => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>The connection itself, for backups.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The statements prepared so far, so that a test can ask how SQLite would carry them out.</summary>
    public IEnumerable<string> Prepared => [.. queries.Keys, .. statements.Keys];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        foreach (var query in queries.Values)
        {
            query.Dispose();
        }

        connection.Dispose();
    }

    private PreparedStatement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new PreparedStatement(connection.Handle!, sql);
            statements.Add(sql, statement);
        }

        return statement;
    }

    private SqliteCommand QueryOf(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!queries.TryGetValue(sql, out var query))
        {
            query = connection.CreateCommand();
            query.CommandText = sql;
            queries.Add(sql, query);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var value = parameters[i].Value ?? DBNull.Value;
            if (i < query.Parameters.Count)
            {
                query.Parameters[i].Value = value;
            }
            else
            {
                query.Parameters.AddWithValue(parameters[i].Name, value);
            }
        }

        return query;
    }

    private void RollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back, as it does when the disk is full; the first exception tells why.
        }
    }
}
