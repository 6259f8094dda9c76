using System.Collections.Concurrent;

namespace NewsBot.Ingestion.Fetching;

/// <summary>Keeps a polite pause between two fetches from one host.</summary>
internal sealed class HostPacing(TimeProvider clock)
{
    /// <summary>A site may ask for pauses, but not for hours.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's next turn.</summary>
    public async Task WaitAsync(string host, TimeSpan pause, CancellationToken cancellationToken)
    {
        var limited = pause > LongestPause ? LongestPause : pause;
        var wait = turns.GetOrAdd(host, static _ => new Turn()).Take(clock.GetUtcNow(), limited);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private sealed class Turn
    {
        private readonly Lock taking = new();
        private DateTimeOffset next = DateTimeOffset.MinValue;

        public TimeSpan Take(DateTimeOffset now, TimeSpan pause)
        {
            lock (taking)
            {
                var at = next > now ? next : now;
                next = at + pause;
                return at - now;
            }
        }
    }
}
