using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Limits;

/// <summary>Whether a question may be asked now.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It may; to be disposed when it is answered.</summary>
    public sealed record Admitted(IDisposable Place) : Admission;

    /// <summary>The user's last question is still being answered.</summary>
    public sealed record StillAnswering : Admission;

    /// <summary>Too much was asked.</summary>
    /// <param name="RetryAfter">When it may be tried again.</param>
    public sealed record TooMany(TimeSpan RetryAfter) : Admission;
}

/// <summary>
/// Token buckets for each user, each server and all together, and one running question for each user. Safe for several threads at once.
/// </summary>
public sealed class AskLimits : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    // A question whose end was never heard of (its interaction was lost on the way) stops counting when its token has died.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<InteractionOrigin> _buckets;
    private readonly ConcurrentDictionary<Snowflake, long> _running = new();
    private readonly TimeProvider _time;

    /// <summary>Creates the limits.</summary>
    public AskLimits(IOptions<LimitsOptions> options, TimeProvider time)
    {
        _time = time;
        var limits = options.Value;
        _buckets = PartitionedRateLimiter.CreateChained(
            Buckets(limits.QuestionsPerUser, origin => origin.User.ToString()),
            Buckets(limits.QuestionsPerGuild, origin => origin.Guild?.ToString() ?? "@" + origin.User),
            Buckets(limits.QuestionsInAll, _ => "all"));
    }

    /// <summary>Whether a question may be asked now; if so it counts.</summary>
    public Admission Admit(InteractionOrigin origin)
    {
        if (!TryBegin(origin.User))
        {
            return new Admission.StillAnswering();
        }

        using var lease = _buckets.AttemptAcquire(origin);
        if (lease.IsAcquired)
        {
            return new Admission.Admitted(new Place(this, origin.User));
        }

        _running.TryRemove(origin.User, out _);
        return new Admission.TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Period);
    }

    /// <inheritdoc/>
    public void Dispose() => _buckets.Dispose();

    private bool TryBegin(Snowflake user)
    {
        var now = _time.GetTimestamp();
        return _running.TryAdd(user, now)
            || (_running.TryGetValue(user, out var begunAt) && _time.GetElapsedTime(begunAt, now) > LongestAnswer && _running.TryUpdate(user, now, begunAt));
    }

    private static PartitionedRateLimiter<InteractionOrigin> Buckets(int perMinute, Func<InteractionOrigin, string> key) =>
        PartitionedRateLimiter.Create<InteractionOrigin, string>(origin => RateLimitPartition.GetTokenBucketLimiter(key(origin), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = perMinute,
            ReplenishmentPeriod = Period,
            QueueLimit = 0,
        }));

    private sealed class Place(AskLimits limits, Snowflake user) : IDisposable
    {
        public void Dispose() => limits._running.TryRemove(user, out _);
    }
}
