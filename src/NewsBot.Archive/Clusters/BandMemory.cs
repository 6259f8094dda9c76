namespace NewsBot.Archive;

/// <summary>What of the bands is in memory as long as a store is open for writing. Used inside its transactions only.</summary>
/// <param name="mostWaiting">So many articles wait before their keys become a run.</param>
internal sealed class BandMemory(int mostWaiting = WaitingBands.UsualMost)
{
    /// <summary>The keys that are in no run yet.</summary>
    public WaitingBands Waiting { get; } = new(mostWaiting);

    /// <summary>The runs.</summary>
    public StoryRuns Runs { get; } = new();

    /// <summary>Forgets everything, so that it is read again; called when a transaction was rolled back.</summary>
    public void Forget()
    {
        Waiting.Forget();
        Runs.Forget();
    }
}
