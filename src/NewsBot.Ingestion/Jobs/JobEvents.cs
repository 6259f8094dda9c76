using System.Collections.Concurrent;
using System.Threading.Channels;
using NewsBot.Archive;

namespace NewsBot.Ingestion.Jobs;

/// <summary>Something that happened to a job.</summary>
/// <param name="Job">The job's number.</param>
/// <param name="Progress">How far it has come, while it runs.</param>
/// <param name="Ended">The job as it stands, when a worker let go of it: done, paused or cancelled.</param>
public sealed record JobEvent(long Job, IngestProgress? Progress, Job? Ended);

/// <summary>
/// Tells whoever listens how jobs go on. A listener that is slow misses old events, never the workers' time; the queue itself always has the state.
/// </summary>
public sealed class JobEvents : IProgress<IngestProgress>
{
    private const int EventsKept = 64;

    private readonly ConcurrentDictionary<Channel<JobEvent>, byte> listeners = new();

    /// <inheritdoc/>
    public void Report(IngestProgress value) => Send(new JobEvent(value.Job, value, null));

    /// <summary>Tells that a worker let go of a job.</summary>
    public void Ended(Job job) => Send(new JobEvent(job.Number, null, job));

    /// <summary>The events from now on, until cancelled.</summary>
    public async IAsyncEnumerable<JobEvent> ListenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<JobEvent>(new BoundedChannelOptions(EventsKept) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners.TryAdd(channel, 0);
        try
        {
            await foreach (var jobEvent in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return jobEvent;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    private void Send(JobEvent jobEvent)
    {
        foreach (var listener in listeners.Keys)
        {
            listener.Writer.TryWrite(jobEvent);
        }
    }
}
