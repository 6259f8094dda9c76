using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion.Scheduling;

namespace NewsBot.Ingestion.Jobs;

/// <summary>
/// Works through the queue of jobs while the host runs, several at once, and looks at the scheduled feeds. A job that a crash left behind is taken up
/// first. When the host stops, running jobs go back into the queue.
/// </summary>
public sealed partial class IngestWorker(
    ArchiveStore store, IngestPipeline pipeline, FeedPoller feeds, JobEvents events, IngestionOptions options, TimeProvider clock, ILogger<IngestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan QueuePause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DiskPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FeedPause = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. Enumerable.Range(0, options.Workers).Select(_ => WorkAsync(stoppingToken)), WatchFeedsAsync(stoppingToken)]);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (store.Jobs.TakeNext(options.JobsPerGuild) is { } job)
                {
                    await RunAsync(job, stoppingToken);
                    continue;
                }
            }
            catch (ArchiveUnavailableException exception)
            {
                LogQueueFailed(exception);
                await Task.Delay(DiskPause, clock, stoppingToken);
            }

            await Task.Delay(QueuePause, clock, stoppingToken);
        }
    }

    private async Task RunAsync(Job job, CancellationToken stoppingToken)
    {
        LogBegun(job.Number, job.Attempts);
        try
        {
            await foreach (var _ in pipeline.RunAsync(job, progress: null, stoppingToken))
            {
                // Each item is recorded with the job in the transaction that stores it.
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            store.Jobs.Release(job.Number);
            throw;
        }
        catch (ArchiveUnavailableException exception)
        {
            LogFailed(exception, job.Number);
            await PauseAsync(job.Number, IngestPipeline.GoesOn(exception), stoppingToken);
            Tell(job.Number);
        }
        catch (Exception exception)
        {
            LogFailed(exception, job.Number);
            await PauseAsync(job.Number, "it failed inside NewsBot; the log has the details. 'jobs retry' goes on with it.", stoppingToken);
            Tell(job.Number);
        }

        if (store.Jobs.Find(job.Number) is { } ended)
        {
            LogEnded(ended.Number, ended.State, ended.Counts);
        }
    }

    // The pipeline tells how a job goes on and how it ends; only what was decided here is told from here.
    private void Tell(long job)
    {
        if (store.Jobs.Find(job) is { } paused)
        {
            events.Ended(paused);
        }
    }

    // On a disk that is full even this cannot be written; until it can, the job still runs in the eyes of the queue.
    private async Task PauseAsync(long job, string message, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                store.Jobs.Pause(job, message);
                return;
            }
            catch (ArchiveUnavailableException exception)
            {
                LogQueueFailed(exception);
                await Task.Delay(DiskPause, clock, stoppingToken);
            }
        }
    }

    private async Task WatchFeedsAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await feeds.PollAsync(stoppingToken);
            }
            catch (ArchiveUnavailableException exception)
            {
                LogFeedsFailed(exception);
            }

            await Task.Delay(FeedPause, clock, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 210, Level = LogLevel.Information, Message = "Job {Job} begins, attempt {Attempt}")]
    private partial void LogBegun(long job, int attempt);

    [LoggerMessage(EventId = 211, Level = LogLevel.Information, Message = "Job {Job} is {State}: {Counts}")]
    private partial void LogEnded(long job, JobState state, OutcomeCounts counts);

    [LoggerMessage(EventId = 212, Level = LogLevel.Error, Message = "Job {Job} stopped")]
    private partial void LogFailed(Exception exception, long job);

    [LoggerMessage(EventId = 214, Level = LogLevel.Error, Message = "The queue of jobs could not be written; this is tried again")]
    private partial void LogQueueFailed(Exception exception);

    [LoggerMessage(EventId = 213, Level = LogLevel.Error, Message = "The feeds could not be looked at")]
    private partial void LogFeedsFailed(Exception exception);
}
