using Microsoft.Extensions.Logging;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Qdrant;

/// <summary>
/// Qdrant, with the embedded index kept in step beside it. A search that Qdrant does not answer, or not in time, is answered by the embedded
/// index, and says so; Qdrant is then left alone for a while, so that a hanging server costs one reader's patience and not everybody's.
/// </summary>
public sealed partial class StandbyIndex(QdrantIndex qdrant, EmbeddedIndex standby, QdrantOptions options, TimeProvider clock, ILogger<StandbyIndex> logger) : IArchiveIndex
{
    /// <summary>What an answer from the index that stands by says.</summary>
    public const string Note = "The search server could not be asked; the index on this machine was searched instead.";

    /// <summary>What an answer says that was searched here since the server lacks articles that this machine has.</summary>
    public const string BehindNote = "The search server has not taken in everything yet; the index on this machine was searched instead.";

    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(15);

    private long awayUntil;

    /// <summary>The index that is asked first.</summary>
    public QdrantIndex Qdrant => qdrant;

    /// <summary>The index that stands by.</summary>
    public EmbeddedIndex Embedded => standby;

    /// <summary>Whether the embedded index serves at the moment.</summary>
    public bool IsStandingIn => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref awayUntil);

    /// <inheritdoc/>
    public async ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        if (IsStandingIn || await AskAsync(query, cancellationToken) is not { } outcome)
        {
            return await StandInAsync(query, Note, cancellationToken);
        }

        return outcome.ArticlesSearched < standby.ArticleCount(query.Archive) ? await StandInAsync(query, BehindNote, cancellationToken) : outcome;
    }

    /// <summary>
    /// Takes into both indexes what they lack. Where the server is away the embedded one alone moves on; the position returned is then the
    /// server's, so that the caller can see that it has to come again.
    /// </summary>
    public async ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken)
    {
        await standby.CatchUpAsync(archive, cancellationToken);
        try
        {
            return await qdrant.CatchUpAsync(archive, cancellationToken);
        }
        catch (IndexUnavailableException failure)
        {
            LogServerBehind(failure, archive);
            return qdrant.BacklogOf(archive).Position;
        }
    }

    private async Task<SearchOutcome?> AskAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.StandbyAfterSeconds));
        try
        {
            return await qdrant.SearchAsync(query, patience.Token);
        }
        catch (IndexUnavailableException failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogStandingIn(failure);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            LogStandingIn(late);
        }

        Interlocked.Exchange(ref awayUntil, (clock.GetUtcNow() + LeftAlone).UtcTicks);
        return null;
    }

    private async Task<SearchOutcome> StandInAsync(ArchiveQuery query, string note, CancellationToken cancellationToken)
    {
        var outcome = await standby.SearchAsync(query, cancellationToken);
        return outcome with { Notes = [.. outcome.Notes, note] };
    }

    [LoggerMessage(EventId = 8010, Level = LogLevel.Warning, Message = "Qdrant did not answer a search; the embedded index serves for the next seconds")]
    private partial void LogStandingIn(Exception failure);

    [LoggerMessage(EventId = 8011, Level = LogLevel.Warning, Message = "Qdrant could not take in what is new in archive {Archive}; the embedded index has it")]
    private partial void LogServerBehind(Exception failure, ArchiveName archive);
}
