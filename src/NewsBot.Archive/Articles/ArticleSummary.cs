namespace NewsBot.Archive;

/// <summary>An article without its text, as lists show it.</summary>
public sealed record ArticleSummary
{
    /// <summary>The identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The external id where there is one, else the identity.</summary>
    public required string PublicId { get; init; }

    /// <summary>The number of its current version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The address, if known.</summary>
    public string? Url { get; init; }

    /// <summary>The publication, if known.</summary>
    public string? Source { get; init; }

    /// <summary>When it was published, if known.</summary>
    public NewsTime? Published { get; init; }

    /// <summary>When the current version was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>UTF-16 code units of the text.</summary>
    public required long Characters { get; init; }
}
