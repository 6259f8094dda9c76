namespace NewsBot.Web.Administration;

/// <summary>
/// After five wrong keys nobody is let in for a quarter of an hour, from wherever they come: there is one administrator, and a guesser has
/// many addresses. A right key in between starts the count anew.
/// </summary>
internal sealed class SignInLock(TimeProvider clock)
{
    private const int MostFailures = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private readonly Lock _counting = new();
    private int _failures;
    private DateTimeOffset _lockedUntil = DateTimeOffset.MinValue;

    /// <summary>Whether keys are not even looked at.</summary>
    public bool IsLocked
    {
        get
        {
            lock (_counting)
            {
                return clock.GetUtcNow() < _lockedUntil;
            }
        }
    }

    /// <summary>Counts a wrong key.</summary>
    public void CountFailure()
    {
        lock (_counting)
        {
            if (++_failures >= MostFailures)
            {
                _failures = 0;
                _lockedUntil = clock.GetUtcNow().Add(Pause);
            }
        }
    }

    /// <summary>Starts the count anew.</summary>
    public void Reset()
    {
        lock (_counting)
        {
            _failures = 0;
        }
    }
}
