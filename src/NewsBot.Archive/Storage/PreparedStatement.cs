using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsBot.Archive;

/// <summary>
/// One statement of a connection, prepared once. It binds its values by place and gives back no reader, which an ingest of many small rows notices: a
/// <see cref="SqliteCommand"/> looks its parameters up by name each time.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int[]? places;

    /// <summary>Prepares a statement; what follows the first one in the text is not run.</summary>
    /// <exception cref="SqliteException">It is not SQL that this database understands.</exception>
    public PreparedStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Runs it; the number of rows changed.</summary>
    public int Execute(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        try
        {
            while (Step())
            {
                // A pragma may answer with rows that nobody asked for.
            }

            return raw.sqlite3_changes(database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Runs it; the first column of the first row, or null.</summary>
    public object? Scalar(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        try
        {
            return Step() ? Value() : null;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Runs it and copies the bytes in the first column of the first row; how many they are, 0 where there is no row.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public int CopyBytes(Span<byte> destination, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        try
        {
            var bytes = Step() ? raw.sqlite3_column_blob(statement, 0) : [];
            bytes.CopyTo(destination);
            return bytes.Length;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    private object? Value() => raw.sqlite3_column_type(statement, 0) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, 0),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, 0).ToArray(),
        _ => null,
    };

    /// <summary>Binds the values; the same statement always has the same names in the same order.</summary>
    private void Bind(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        places ??= PlacesOf(parameters);
        for (var i = 0; i < parameters.Length; i++)
        {
            Check(Bind(places[i], parameters[i].Value));
        }
    }

    private int[] PlacesOf(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var found = new int[parameters.Length];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = raw.sqlite3_bind_parameter_index(statement, parameters[i].Name);
            if (found[i] == 0)
            {
                throw new InvalidOperationException($"The statement has no parameter {parameters[i].Name}.");
            }
        }

        return found.Length == raw.sqlite3_bind_parameter_count(statement)
            ? found
            : throw new InvalidOperationException("The statement has parameters without a value.");
    }

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, place),
        string text => BindText(place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A value of type {value.GetType().Name} cannot be kept."), nameof(value)),
    };

    private int BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, place, "");
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, place, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
