namespace NewsBot.Retrieval.Qdrant.Verification;

/// <summary>What a comparison of store and index found.</summary>
public sealed record VerificationReport
{
    /// <summary>Articles of the store.</summary>
    public required long Articles { get; init; }

    /// <summary>Articles of the store that the index lacks, or lacks passages of.</summary>
    public IReadOnlyList<Guid> Missing { get; init; } = [];

    /// <summary>Articles whose indexed version or content is not the store's current one.</summary>
    public IReadOnlyList<Guid> Different { get; init; } = [];

    /// <summary>Articles of the index that the store does not know.</summary>
    public IReadOnlyList<Guid> Unknown { get; init; } = [];

    /// <summary>Whether store and index agree.</summary>
    public bool IsSound => Missing.Count == 0 && Different.Count == 0 && Unknown.Count == 0;
}
