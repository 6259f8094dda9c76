namespace NewsBot.Ingestion.Sources;

/// <summary>Bytes that were opened and whose format is not known yet.</summary>
public sealed record SourceContent
{
    /// <summary>What people call it: a path or an address.</summary>
    public required string Name { get; init; }

    /// <summary>The bytes, read once from front to back. Whoever opened it closes it.</summary>
    public required Stream Stream { get; init; }

    /// <summary>The address it came from, if any.</summary>
    public string? Url { get; init; }

    /// <summary>The media type as the sender stated it, if any.</summary>
    public string? ContentType { get; init; }

    /// <summary>When it was fetched or opened.</summary>
    public required DateTimeOffset FetchedAt { get; init; }
}
