using System.Collections.Concurrent;
using System.Net;

namespace NewsBot.Web.Administration;

/// <summary>
/// After five wrong keys from one network nobody is let in from there for a quarter of an hour, whatever key comes. Others are not shut out
/// with it: a stranger could otherwise keep the administrator away. A right key starts the count anew.
/// </summary>
internal sealed class SignInLock(TimeProvider clock)
{
    private const int MostFailures = 5;
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<IPAddress, (int Failures, DateTimeOffset Until)> _counts = new();

    /// <summary>Whether keys from a network are not even looked at.</summary>
    public bool IsLocked(IPAddress network) =>
        _counts.GetValueOrDefault(network) is { Failures: >= MostFailures } count && clock.GetUtcNow() < count.Until;

    /// <summary>Counts a wrong key.</summary>
    public void CountFailure(IPAddress network)
    {
        var now = clock.GetUtcNow();
        if (_counts.Count >= MostRemembered)
        {
            _counts.Clear();
        }

        _counts.AddOrUpdate(network, _ => (1, now + Pause), (_, known) => known.Until < now ? (1, now + Pause) : (known.Failures + 1, now + Pause));
    }

    /// <summary>Starts the count anew.</summary>
    public void Reset(IPAddress network) => _counts.TryRemove(network, out _);
}
