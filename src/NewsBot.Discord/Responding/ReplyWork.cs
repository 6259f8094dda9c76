using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>
/// Runs the work that was promised with a deferred response: until it is done, until the answer can no longer be shown, or until the host
/// stops. A failure is logged with a number that the person is told, too.
/// </summary>
public sealed partial class ReplyWork(ReplyTargets targets, TimeProvider time, ILogger<ReplyWork> logger) : IHostedService, IDisposable
{
    // The token of an interaction dies after 15 minutes; the last minute is for saying goodbye.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(14);

    private const int GoodbyeAttempts = 3;

    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Begins the work that an interaction was promised and returns at once.</summary>
    public void Begin(InteractionOrigin origin, InteractionResponse.Later promise) =>
        _ = Begin(origin, promise, targets.For(origin, promise.IsPrivate), CancellationToken.None);

    /// <summary>Begins work that is shown in a place of its own and returns at once, with the task that ends when the work has.</summary>
    /// <param name="origin">Who asked for it.</param>
    /// <param name="promise">The work.</param>
    /// <param name="target">Where it is shown.</param>
    /// <param name="withdrawn">Ends the work without a word, as when its question was deleted.</param>
    public Task Begin(InteractionOrigin origin, InteractionResponse.Later promise, IReplyTarget target, CancellationToken withdrawn)
    {
        var work = Task.Run(() => RunAsync(origin, promise, target, withdrawn), CancellationToken.None);
        _running.TryAdd(work, 0);
        _ = work.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return work;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(InteractionOrigin origin, InteractionResponse.Later promise, IReplyTarget target, CancellationToken withdrawn)
    {
        var texts = ReplyTexts.For(origin.Locale);
        using var deadline = new CancellationTokenSource(promise.OutlivesToken ? Timeout.InfiniteTimeSpan : Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _stopping.Token, withdrawn);
        try
        {
            await promise.Work(target, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            await SayAsync(target, texts["TimedOut"], origin);
        }
        catch (OperationCanceledException) when (withdrawn.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogStopped(logger, origin.Id);
        }
        catch (Exception exception)
        {
            LogFailed(logger, origin.Id, exception);
            await SayAsync(target, texts["Failed", origin.Id.ToString()], origin);
        }
    }

    private async Task SayAsync(IReplyTarget target, string text, InteractionOrigin origin)
    {
        try
        {
            for (var attempt = 1; attempt <= GoodbyeAttempts && await target.ShowAsync(new Reply.Notice(text), CancellationToken.None) is ShowOutcome.TooOften busy; attempt++)
            {
                await Task.Delay(busy.RetryAfter, time, CancellationToken.None);
            }
        }
        catch (DiscordException exception)
        {
            LogUnsaid(logger, origin.Id, exception.Message);
        }
    }

    [LoggerMessage(4001, LogLevel.Error, "Interaction {Interaction} failed")]
    private static partial void LogFailed(ILogger logger, Snowflake interaction, Exception exception);

    [LoggerMessage(4002, LogLevel.Information, "Interaction {Interaction} was broken off because the host stops")]
    private static partial void LogStopped(ILogger logger, Snowflake interaction);

    [LoggerMessage(4003, LogLevel.Warning, "Interaction {Interaction} could not be told of its failure: {Reason}")]
    private static partial void LogUnsaid(ILogger logger, Snowflake interaction, string reason);
}
