namespace NewsBot.Retrieval.Lexical;

/// <summary>What all snapshots of an index share of its segments, whose files never change.</summary>
/// <param name="frequentBytes">How many bytes the postings of common terms may take.</param>
internal sealed class SegmentCaches(long frequentBytes)
{
    public IndexSegment.ColumnCache Columns { get; } = new();

    public FrequentPostings Frequent { get; } = new(frequentBytes);

    /// <summary>Lets go of the segments that a newer snapshot no longer has.</summary>
    public void KeepOnly(IndexSnapshot snapshot) => Frequent.KeepOnly(snapshot.Segments.Select(segment => segment.Core).ToHashSet());
}
