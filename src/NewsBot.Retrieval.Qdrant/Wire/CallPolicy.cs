using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsBot.Retrieval.Qdrant.Wire;

/// <summary>
/// What happens to a call while the server is away or busy: it is tried again after a growing, jittered pause (or after the pause that the
/// server names), and when most calls fail the next ones fail at once for a few seconds. All calls of the adapter may be repeated: points
/// have deterministic ids, and creating, switching and deleting come to the same when done twice.
/// </summary>
internal sealed partial class CallPolicy
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(10);

    /// <summary>Fewer failures than this within the sampling time say nothing.</summary>
    private const int MinimumThroughput = 10;
    private const double FailureRatio = .5;

    private readonly ResiliencePipeline pipeline;

    public CallPolicy(QdrantOptions options, TimeProvider clock, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is RpcException exception && IsWorthRepeating(exception)),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is RpcException exception ? PauseNamedBy(exception) : null),
                OnRetry = arguments =>
                {
                    LogRetry(logger, arguments.AttemptNumber + 1, (arguments.Outcome.Exception as RpcException)?.StatusCode ?? StatusCode.Unknown);
                    return ValueTask.CompletedTask;
                },
            });
        }

        pipeline = builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = MinimumThroughput,
            SamplingDuration = SamplingDuration,
            BreakDuration = BreakDuration,
            ShouldHandle = static arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded }),
            OnOpened = _ =>
            {
                LogOpened(logger);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <summary>The pause before the first repetition; each further one is about twice as long.</summary>
    internal static TimeSpan FirstPause { get; } = TimeSpan.FromMilliseconds(100);

    public ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(static (work, token) => work(token), call, cancellationToken);

    private static bool IsWorthRepeating(RpcException exception) => exception.StatusCode switch
    {
        StatusCode.Unavailable => true,
        StatusCode.ResourceExhausted => PauseNamedBy(exception) is not { } pause || pause <= LongestPause,
        _ => false,
    };

    private static TimeSpan? PauseNamedBy(RpcException exception) =>
        double.TryParse(exception.Trailers.GetValue("retry-after"), CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    [LoggerMessage(EventId = 8001, Level = LogLevel.Debug, Message = "Qdrant answered {Status}; attempt {Attempt} follows")]
    private static partial void LogRetry(ILogger logger, int attempt, StatusCode status);

    [LoggerMessage(EventId = 8002, Level = LogLevel.Warning, Message = "Qdrant fails most calls; the next ones are not sent for some seconds")]
    private static partial void LogOpened(ILogger logger);
}
