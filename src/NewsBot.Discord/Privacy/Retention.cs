using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Discord.Privacy;

/// <summary>
/// Deletes, once a day, what was kept of readers longer than <see cref="DiscordOptions.RetentionDays"/>: answers for their buttons, and questions
/// without an answer. Feedback stays until its reader or the operator deletes it.
/// </summary>
public sealed partial class Retention(ArchiveStore store, IOptions<DiscordOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            Delete();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Delete()
    {
        try
        {
            var deleted = store.Readers.ForgetBefore(time.GetUtcNow().AddDays(-options.Value.RetentionDays));
            LogDeleted(logger, deleted, options.Value.RetentionDays);
        }
        catch (ArchiveUnavailableException exception)
        {
            // The disk may be full for a while; tomorrow is soon enough, and whoever asks hears of the disk at once.
            LogNotDeleted(logger, exception.Message);
        }
    }

    [LoggerMessage(4020, LogLevel.Debug, "Deleted {Count} records of readers older than {Days} days")]
    private static partial void LogDeleted(ILogger logger, int count, int days);

    [LoggerMessage(4021, LogLevel.Warning, "Old records of readers were not deleted: {Reason}")]
    private static partial void LogNotDeleted(ILogger logger, string reason);
}
