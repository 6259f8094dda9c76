using Microsoft.Extensions.Options;

namespace NewsBot.Discord.Limits;

/// <summary>
/// Lets so many questions run at the same time; the others wait in the order in which they came and are told their position whenever it
/// changes. Safe for several threads at once.
/// </summary>
public sealed class QuestionQueue(IOptions<LimitsOptions> options)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private int _running;

    /// <summary>
    /// Waits for a turn. The result is to be disposed when the question is answered; it is null when too many are waiting already.
    /// </summary>
    /// <param name="tellPosition">Told the position, from 1, while waiting. Must return at once.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    public async Task<IDisposable?> EnterAsync(Action<int> tellPosition, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (_running < options.Value.RunningQuestions)
            {
                _running++;
                return new Turn(this);
            }

            if (_waiting.Count >= options.Value.WaitingQuestions)
            {
                return null;
            }

            waiter = new Waiter(tellPosition);
            _waiting.AddLast(waiter);
            tellPosition(_waiting.Count);
        }

        await using var leaving = cancellationToken.Register(() => Leave(waiter, cancellationToken));
        await waiter.Turn.Task;
        return new Turn(this);
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiting.Remove(waiter))
            {
                waiter.Turn.SetCanceled(cancellationToken);
                TellPositions();
            }
        }
    }

    private void Next()
    {
        lock (_gate)
        {
            if (_waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                first.Value.Turn.SetResult();
                TellPositions();
            }
            else
            {
                _running--;
            }
        }
    }

    private void TellPositions()
    {
        var position = 0;
        foreach (var waiter in _waiting)
        {
            waiter.TellPosition(++position);
        }
    }

    private sealed class Waiter(Action<int> tellPosition)
    {
        public Action<int> TellPosition { get; } = tellPosition;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(QuestionQueue queue) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (!_isOver)
            {
                _isOver = true;
                queue.Next();
            }
        }
    }
}
