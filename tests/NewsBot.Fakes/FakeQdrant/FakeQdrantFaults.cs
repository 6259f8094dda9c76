using System.Collections.Concurrent;
using Grpc.Core;

namespace NewsBot.Fakes;

/// <summary>What goes wrong on the server. Safe to set while it runs.</summary>
public sealed class FakeQdrantFaults
{
    /// <summary>The version that the server says it is.</summary>
    public string Version { get; set; } = "1.18.3";

    /// <summary>Every call is refused as UNAVAILABLE.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>How long every call waits before it is answered.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.Zero;

    /// <summary>Whether calls are kept for <see cref="FakeQdrantServer.Calls"/>.</summary>
    public bool RecordsCalls { get; set; } = true;

    internal ConcurrentQueue<(StatusCode Code, string Details, string? RetryAfter)> Refusals { get; } = new();

    internal int HalfAppliedUpserts;

    /// <summary>The next calls, that many, are refused as UNAVAILABLE.</summary>
    public void RefuseNext(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Refusals.Enqueue((StatusCode.Unavailable, "connection reset by the test", null));
        }
    }

    /// <summary>The next calls, that many, meet the rate limit, which names the seconds to wait.</summary>
    public void ExhaustNext(int calls, int retryAfterSeconds)
    {
        for (var i = 0; i < calls; i++)
        {
            Refusals.Enqueue((
                StatusCode.ResourceExhausted,
                $"Rate limiting exceeded: Operation requires 1 tokens but only 0.0 were available. Retry after {retryAfterSeconds}s",
                retryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Of the next upsert only the first half is stored; then the call breaks off as UNAVAILABLE.</summary>
    public void BreakNextUpsertHalfWay() => Interlocked.Increment(ref HalfAppliedUpserts);

    internal bool TakeHalfApplied()
    {
        var taken = Interlocked.Decrement(ref HalfAppliedUpserts) >= 0;
        if (!taken)
        {
            Interlocked.Increment(ref HalfAppliedUpserts);
        }

        return taken;
    }
}
