using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion.Jobs;

namespace NewsBot.Discord.Administration;

/// <summary>
/// Deletes attached files from the data folder when their job needs them no more, whichever worker did it: at its end, and at the start of the
/// host for those whose end nobody saw. A job with failures keeps its files for a day, since it can be retried.
/// </summary>
public sealed partial class AttachmentKeeping(ArchiveStore store, AttachmentDownload attachments, JobEvents events, TimeProvider time, ILogger<AttachmentKeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryTime = TimeSpan.FromDays(1);

    // A file is here a little before its job is.
    private static readonly TimeSpan NewFile = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Sweep();
        await foreach (var jobEvent in events.ListenAsync(stoppingToken))
        {
            if (jobEvent.Ended is { } ended && !Needs(ended))
            {
                Discard(ended.Request.Targets);
            }
        }
    }

    private void Sweep()
    {
        try
        {
            var needed = store.Jobs.List().Where(Needs).SelectMany(job => job.Request.Targets).ToHashSet(StringComparer.Ordinal);
            Discard([.. attachments.Saved().Where(file => !needed.Contains(file) && time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(file)) > NewFile)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArchiveUnavailableException)
        {
            // The next start looks again; the host must not end for a file too many.
            LogNotDeleted(logger, exception.Message);
        }
    }

    private bool Needs(Job job) => job.State switch
    {
        JobState.Cancelled => false,
        JobState.Done => job.Counts.Failed > 0 && time.GetUtcNow() - job.EndedAt < RetryTime,
        _ => true,
    };

    private void Discard(IReadOnlyList<string> files)
    {
        try
        {
            attachments.Discard(files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotDeleted(logger, exception.Message);
        }
    }

    [LoggerMessage(4011, LogLevel.Warning, "An attached file was not deleted: {Reason}")]
    private static partial void LogNotDeleted(ILogger logger, string reason);
}
