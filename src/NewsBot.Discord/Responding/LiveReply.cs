using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Responding;

/// <summary>At what pace a growing reply is shown.</summary>
public sealed record LivePace
{
    /// <summary>From one edit to the next. Public bots settled between 1.0 and 2 s; half a second annoys people and meets Discord's limit.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1.2);

    /// <summary>Fewer new characters than this are not worth an edit.</summary>
    public int NewCharacters { get; init; } = 40;

    /// <summary>Edits for one reply, the last one included.</summary>
    public int MostEdits { get; init; } = 30;

    /// <summary>How long nothing but "thinking" is shown before a state of waiting is: a quick answer should not flicker.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Shows a growing reply calmly: the first sentence at once, then only the newest state, at a pace, one edit at a time, and the end always.
/// When Discord says that it is too much, the pace is halved. Used by one writer; ended with <see cref="FinishAsync"/>.
/// </summary>
public sealed class LiveReply : IAsyncDisposable
{
    private readonly IReplyTarget _target;
    private readonly TimeProvider _time;
    private readonly LivePace _pace;
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _news = new(0);
    private readonly Lock _gate = new();
    private readonly Task _showing;
    private readonly long _startedAt;

    private (Reply Reply, int Characters)? _newest;
    private TimeSpan _interval;
    private DateTimeOffset _notBefore;
    private int _shownCharacters;
    private int _edits;
    private bool _hasProse;

    /// <summary>Begins.</summary>
    public LiveReply(IReplyTarget target, TimeProvider time, LivePace pace, CancellationToken cancellationToken)
    {
        _target = target;
        _time = time;
        _pace = pace;
        _interval = pace.Interval;
        _startedAt = time.GetTimestamp();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _showing = ShowNewestAsync(_stop.Token);
    }

    /// <summary>Whether the message is gone, so that work for it can stop.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Hands in the newest state; what was handed in before and not shown yet is forgotten.</summary>
    /// <param name="reply">The state.</param>
    /// <param name="characters">How many characters of prose it holds; 0 for a state of waiting.</param>
    public void Show(Reply reply, int characters)
    {
        lock (_gate)
        {
            _newest = (reply, characters);
        }

        _news.Release();
    }

    /// <summary>Shows the last state, after any edit that is under way, waiting as long as Discord asks for. False if the message is gone.</summary>
    public async Task<bool> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        await StopShowingAsync();
        while (!IsGone)
        {
            await DelayUntilAsync(_notBefore, cancellationToken);
            switch (await _target.ShowAsync(reply, cancellationToken))
            {
                case ShowOutcome.Shown:
                    return true;
                case ShowOutcome.TooOften tooOften:
                    _notBefore = _time.GetUtcNow() + tooOften.RetryAfter;
                    break;
                default:
                    IsGone = true;
                    break;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopShowingAsync();
        _stop.Dispose();
        _news.Dispose();
    }

    private async Task StopShowingAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _showing;
        }
        catch (OperationCanceledException)
        {
            // This is how showing ends.
        }
    }

    // An edit under way is not cancelled by the end, only the waiting for the next: two edits must never overtake each other.
    private async Task ShowNewestAsync(CancellationToken stop)
    {
        while (!IsGone && _edits < _pace.MostEdits - 1)
        {
            await _news.WaitAsync(stop);
            if (Peek() is not { } news || !IsWorthAnEdit(news.Characters))
            {
                continue;
            }

            await WaitForPaceAsync(stop);
            var (reply, characters) = Take();
            await ShowOnceAsync(reply, characters);
        }
    }

    private async Task ShowOnceAsync(Reply reply, int characters)
    {
        var outcome = await _target.ShowAsync(reply, CancellationToken.None);
        _edits++;
        _notBefore = _time.GetUtcNow() + _interval;
        switch (outcome)
        {
            case ShowOutcome.Shown:
                _shownCharacters = characters;
                _hasProse |= characters > 0;
                break;
            case ShowOutcome.TooOften tooOften:
                _interval *= 2;
                _notBefore = _time.GetUtcNow() + tooOften.RetryAfter;
                PutBack(reply, characters);
                break;
            default:
                IsGone = true;
                break;
        }
    }

    private bool IsWorthAnEdit(int characters) => characters == 0
        ? !_hasProse
        : !_hasProse || characters - _shownCharacters >= _pace.NewCharacters;

    private async Task WaitForPaceAsync(CancellationToken stop)
    {
        await DelayUntilAsync(_notBefore, stop);
        while (Peek() is { Characters: 0 } && _pace.Quiet - _time.GetElapsedTime(_startedAt) is { Ticks: > 0 } quiet)
        {
            // The first sentence ends the quiet at once, so this waits for news as well.
            await WaitForNewsAsync(quiet, stop);
        }
    }

    private async Task WaitForNewsAsync(TimeSpan atMost, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(_news.WaitAsync(either.Token), Task.Delay(atMost, _time, either.Token));
        await either.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    private async Task DelayUntilAsync(DateTimeOffset moment, CancellationToken stop)
    {
        if (moment - _time.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, _time, stop);
        }
    }

    private (Reply Reply, int Characters)? Peek()
    {
        lock (_gate)
        {
            return _newest;
        }
    }

    private (Reply Reply, int Characters) Take()
    {
        lock (_gate)
        {
            var taken = _newest ?? throw new InvalidOperationException("There is nothing to show.");
            _newest = null;
            return taken;
        }
    }

    private void PutBack(Reply reply, int characters)
    {
        lock (_gate)
        {
            _newest ??= (reply, characters);
        }

        _news.Release();
    }
}
