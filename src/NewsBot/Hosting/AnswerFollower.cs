using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Answering.Stored;
using NewsBot.Archive;

namespace NewsBot.Hosting;

/// <summary>Checks given answers again while the host runs, when articles that they cite change. A look at an archive that did not change costs two small queries.</summary>
internal sealed partial class AnswerFollower(ArchiveStore store, AnswerWatch watch, TimeProvider clock, ILogger<AnswerFollower> logger) : BackgroundService
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookPause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            LookAtAll();
        }
    }

    private void LookAtAll()
    {
        try
        {
            foreach (var archive in store.Archives())
            {
                Look(archive);
            }
        }
        catch (ArchiveUnavailableException failure)
        {
            LogUnavailable(failure);
        }
    }

    private void Look(ArchiveName archive)
    {
        try
        {
            if (watch.Look(archive) is > 0 and var changed)
            {
                LogChanged(changed, archive);
            }
        }
        catch (ArchiveUnavailableException failure)
        {
            LogNotChecked(failure, archive);
        }
    }

    [LoggerMessage(EventId = 110, Level = LogLevel.Information, Message = "Articles changed: {Count} given answers of archive {Archive} stand otherwise than before")]
    private partial void LogChanged(int count, ArchiveName archive);

    [LoggerMessage(EventId = 112, Level = LogLevel.Warning, Message = "The archives could not be looked at for changed answers; the next look tries once more")]
    private partial void LogUnavailable(Exception failure);

    [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "Given answers of archive {Archive} were not checked again; the next look tries once more")]
    private partial void LogNotChecked(Exception failure, ArchiveName archive);
}
