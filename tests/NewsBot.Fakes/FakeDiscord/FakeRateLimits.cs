using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>Buckets as Discord keeps them: so many requests per route and main id, then 429 until the bucket is full again.</summary>
/// <param name="time">The clock.</param>
/// <param name="limit">Requests per bucket.</param>
/// <param name="window">How long until a bucket is full again.</param>
internal sealed class FakeRateLimits(TimeProvider time, int limit, TimeSpan window)
{
    private readonly ConcurrentDictionary<string, (int Remaining, DateTimeOffset ResetsAt)> _buckets = new();
    private readonly Lock _gate = new();

    /// <summary>Takes one request from the bucket and writes the headers; false when it was empty.</summary>
    public bool TryTake(string route, string mainId, IHeaderDictionary headers, out double retryAfter)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var key = route + mainId;
            var bucket = _buckets.TryGetValue(key, out var known) && known.ResetsAt > now ? known : (limit, now + window);
            var isFree = bucket.Item1 > 0;
            bucket.Item1 -= isFree ? 1 : 0;
            _buckets[key] = bucket;
            retryAfter = (bucket.Item2 - now).TotalSeconds;
            headers["X-RateLimit-Bucket"] = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(route))[..Math.Min(32, 2 * route.Length)];
            headers["X-RateLimit-Limit"] = Number(limit);
            headers["X-RateLimit-Remaining"] = Number(bucket.Item1);
            headers["X-RateLimit-Reset-After"] = Number(retryAfter);
            headers["X-RateLimit-Reset"] = Number(bucket.Item2.ToUnixTimeMilliseconds() / 1000.0);
            return isFree;
        }
    }

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
