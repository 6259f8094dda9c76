using NewsBot.Archive;

namespace NewsBot.Retrieval;

/// <summary>
/// Finds evidence for questions in archives. The embedded index and the Qdrant adapter are its two forms; both give the same
/// kind of answer for the same archive. Safe for several threads at once.
/// </summary>
public interface IArchiveIndex
{
    /// <summary>The best articles for a query, each with the passages inside it that fit best; an empty archive gives no hits.</summary>
    /// <exception cref="IndexUnavailableException">The index could not be asked; this is never shown as "nothing found".</exception>
    ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken);

    /// <summary>Takes in everything that the store has and the index lacks. Returns the sequence number it then stands at.</summary>
    ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken);

    /// <summary>
    /// Takes in what the store has and the index lacks while more is being stored. It need not be found before <see cref="CatchUpAsync"/> is called, which
    /// then has little left to do.
    /// </summary>
    async ValueTask FollowAsync(ArchiveName archive, CancellationToken cancellationToken) => await CatchUpAsync(archive, cancellationToken);
}

/// <summary>The index could not be asked: it is damaged, away or too slow. The message says what to do.</summary>
public sealed class IndexUnavailableException : Exception
{
    /// <summary>Creates the exception with what happened and what to do.</summary>
    public IndexUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether it only could not be written, so that what it took in before can be searched.</summary>
    public bool CanBeSearched { get; init; }
}
