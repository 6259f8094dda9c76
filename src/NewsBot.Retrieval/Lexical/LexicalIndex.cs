using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using Lock = System.Threading.Lock;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// The index of one archive: a folder of Lucene segments derived from the store. It is caught up by the store's sequence numbers, and rebuilt
/// where it is missing, damaged, of another version or ahead of its store. One process writes it, any number read. Safe for several threads.
/// </summary>
internal sealed partial class LexicalIndex(
    string folder,
    ArchiveName archive,
    IArchiveReader store,
    TextAnalysis text,
    RetrievalOptions options,
    TimeProvider clock,
    ILogger logger) : IDisposable
{
    /// <summary>How long a reader goes without looking whether another process has written.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly Lock writing = new();
    private readonly Lock opening = new();
    private readonly SegmentCaches caches = new((long)options.FrequentTermsMegabytes << 20);
    private LuceneDirectory? directory;
    private IndexBuilder? builder;

    /// <summary>How far the builder has come beyond what is shown.</summary>
    private long? taken;
    private volatile IndexSnapshot? current;
    private long lookedAt;

    /// <summary>The index as it stands, held for the caller, who releases it. Builds it first where it cannot be opened.</summary>
    /// <exception cref="IndexUnavailableException">It cannot be opened and not be built here.</exception>
    public IndexSnapshot Hold(CancellationToken cancellationToken)
    {
        while (true)
        {
            var snapshot = current ?? Start(cancellationToken);
            snapshot = Refreshed(snapshot);
            if (snapshot.TryHold())
            {
                return snapshot;
            }
        }
    }

    /// <summary>Takes in what the store has and the index lacks; returns the position it then stands at.</summary>
    public long CatchUp(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            var last = store.LastSequence(archive);
            var stands = Stands(last);
            return stands == last && taken is null ? last : Write(stands, cancellationToken);
        }
    }

    /// <summary>
    /// Takes in what the store has and the index lacks, without showing it: catching up later then has little left to do. What was taken in is lost with
    /// the process and taken in again.
    /// </summary>
    /// <exception cref="IndexUnavailableException">It cannot be written.</exception>
    public void TakeIn(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            var last = store.LastSequence(archive);
            if (Stands(last) is var stands && stands != last)
            {
                Writing(() =>
                {
                    var reached = Builder(stands).TakeIn(store, archive, Math.Max(0, stands), cancellationToken);
                    taken = reached;
                    return reached;
                });
            }
        }
    }

    /// <summary>Reads every file of the index and compares its checksums.</summary>
    /// <exception cref="IndexUnavailableException">A file is damaged.</exception>
    public void Verify(CancellationToken cancellationToken)
    {
        var snapshot = Hold(cancellationToken);
        try
        {
            foreach (var segment in snapshot.Segments)
            {
                cancellationToken.ThrowIfCancellationRequested();
                segment.Reader.CheckIntegrity();
            }
        }
        catch (Exception exception) when (exception is IOException)
        {
            throw Unavailable("is damaged", exception);
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Throws the index away and builds it from the store.</summary>
    public long Rebuild(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            Discard();
            return Write(-1, cancellationToken);
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            CloseBuilder();
            Show(null);
            directory?.Dispose();
            directory = null;
        }
    }

    /// <summary>Opens the index and brings it up to the store; what cannot be written but can be read is read as it stands.</summary>
    private IndexSnapshot Start(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            try
            {
                CatchUp(cancellationToken);
            }
            catch (IndexUnavailableException exception) when (current is not null)
            {
                LogBehind(logger, archive.Value, exception);
            }

            return current!;
        }
    }

    /// <summary>The position that the index has reached, shown or not; -1 where it has to be built anew.</summary>
    private long Stands(long last)
    {
        var stands = taken ?? (current ?? Open())?.Sequence ?? -1;
        if (stands > last)
        {
            LogAhead(logger, archive.Value, stands, last);
            Discard();
            stands = -1;
        }

        if (stands < 0)
        {
            LogBuilding(logger, archive.Value);
        }

        return stands;
    }

    private IndexBuilder Builder(long stands) => builder ??= new IndexBuilder(stands < 0 ? EmptyDirectory() : WritableDirectory(), stands < 0, text, options);

    private long Write(long stands, CancellationToken cancellationToken) => Writing(() =>
    {
        var building = Builder(stands);
        var sequence = building.TakeIn(store, archive, Math.Max(0, stands), cancellationToken);
        building.Commit(sequence);
        taken = null;
        Show(new IndexSnapshot(building.OpenReader(), sequence, caches));
        return sequence;
    });

    /// <summary>Does what writes the index; where another process does, gives what can be read.</summary>
    private long Writing(Func<long> write)
    {
        try
        {
            return write();
        }
        catch (LockObtainFailedException exception)
        {
            if (current is { } readable)
            {
                return readable.Sequence;
            }

            throw new IndexUnavailableException(
                $"The index of archive '{archive}' is being built by another process. Try again in a moment, or wait for that process to end.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            CloseBuilder();
            throw Unavailable("cannot be written", exception, canBeSearched: current is not null);
        }
    }

    /// <summary>Opens what is committed; null where there is nothing of this version that can be read.</summary>
    private IndexSnapshot? Open()
    {
        lock (opening)
        {
            if (current is { } open)
            {
                return open;
            }

            try
            {
                return OpenCommitted();
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or IndexOutOfRangeException)
            {
                LogUnreadable(logger, archive.Value, exception);
                return null;
            }
        }
    }

    private IndexSnapshot? OpenCommitted()
    {
        if (!System.IO.Directory.Exists(folder))
        {
            return null;
        }

        directory ??= FSDirectory.Open(folder);
        if (!DirectoryReader.IndexExists(directory))
        {
            return null;
        }

        var reader = DirectoryReader.Open(directory);
        if (!IndexSnapshot.IsOfFormat(reader.IndexCommit, options))
        {
            reader.Dispose();
            return null;
        }

        var snapshot = new IndexSnapshot(reader, IndexSnapshot.SequenceOf(reader.IndexCommit), caches);
        current = snapshot;
        return snapshot;
    }

    /// <summary>Follows another process that writes the folder; the writer itself always shows its newest state.</summary>
    private IndexSnapshot Refreshed(IndexSnapshot snapshot)
    {
        if (builder is not null || clock.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookInterval)
        {
            return snapshot;
        }

        lock (opening)
        {
            Volatile.Write(ref lookedAt, clock.GetTimestamp());
            if (builder is null && snapshot == current && Newer(snapshot) is { } newer)
            {
                Show(newer);
            }

            return current ?? snapshot;
        }
    }

    /// <summary>
    /// What was committed since, or null where nothing was. The folder is asked, since a reader that a writer gave asks that writer, which a full disk may have
    /// closed. Where the folder cannot be read, what is open serves on.
    /// </summary>
    private IndexSnapshot? Newer(IndexSnapshot snapshot)
    {
        try
        {
            var commit = DirectoryReader.ListCommits(directory)[^1];
            var sequence = IndexSnapshot.SequenceOf(commit);
            var isSame = commit.Generation == snapshot.Reader.IndexCommit.Generation && sequence == snapshot.Sequence;
            return isSame || DirectoryReader.OpenIfChanged(snapshot.Reader, commit) is not { } reader ? null : new IndexSnapshot(reader, sequence, caches);
        }
        catch (IOException exception)
        {
            LogOutOfReach(logger, archive.Value, exception);
            return null;
        }
    }

    /// <summary>Exchanged in one step: a writer and a follower of another writer may both show something newer at once.</summary>
    private void Show(IndexSnapshot? snapshot)
    {
        Interlocked.Exchange(ref current, snapshot)?.Release();
        if (snapshot is not null)
        {
            caches.KeepOnly(snapshot);
        }
    }

    private void Discard()
    {
        CloseBuilder();
        Show(null);
    }

    /// <summary>Lets go of the builder. One that fails on its way out leaves nothing that was committed undone.</summary>
    private void CloseBuilder()
    {
        var closing = builder;
        (builder, taken) = (null, null);
        try
        {
            closing?.Dispose();
        }
        catch (IOException exception)
        {
            LogUnclean(logger, archive.Value, exception);
        }
    }

    private LuceneDirectory WritableDirectory()
    {
        System.IO.Directory.CreateDirectory(folder);
        return directory ??= FSDirectory.Open(folder);
    }

    /// <summary>The folder without the files of an index that cannot be used; never while another process writes it.</summary>
    private LuceneDirectory EmptyDirectory()
    {
        var emptied = WritableDirectory();
        using var writeLock = emptied.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writeLock.Obtain())
        {
            throw new LockObtainFailedException(folder);
        }

        foreach (var file in emptied.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME))
        {
            emptied.DeleteFile(file);
        }

        return emptied;
    }

    private IndexUnavailableException Unavailable(string what, Exception exception, bool canBeSearched = false) => new(
        $"The index of archive '{archive}' {what} ({exception.Message.TrimEnd('.')}). It holds nothing of its own: see that the disk is writable and not full, then run 'reindex --archive {archive}'.",
        exception)
    {
        CanBeSearched = canBeSearched,
    };

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Building the index of archive {Archive} from the store")]
    private static partial void LogBuilding(ILogger logger, string archive);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "The index of archive {Archive} is behind its store and cannot be written; it is searched as it stands")]
    private static partial void LogBehind(ILogger logger, string archive, Exception exception);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "The writer of the index of archive {Archive} did not end cleanly; it is opened anew")]
    private static partial void LogUnclean(ILogger logger, string archive, Exception exception);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Warning, Message = "The folder of the index of archive {Archive} cannot be read now; what is open of it is searched")]
    private static partial void LogOutOfReach(ILogger logger, string archive, Exception exception);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The index of archive {Archive} cannot be read and will be built anew")]
    private static partial void LogUnreadable(ILogger logger, string archive, Exception exception);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "The index of archive {Archive} stands at {Stands}, its store at {Last}: the store was replaced, so the index is built anew")]
    private static partial void LogAhead(ILogger logger, string archive, long stands, long last);
}
