namespace NewsBot.Ingestion;

/// <summary>Bounds the bytes of items that were read and are in no batch yet, and of large ones that are not stored yet, so that they cannot fill the memory.</summary>
internal sealed class InFlightBudget : IDisposable
{
    private const int UnitBytes = 8 * 1024;
    private const int Units = 1024;

    /// <summary>Documents from this size on, 4 MB, are large: what is made of one on its way into the store takes many times as much.</summary>
    private const int LargeUnits = Units / 2;

    private readonly SemaphoreSlim free = new(Units);

    /// <summary>Waits until a document fits. Only one caller at a time.</summary>
    public async ValueTask<Lease> TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        var units = (int)Math.Min(Units, bytes / UnitBytes);
        for (var i = 0; i < units; i++)
        {
            await free.WaitAsync(cancellationToken);
        }

        return new Lease(free, units);
    }

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    /// <summary>A part of the budget, given back at the end.</summary>
    internal readonly record struct Lease(SemaphoreSlim Free, int Units) : IDisposable
    {
        /// <summary>Whether the document is so large that the next one has to wait until it is stored.</summary>
        public bool IsLarge => Units >= LargeUnits;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (Units > 0)
            {
                Free.Release(Units);
            }
        }
    }
}
