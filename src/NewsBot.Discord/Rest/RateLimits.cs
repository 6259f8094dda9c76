using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace NewsBot.Discord.Rest;

/// <summary>
/// How long each request has to wait, learned from the headers of the answers: a bucket for each route and its main id (several routes
/// may share one, as the headers say), one limit for everything that is sent with the bot's token, and a guard for the number of refused
/// requests, above which Discord blocks the address. Nothing is assumed about a route before its first answer. Safe for several threads.
/// </summary>
public sealed class RateLimits(TimeProvider time)
{
    /// <summary>Requests with the bot's token per second.</summary>
    public const int GlobalPerSecond = 50;

    // Discord blocks an address at 10,000 refusals within ten minutes; other programs may share the address.
    private const int RefusalBudget = 8_000;
    private static readonly TimeSpan RefusalWindow = TimeSpan.FromMinutes(10);

    // Buckets of interactions are never used again once their token is dead.
    private static readonly TimeSpan BucketLife = TimeSpan.FromMinutes(20);
    private const int SweepAbove = 4_096;

    /// <summary>The header is rounded to milliseconds, and a request that comes a moment too early is refused.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<string, string> _bucketOfRoute = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _recentGlobal = new();
    private readonly Queue<DateTimeOffset> _refusals = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _globalBlockedUntil;
    private long _waits;
    private long _refused;

    /// <summary>How often a request had to wait for its turn.</summary>
    public long Waits => Interlocked.Read(ref _waits);

    /// <summary>How often Discord refused a request for its number (429).</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>
    /// How long the route has to wait; zero takes a place in its bucket, so that several callers do not all use the last one.
    /// </summary>
    public TimeSpan Reserve(Route route)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var wait = Max(UntilRefusalsPass(now), route.UsesBotToken ? UntilGlobalIsFree(now) : TimeSpan.Zero, UntilBucketIsFree(route, now));
            if (wait <= TimeSpan.Zero)
            {
                Take(route, now);
            }
            else
            {
                Interlocked.Increment(ref _waits);
            }

            return wait;
        }
    }

    /// <summary>Learns from an answer. The result is how long to wait before repeating the request, when it was refused for its number.</summary>
    /// <param name="route">What was asked.</param>
    /// <param name="status">How it was answered.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="global">Whether the refusal says that everything has to wait.</param>
    /// <param name="retryAfter">The seconds that the refusal's body asks to wait, if it says so.</param>
    public TimeSpan? Learn(Route route, HttpStatusCode status, HttpResponseHeaders headers, bool global, double? retryAfter)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            LearnBucket(route, headers, now);
            if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.TooManyRequests && Text(headers, "X-RateLimit-Scope") != "shared"))
            {
                _refusals.Enqueue(now);
            }

            if (status == HttpStatusCode.TooManyRequests)
            {
                Interlocked.Increment(ref _refused);
            }

            return status == HttpStatusCode.TooManyRequests ? Block(route, RetryAfter(headers, retryAfter), global, now) : null;
        }
    }

    private static TimeSpan RetryAfter(HttpResponseHeaders headers, double? retryAfter) =>
        retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds)
        : headers.RetryAfter?.Delta is { } delta ? delta
        : TimeSpan.FromSeconds(5);

    private TimeSpan Block(Route route, TimeSpan wait, bool isGlobal, DateTimeOffset now)
    {
        if (isGlobal)
        {
            _globalBlockedUntil = now + wait;
        }
        else
        {
            _buckets[KeyOf(route)] = new Bucket(0, now + wait);
        }

        return wait;
    }

    private void LearnBucket(Route route, HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Text(headers, "X-RateLimit-Bucket") is { } name
            && int.TryParse(Text(headers, "X-RateLimit-Remaining"), CultureInfo.InvariantCulture, out var remaining)
            && double.TryParse(Text(headers, "X-RateLimit-Reset-After"), CultureInfo.InvariantCulture, out var resetAfter))
        {
            _bucketOfRoute[route.Key] = name;
            _buckets[name + "/" + route.MainId] = new Bucket(remaining, now + TimeSpan.FromSeconds(resetAfter) + Rounding);
            SweepIfMany(now);
        }
    }

    private void SweepIfMany(DateTimeOffset now)
    {
        if (_buckets.Count > SweepAbove)
        {
            foreach (var (key, bucket) in _buckets.Where(pair => now - pair.Value.ResetsAt > BucketLife).ToList())
            {
                _buckets.TryRemove(key, out _);
            }
        }
    }

    private TimeSpan UntilBucketIsFree(Route route, DateTimeOffset now) =>
        _buckets.TryGetValue(KeyOf(route), out var bucket) && bucket.Remaining <= 0 ? bucket.ResetsAt - now : TimeSpan.Zero;

    private TimeSpan UntilGlobalIsFree(DateTimeOffset now)
    {
        while (_recentGlobal.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
        {
            _recentGlobal.Dequeue();
        }

        var untilWindowMoves = _recentGlobal.Count >= GlobalPerSecond ? _recentGlobal.Peek() + TimeSpan.FromSeconds(1) - now : TimeSpan.Zero;
        return Max(untilWindowMoves, _globalBlockedUntil - now);
    }

    private TimeSpan UntilRefusalsPass(DateTimeOffset now)
    {
        while (_refusals.TryPeek(out var oldest) && now - oldest >= RefusalWindow)
        {
            _refusals.Dequeue();
        }

        return _refusals.Count >= RefusalBudget ? _refusals.Peek() + RefusalWindow - now : TimeSpan.Zero;
    }

    private void Take(Route route, DateTimeOffset now)
    {
        if (route.UsesBotToken)
        {
            _recentGlobal.Enqueue(now);
        }

        if (_buckets.TryGetValue(KeyOf(route), out var bucket) && bucket.ResetsAt > now)
        {
            _buckets[KeyOf(route)] = bucket with { Remaining = bucket.Remaining - 1 };
        }
    }

    private string KeyOf(Route route) => (_bucketOfRoute.TryGetValue(route.Key, out var name) ? name : route.Key) + "/" + route.MainId;

    private static TimeSpan Max(params ReadOnlySpan<TimeSpan> spans)
    {
        var longest = TimeSpan.Zero;
        foreach (var span in spans)
        {
            longest = span > longest ? span : longest;
        }

        return longest;
    }

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private readonly record struct Bucket(int Remaining, DateTimeOffset ResetsAt);
}

/// <summary>A kind of request, as Discord counts them.</summary>
/// <param name="Key">Method and address without ids: "PATCH /webhooks/messages".</param>
/// <param name="MainId">The id by which the limit is kept apart: a channel, a server or an interaction. Not its token.</param>
/// <param name="UsesBotToken">Whether it is sent with the bot's token and so counts for the global limit.</param>
public readonly record struct Route(string Key, string MainId, bool UsesBotToken);
