using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Hosting;

/// <summary>
/// Keeps the indexes in step while the host runs, whoever writes: workers, feeds, Discord, the web page. A look at an archive whose log has not
/// moved costs one small query. What fails, since a disk is full or a server away, is tried again. The first real articles end the sample archive.
/// </summary>
internal sealed partial class IndexFollower(ArchiveStore store, IArchiveIndex index, TimeProvider clock, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(15);

    private readonly Dictionary<ArchiveName, long> _followed = [];
    private readonly Dictionary<ArchiveName, DateTimeOffset> _tryAgainAt = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the host must not wait for an index that is long behind.
        await Task.Yield();
        using var timer = new PeriodicTimer(LookPause, clock);
        do
        {
            await FollowAllAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var archive in store.Archives())
            {
                await FollowAsync(archive, cancellationToken);
            }
        }
        catch (ArchiveUnavailableException failure)
        {
            LogStoreUnavailable(failure);
            await Task.Delay(FailurePause, clock, cancellationToken);
        }
    }

    private async Task FollowAsync(ArchiveName archive, CancellationToken cancellationToken)
    {
        var last = store.LastSequence(archive);
        if (_followed.GetValueOrDefault(archive, -1) == last || clock.GetUtcNow() < _tryAgainAt.GetValueOrDefault(archive))
        {
            return;
        }

        if (SampleArchive.EndIfReal(store, archive) is > 0 and var removed)
        {
            LogSampleEnded(removed, archive);
        }

        try
        {
            var reached = await index.CatchUpAsync(archive, cancellationToken);
            _followed[archive] = Math.Min(reached, last);
            _tryAgainAt[archive] = reached < last ? clock.GetUtcNow() + FailurePause : default;
        }
        catch (IndexUnavailableException failure)
        {
            _tryAgainAt[archive] = clock.GetUtcNow() + FailurePause;
            LogBehind(failure, archive, FailurePause.TotalSeconds);
        }
    }

    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "Removed the {Count} sample articles of archive {Archive}: it holds real ones now")]
    private partial void LogSampleEnded(int count, ArchiveName archive);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "The index of archive {Archive} stays behind; it is tried again in {Seconds} seconds")]
    private partial void LogBehind(Exception failure, ArchiveName archive, double seconds);

    [LoggerMessage(EventId = 102, Level = LogLevel.Error, Message = "The archives could not be looked at; this is tried again")]
    private partial void LogStoreUnavailable(Exception failure);
}
