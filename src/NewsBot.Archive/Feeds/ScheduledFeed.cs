namespace NewsBot.Archive;

/// <summary>A feed that is looked at again and again.</summary>
public sealed record ScheduledFeed
{
    /// <summary>The feed's number, from 1, never used twice.</summary>
    public required long Number { get; init; }

    /// <summary>The archive that its articles go into.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>Its address; it follows the feed when that moves for good.</summary>
    public required string Url { get; init; }

    /// <summary>The address as people see it: without the login that it may carry.</summary>
    public string ShownUrl => AddressText.WithoutLogin(Url);

    /// <summary>How often it is looked at, unless the publisher asks for longer pauses.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Who added it.</summary>
    public required string AddedBy { get; init; }

    /// <summary>When it is looked at next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>When it was last looked at.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When it was last read or known to be unchanged.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>How often in a row it could not be read.</summary>
    public required int Failures { get; init; }

    /// <summary>What went wrong last, or how many new entries there were.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the publisher ended it (410); it is not looked at any more.</summary>
    public required bool IsDead { get; init; }

    /// <summary>What the server last said of its state, to be sent back.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server last changed it, as the server wrote it.</summary>
    public string? LastModified { get; init; }
}
