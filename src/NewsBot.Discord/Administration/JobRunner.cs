using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Administration;

/// <summary>
/// Runs jobs that were begun from Discord, one after the other, and brings the index up to date behind each. A job that another worker has
/// taken is left to it. Stopped with the host, a job stays paused and can be retried.
/// </summary>
public sealed partial class JobRunner(ArchiveStore store, IngestPipeline pipeline, IArchiveIndex index, AttachmentDownload attachments, ILogger<JobRunner> logger)
    : BackgroundService
{
    private readonly Channel<long> _wanted = Channel.CreateUnbounded<long>();
    private readonly ConcurrentDictionary<long, double> _fractions = new();

    /// <summary>Runs a job when those before it are done. Returns at once.</summary>
    public void Run(long job) => _wanted.Writer.TryWrite(job);

    /// <summary>How much of a running job is done, 0 to 1; null where that is not known.</summary>
    public double? FractionOf(long job) => _fractions.TryGetValue(job, out var fraction) ? fraction : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var number in _wanted.Reader.ReadAllAsync(stoppingToken))
        {
            if (store.Jobs.Take(number) is { } job)
            {
                await RunAsync(job, stoppingToken);
            }
        }
    }

    private async Task RunAsync(Job job, CancellationToken stoppingToken)
    {
        var progress = new Progress<IngestProgress>(step =>
        {
            if (step.Fraction is { } fraction)
            {
                _fractions[job.Number] = fraction;
            }
        });
        try
        {
            await foreach (var _ in pipeline.RunAsync(job, progress, stoppingToken))
            {
                // Each item's outcome is recorded with the job; the card reads it there.
            }

            await index.CatchUpAsync(job.Archive, stoppingToken);
            if (store.Jobs.Find(job.Number) is { State: JobState.Done, Counts.Failed: 0 })
            {
                // With failures the file stays, since the job can be retried.
                attachments.Discard(job.Request.Targets);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, job.Number, exception);
            store.Jobs.Pause(job.Number, "it failed inside NewsBot; the log has the details. Retry it when that is mended.");
        }
        finally
        {
            _fractions.TryRemove(job.Number, out _);
        }
    }

    [LoggerMessage(4010, LogLevel.Error, "Job {Job} failed")]
    private static partial void LogFailed(ILogger logger, long job, Exception exception);
}
