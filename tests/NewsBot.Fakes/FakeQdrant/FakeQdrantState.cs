using System.Collections.Concurrent;

namespace NewsBot.Fakes;

/// <summary>What the server holds. Calls take <see cref="Lock"/> one after the other.</summary>
internal sealed class FakeQdrantState
{
    public Lock Lock { get; } = new();

    public Catalogue Catalogue { get; private set; } = new();

    public FakeQdrantFaults Faults { get; } = new();

    public ConcurrentQueue<FakeQdrantCall> Calls { get; } = new();

    public void LoseAllData()
    {
        lock (Lock)
        {
            Catalogue = new Catalogue();
        }
    }
}
