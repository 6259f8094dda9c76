using System.Collections.Concurrent;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsBot.Ingestion.Fetching;

/// <summary>
/// How often a host is asked again: passing failures are tried again with jitter, as late as the server asks for; a host that keeps failing is left alone
/// for a while. Each host has its own count. Safe for several threads at once.
/// </summary>
internal sealed class HostResilience(IngestionOptions options, TimeProvider clock)
{
    /// <summary>Who asks to be left alone for longer is asked again by a later job, not by this one.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sends a request to a host, and again where that may help.</summary>
    /// <param name="host">Name and port.</param>
    /// <param name="state">What the request needs.</param>
    /// <param name="send">Sends it once.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public ValueTask<HttpResponseMessage> SendAsync<TState>(
        string host, TState state, Func<TState, CancellationToken, ValueTask<HttpResponseMessage>> send, CancellationToken cancellationToken) =>
        hosts.GetOrAdd(host, static (_, self) => self.Create(), this).ExecuteAsync(send, state, cancellationToken);

    /// <summary>How long a response asks to be left alone, if it does.</summary>
    public TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { InnerException: AddressNotAllowedException } } => false,
        { Exception: HttpRequestException or OperationCanceledException } => true,
        { Result: { } response } => response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        _ => false,
    };

    private ResiliencePipeline<HttpResponseMessage> Create()
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (options.FetchRetries > 0)
        {
            builder.AddRetry(Retries());
        }

        return builder.AddCircuitBreaker(Circuit()).Build();
    }

    private RetryStrategyOptions<HttpResponseMessage> Retries() => new()
    {
        MaxRetryAttempts = options.FetchRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(Math.Max(options.HostDelayMilliseconds, 100)),
        ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome) && (WantedPause(arguments.Outcome) ?? TimeSpan.Zero) <= LongestRetryAfter),
        DelayGenerator = arguments => ValueTask.FromResult(WantedPause(arguments.Outcome)),
        OnRetry = static arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Circuit() => new()
    {
        FailureRatio = .9,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = TimeSpan.FromSeconds(30),
        ShouldHandle = static arguments => ValueTask.FromResult(IsPassing(arguments.Outcome)),
    };

    private TimeSpan? WantedPause(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response ? RetryAfter(response) : null;
}
