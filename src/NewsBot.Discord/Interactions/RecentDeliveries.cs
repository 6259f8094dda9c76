using System.Collections.Concurrent;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// Remembers which interactions and messages were begun, since Discord may deliver one several times. Safe for several threads at once.
/// </summary>
public sealed class RecentDeliveries(TimeProvider time)
{
    // An interaction's token dies after 15 minutes; a delivery after that cannot be answered anyway.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Snowflake, long> _begun = new();
    private long _sweptAt = time.GetTimestamp();

    /// <summary>Whether this is the first delivery; it is remembered.</summary>
    public bool IsFirst(Snowflake id)
    {
        Sweep();
        return _begun.TryAdd(id, time.GetTimestamp());
    }

    /// <summary>Whether it was begun; changes nothing.</summary>
    public bool Knows(Snowflake id) => _begun.ContainsKey(id);

    private void Sweep()
    {
        var last = Interlocked.Read(ref _sweptAt);
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(last, now) < Memory || Interlocked.CompareExchange(ref _sweptAt, now, last) != last)
        {
            return;
        }

        foreach (var (id, begunAt) in _begun)
        {
            if (time.GetElapsedTime(begunAt, now) > Memory)
            {
                _begun.TryRemove(id, out _);
            }
        }
    }
}
