using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>The vector files of all archives: one folder an archive, one file a model. Whoever appends shows it to readers by the file's length.</summary>
internal sealed partial class VectorFolder(string folder, ILogger logger) : IDisposable
{
    private const string Extension = ".vectors";

    private readonly Lock opening = new();
    private readonly ConcurrentDictionary<string, VectorTable> tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    /// <summary>Where the vectors of a model lie.</summary>
    public string PathOf(ArchiveName archive, VectorModel model) => Path.Combine(
        folder, archive.Value, string.Create(CultureInfo.InvariantCulture, $"{model.Slug}-{model.Dimensions}{Extension}"));

    /// <summary>The vectors of a model as they stand now; null where there are none, or none that can be read.</summary>
    public VectorTable? Find(ArchiveName archive, VectorModel model) => Look(PathOf(archive, model)) is { } table && table.Layout.Model == model ? table : null;

    /// <summary>The vectors of every model that an archive has some of.</summary>
    public IReadOnlyList<VectorTable> All(ArchiveName archive) => [.. Paths(archive).Select(Look).OfType<VectorTable>()];

    /// <summary>Erases what there is of removed articles, of whatever model.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Erase(ArchiveName archive, IReadOnlySet<Guid> removed)
    {
        foreach (var path in Paths(archive))
        {
            if (Look(path) is { } table && removed.Any(table.Has))
            {
                LogErased(logger, VectorEraser.Erase(path, table.Layout, removed), Path.GetFileName(path), archive.Value);
                tables.TryRemove(path, out _);
            }
        }
    }

    /// <summary>Deletes the vectors of other models.</summary>
    public void DropOthers(ArchiveName archive, VectorModel model)
    {
        foreach (var path in Paths(archive).Where(path => path != PathOf(archive, model)))
        {
            tables.TryRemove(path, out _);
            File.Delete(path);
            LogDropped(logger, Path.GetFileName(path), archive.Value, model.Name);
        }
    }

    public void Dispose()
    {
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }

        tables.Clear();
    }

    private string[] Paths(ArchiveName archive)
    {
        var path = Path.Combine(folder, archive.Value);
        return Directory.Exists(path) ? Directory.GetFiles(path, "*" + Extension) : [];
    }

    private VectorTable? Look(string path)
    {
        try
        {
            lock (opening)
            {
                // A table that was replaced is closed when its last reader has gone: the finalizers of its handles see to it.
                var table = tables.TryGetValue(path, out var known) ? known.Extended(path) : VectorTable.Open(path);
                if (table is null)
                {
                    tables.TryRemove(path, out _);
                }
                else if (!ReferenceEquals(table, known))
                {
                    tables[path] = table;
                    TellDamage(path, table);
                }

                return table;
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            if (told.TryAdd(path, true))
            {
                LogUnreadable(logger, path, failure);
            }

            return null;
        }
    }

    private void TellDamage(string path, VectorTable table)
    {
        if (table.Damaged > 0 && told.TryAdd(path, true))
        {
            LogDamaged(logger, table.Damaged, table.Rows, path);
        }
    }

    [LoggerMessage(EventId = 4100, Level = LogLevel.Warning, Message = "The vectors in {Path} cannot be read; searching goes on by words alone until they are made again")]
    private static partial void LogUnreadable(ILogger logger, string path, Exception failure);

    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "{Damaged} of {Rows} vectors in {Path} are damaged; they are left out and made again")]
    private static partial void LogDamaged(ILogger logger, int damaged, int rows, string path);

    [LoggerMessage(EventId = 4103, Level = LogLevel.Information, Message = "Erased {Vectors} vectors of removed articles from {File} of archive {Archive}")]
    private static partial void LogErased(ILogger logger, int vectors, string file, string archive);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "Dropped {File} of archive {Archive}: every article has a vector of {Model} now")]
    private static partial void LogDropped(ILogger logger, string file, string archive, string model);
}
