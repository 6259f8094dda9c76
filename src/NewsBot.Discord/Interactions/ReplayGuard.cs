using System.Collections.Concurrent;
using System.Globalization;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// Refuses requests that are too old, from the future, or were received before. Discord documents no window; five minutes leave room
/// for clocks that differ. To be asked only after the signature was verified, so that nobody else can fill its memory. Safe for several
/// threads at once.
/// </summary>
public sealed class ReplayGuard(TimeProvider time)
{
    /// <summary>How far a request's timestamp may be from now, either way; exactly so far is still accepted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // Ten digits of Unix seconds reach the year 2286; more would overflow nothing but mean nothing either.
    private const int LongestTimestamp = 12;

    private readonly ConcurrentDictionary<string, long> _received = new(StringComparer.OrdinalIgnoreCase);
    private long _sweptAt;

    /// <summary>Whether a verified request is fresh and new; if so it is remembered.</summary>
    public bool Admits(string timestamp, string signatureHex)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var isNumber = timestamp.Length <= LongestTimestamp
            & long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt);
        if (!isNumber || Math.Abs(now - sentAt) > (long)Window.TotalSeconds)
        {
            return false;
        }

        Sweep(now);
        return _received.TryAdd(timestamp + signatureHex, sentAt);
    }

    private void Sweep(long now)
    {
        var window = (long)Window.TotalSeconds;
        var last = Interlocked.Read(ref _sweptAt);
        if (now - last < window || Interlocked.CompareExchange(ref _sweptAt, now, last) != last)
        {
            return;
        }

        foreach (var (key, sentAt) in _received)
        {
            if (now - sentAt > window)
            {
                _received.TryRemove(key, out _);
            }
        }
    }
}
