using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Failing;

namespace NewsBot.Web.Security;

/// <summary>
/// Takes only so many questions, searches, checks and judgements a minute from one address (one /64 network for IPv6), so that a single reader can
/// neither slow down nor, with a paid model, run up costs for all. Reading articles is not limited: it costs next to nothing.
/// </summary>
internal sealed class FloodGate : IDisposable
{
    private static readonly string[] CostlyPaths = ["/ask", "/search", "/api/v1/ask", "/api/v1/search", "/api/v1/check", "/api/v1/answers", "/mcp"];

    private readonly Failures _failures;
    private readonly PartitionedRateLimiter<IPAddress>? _limiter;

    /// <summary>Creates the gate; without a limit in the settings it stands open.</summary>
    public FloodGate(IOptions<WebOptions> options, Failures failures)
    {
        _failures = failures;
        _limiter = options.Value.QuestionLimit is { } limit
            ? PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(limit)))
            : null;
    }

    /// <summary>Lets a request through, or says when to come back.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        // Holders of a key have a rate of their own.
        if (_limiter is null || !IsCostly(context.Request) || ApiDoor.KeyOf(context) is not null)
        {
            await next(context);
            return;
        }

        using var lease = _limiter.AttemptAcquire(Networks.Of(context));
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await _failures.TellAsync(context, Problem.TooMany);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();

    private static bool IsCostly(HttpRequest request) =>
        (request.Path == "/" && request.Query.ContainsKey("q"))
        || (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/answers", StringComparison.OrdinalIgnoreCase))
        || CostlyPaths.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    // A minute's questions may come at once; then one at a time.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        AutoReplenishment = true,
    };
}
