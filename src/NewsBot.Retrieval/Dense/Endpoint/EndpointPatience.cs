using Polly;
using Polly.Retry;

namespace NewsBot.Retrieval.Dense.Endpoint;

/// <summary>
/// How long an embedding endpoint is waited for: a busy or failing one is asked again after the pause that it names, else after a growing, jittered one.
/// </summary>
internal static class EndpointPatience
{
    private const int Repetitions = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Longer pauses are left to whoever asked: a question does not wait, and the background has time.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Makes the pipeline that runs a request and its repetitions.</summary>
    /// <param name="clock">The clock that pauses are measured by.</param>
    /// <returns>A pipeline that may be shared by threads.</returns>
    public static ResiliencePipeline Create(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Repetitions,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = static attempt => ValueTask.FromResult(PauseNamedBy(attempt.Outcome.Exception) is { } pause && pause <= LongestPause),
                DelayGenerator = static attempt => ValueTask.FromResult(PauseNamedBy(attempt.Outcome.Exception) is { } pause && pause > TimeSpan.Zero ? pause : (TimeSpan?)null),
            })
            .Build();

    private static TimeSpan? PauseNamedBy(Exception? failure) => (failure as EmbeddingUnavailableException)?.RetryAfter;
}
