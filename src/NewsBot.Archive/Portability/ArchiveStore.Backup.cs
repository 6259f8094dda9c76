using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>Backing up a data folder and restoring it.</summary>
public sealed partial class ArchiveStore
{
    /// <summary>
    /// Copies everything that the store keeps into one file while others read and write. The file appears under its name only when it is whole.
    /// </summary>
    /// <exception cref="ArchiveUnavailableException">The file cannot be written.</exception>
    public void Backup(string file)
    {
        var target = Path.GetFullPath(file);
        var unfinished = target + ".unfinished";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(unfinished);
            database.Read(session => Copy(session, unfinished));
            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not ArchiveUnavailableException))
        {
            throw new ArchiveUnavailableException($"The backup {target} cannot be written ({exception.Message.TrimEnd('.')}). Choose another place, or free space there.", exception);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    /// <summary>
    /// Puts a backup in the place of a data folder's store. What the folder held before is kept beside it under the name that comes back, or null where
    /// there was nothing. Derived indexes must be rebuilt afterwards.
    /// </summary>
    /// <exception cref="ArchiveLockedException">A process writes to the folder.</exception>
    /// <exception cref="ArchiveUnavailableException">The file is no backup, or damaged, or of a newer program.</exception>
    public static string? Restore(string backup, string folder, TimeProvider clock)
    {
        folder = Path.GetFullPath(folder);
        CreateFolder(folder);
        RequireWhole(backup);
        using var taken = WriterLock.Take(folder, clock);
        var target = Path.Combine(folder, Database.FileName);
        var copied = target + ".restoring";
        File.Copy(backup, copied, overwrite: true);
        string? before = null;
        if (File.Exists(target))
        {
            before = FreeName(string.Create(CultureInfo.InvariantCulture, $"{target}.before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}"));
            Database.Checkpoint(folder);
            File.Move(target, before, overwrite: false);
        }

        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
        File.Move(copied, target, overwrite: true);
        return before;
    }

    /// <exception cref="IOException">The copy cannot be written; what is wrong with the store itself is told as such.</exception>
    private static object? Copy(SqliteSession session, string file)
    {
        try
        {
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
            copy.Open();
            session.Connection.BackupDatabase(copy);
            using var journal = copy.CreateCommand();
            journal.CommandText = "PRAGMA journal_mode = DELETE";
            return journal.ExecuteScalar();
        }
        catch (SqliteException exception) when (Database.WhatIsWithTheDisk(exception) is { } wrong)
        {
            throw new IOException(wrong, exception);
        }
    }

    /// <summary>A name that no file has: two restores within a second must both be kept.</summary>
    private static string FreeName(string file)
    {
        var name = file;
        for (var number = 2; File.Exists(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{file}-{number}");
        }

        return name;
    }

    private static void RequireWhole(string backup)
    {
        if (!File.Exists(backup))
        {
            throw new ArchiveUnavailableException($"There is no backup {backup}; check the path.");
        }

        Database.RequireWhole(Path.GetFullPath(backup));
    }
}
