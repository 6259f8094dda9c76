using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Privacy;

/// <summary>
/// Deletes, once a day, what was kept of readers longer than <see cref="DiscordOptions.RetentionDays"/>, or than their server decided: answers for
/// their buttons, and questions without an answer. Feedback stays until its reader or the operator deletes it. Servers that put NewsBot out
/// long enough ago are forgotten altogether.
/// </summary>
public sealed partial class Retention(
    ArchiveStore store, GuildBook guilds, GuildRoll roll, IOptions<DiscordOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    // A start has more urgent things to ask of Discord.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
        {
            return;
        }

        await Task.Delay(AfterStart, time, stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            Delete();
            await ForgetLostGuildsAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Delete()
    {
        try
        {
            var now = time.GetUtcNow();
            var deleted = store.Readers.ForgetBefore(now.AddDays(-options.Value.RetentionDays));
            foreach (var guild in guilds.Guilds())
            {
                deleted += guilds.SettingsOf(guild).RetentionDays is > 0 and var days ? store.Readers.ForgetBefore(now.AddDays(-days), guild.ToString()) : 0;
            }

            LogDeleted(logger, deleted, options.Value.RetentionDays);
        }
        catch (ArchiveUnavailableException exception)
        {
            // The disk may be full for a while; tomorrow is soon enough, and whoever asks hears of the disk at once.
            LogNotDeleted(logger, exception.Message);
        }
    }

    private async Task ForgetLostGuildsAsync(CancellationToken stoppingToken)
    {
        try
        {
            await roll.CallAsync(stoppingToken);
            foreach (var guild in roll.LeftBefore(time.GetUtcNow().AddDays(-options.Value.PurgeAfterDays)))
            {
                roll.Purge(guild);
                LogPurged(logger, guild, options.Value.PurgeAfterDays);
            }
        }
        catch (Exception exception) when (exception is ArchiveUnavailableException or DiscordException)
        {
            LogNotDeleted(logger, exception.Message);
        }
    }

    [LoggerMessage(4022, LogLevel.Information, "Everything kept of server {Guild} was deleted, since it put NewsBot out more than {Days} days ago")]
    private static partial void LogPurged(ILogger logger, Snowflake guild, int days);

    [LoggerMessage(4020, LogLevel.Debug, "Deleted {Count} records of readers older than {Days} days")]
    private static partial void LogDeleted(ILogger logger, int count, int days);

    [LoggerMessage(4021, LogLevel.Warning, "Old records of readers were not deleted: {Reason}")]
    private static partial void LogNotDeleted(ILogger logger, string reason);
}
