using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Hosting;

/// <summary>
/// Keeps the indexes in step while the host runs, whoever writes: workers, feeds, Discord, the web page. A look at an archive whose log has not
/// moved costs one small query. The first real articles end the sample archive.
/// </summary>
internal sealed partial class IndexFollower(ArchiveStore store, IArchiveIndex index, TimeProvider clock, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ArchiveName, long> _followed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the host must not wait for an index that is long behind.
        await Task.Yield();
        using var timer = new PeriodicTimer(LookPause, clock);
        do
        {
            foreach (var archive in store.Archives())
            {
                await FollowAsync(archive, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowAsync(ArchiveName archive, CancellationToken cancellationToken)
    {
        var last = store.LastSequence(archive);
        if (_followed.GetValueOrDefault(archive, -1) == last)
        {
            return;
        }

        if (SampleArchive.EndIfReal(store, archive) is > 0 and var removed)
        {
            LogSampleEnded(removed, archive);
        }

        try
        {
            await index.CatchUpAsync(archive, cancellationToken);
        }
        catch (IndexUnavailableException failure)
        {
            LogBehind(failure, archive);
        }

        _followed[archive] = last;
    }

    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "Removed the {Count} sample articles of archive {Archive}: it holds real ones now")]
    private partial void LogSampleEnded(int count, ArchiveName archive);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "The index of archive {Archive} stays behind; it catches up with the next change or start")]
    private partial void LogBehind(Exception failure, ArchiveName archive);
}
