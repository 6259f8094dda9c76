using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// The SQLite file of a data folder and its connections: one session that writes, and as many that read as are needed at once.
/// Every acknowledged write is on the disk (WAL with <c>synchronous=FULL</c>), so it survives a kill and a power cut.
/// </summary>
internal sealed class Database : IDisposable
{
    /// <summary>The file's name inside the data folder.</summary>
    public const string FileName = "newsbot.db";

    private const int BusyMilliseconds = 5_000;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int InputOutputError = 10;
    private const int Busy = 5;

    /// <summary>The log is brought into the file when it has so many pages: pages that one batch after the other changes are then written once.</summary>
    private const int PagesInLog = 8_000;

    private readonly string path;
    private readonly bool isImmutable;
    private readonly ConcurrentBag<SqliteSession> idleReaders = [];
    private readonly Lock writing = new();
    private SqliteSession? writer;

    private Database(string path, bool isImmutable)
    {
        this.path = path;
        this.isImmutable = isImmutable;
    }

    /// <summary>Opens the file for writing, creates it where it is missing and brings its schema up to date.</summary>
    public static Database OpenForWriting(string folder)
    {
        var database = new Database(Path.Combine(folder, FileName), isImmutable: false);
        return database.Guarded(() =>
        {
            SchemaMigrations.Apply(database.Writer(), database.path);
            return database;
        });
    }

    /// <summary>Opens an existing file for reading.</summary>
    public static Database OpenForReading(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new ArchiveUnavailableException($"The data folder {folder} holds no archive yet: ingest something first, or name another folder with --data.");
        }

        var database = new Database(file, isImmutable: !CanWriteIn(folder) && !File.Exists(file + "-wal"));
        return database.Read(session =>
        {
            SchemaMigrations.RequireCurrent(session, file);
            return database;
        });
    }

    /// <summary>Brings everything from the log beside the file into the file, so that it can be moved.</summary>
    public static void Checkpoint(string folder)
    {
        using var database = new Database(Path.Combine(folder, FileName), isImmutable: false);
        database.WithWriter(static session => session.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    /// <summary>Makes sure that a file is a whole store of this or an older program.</summary>
    /// <exception cref="ArchiveUnavailableException">It is not.</exception>
    public static void RequireWhole(string file)
    {
        using var database = new Database(file, isImmutable: true);
        try
        {
            var isWhole = database.Read(session =>
            {
                SchemaMigrations.RefuseNewer(session, file);
                return session.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'articles'") is not null && session.Scalar("PRAGMA quick_check(1)") is "ok";
            });
            if (!isWhole)
            {
                throw new ArchiveUnavailableException(NoBackup(file));
            }
        }
        catch (ArchiveUnavailableException damaged) when (damaged.InnerException is SqliteException { SqliteErrorCode: Corrupt or NotADatabase })
        {
            throw new ArchiveUnavailableException(NoBackup(file), damaged);
        }
    }

    /// <summary>What a failure says of the disk, or null where it says something of the file, as that it is damaged.</summary>
    public static string? WhatIsWithTheDisk(SqliteException failure) => failure.SqliteErrorCode switch
    {
        DiskFull => "the disk is full",
        CannotOpen or ReadOnly or InputOutputError => failure.Message,
        _ => null,
    };

    /// <summary>Runs work on a reading session.</summary>
    public T Read<T>(Func<SqliteSession, T> work) => Guarded(() =>
    {
        var session = idleReaders.TryTake(out var idle) ? idle : OpenReader();
        try
        {
            return work(session);
        }
        finally
        {
            idleReaders.Add(session);
        }
    });

    /// <summary>Runs work on the writing session in one transaction; one caller at a time.</summary>
    /// <param name="work">The work.</param>
    /// <param name="rolledBack">Called when the transaction failed, before another one begins.</param>
    public T Write<T>(Func<SqliteSession, T> work, Action? rolledBack = null) => Guarded(() =>
    {
        lock (writing)
        {
            var session = Writer();
            try
            {
                return session.InTransaction(() => work(session));
            }
            catch
            {
                rolledBack?.Invoke();
                throw;
            }
        }
    });

    /// <summary>Runs work on the writing session outside a transaction; one caller at a time.</summary>
    public T WithWriter<T>(Func<SqliteSession, T> work) => Guarded(() =>
    {
        lock (writing)
        {
            return work(Writer());
        }
    });

    /// <summary>The steps in which SQLite would carry out each statement that this store has prepared so far.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Plans()
    {
        string[] statements = [.. idleReaders.Append(Writer()).SelectMany(session => session.Prepared).Distinct().Where(sql => !sql.StartsWith("PRAGMA", StringComparison.Ordinal))];
        return Read(session => statements.ToDictionary(sql => sql, sql => (IReadOnlyList<string>)session.QueryOnce("EXPLAIN QUERY PLAN " + sql, static row => row.GetString(3))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idleReaders.TryTake(out var session))
        {
            session.Dispose();
        }

        writer?.Dispose();
    }

    private static string NoBackup(string file) => $"The file {file} is no whole backup of NewsBot, so nothing was changed; give one that 'newsbot backup FILE' wrote.";

    private static bool CanWriteIn(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private SqliteSession Writer()
    {
        if (writer is null)
        {
            writer = Open(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false });
            writer.Scalar("PRAGMA journal_mode = WAL");
            writer.Execute("PRAGMA synchronous = FULL");
            writer.Execute("PRAGMA foreign_keys = ON");
            writer.Execute("PRAGMA cache_size = -32000");
            writer.Execute("PRAGMA secure_delete = ON");
            writer.Scalar(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {PagesInLog}"));
        }

        return writer;
    }

    private SqliteSession OpenReader()
    {
        var source = isImmutable ? $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : path;
        var session = Open(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false });
        session.Execute("PRAGMA query_only = ON");
        return session;
    }

    private static SqliteSession Open(SqliteConnectionStringBuilder settings)
    {
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.Execute(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyMilliseconds}"));
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Turns the errors of the disk and the file into sentences that say what to do.</summary>
    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (Explain(exception) is { } explanation)
        {
            throw new ArchiveUnavailableException(explanation, exception);
        }
    }

    private string? Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        DiskFull => $"The disk with {path} is full. Nothing of this batch was stored and nothing stored before is lost: free space and start again.",
        ReadOnly or CannotOpen => $"The archive {path} cannot be opened or written ({exception.Message}). Give this user the right to write in its folder, or choose another folder with --data.",
        Corrupt or NotADatabase => $"The archive {path} is damaged ({exception.Message}). Restore a backup with 'newsbot restore FILE'.",
        InputOutputError => $"The disk with {path} reports an error ({exception.Message}). Check the disk and its free space, then start again.",
        Busy => $"The archive {path} is busy with another process. Try again in a moment.",
        _ => null,
    };
}
