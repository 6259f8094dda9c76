using NewsBot.Archive;
using NewsBot.Ingestion.Jobs;

namespace NewsBot.Web.Administration;

/// <summary>Has uploaded files deleted when their job ends, and at start those that an earlier run left.</summary>
internal sealed partial class UploadSweeper(Uploads uploads, JobEvents events, ILogger<UploadSweeper> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Sweep();
        await foreach (var happened in events.ListenAsync(stoppingToken))
        {
            if (happened.Ended is not null)
            {
                Sweep();
            }
        }
    }

    private void Sweep()
    {
        try
        {
            uploads.Sweep();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArchiveUnavailableException)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(5016, LogLevel.Warning, "Uploaded files that are not needed any more could not be deleted; this is tried again when a job ends")]
    private partial void LogFailed(Exception failure);
}
