namespace NewsBot.Archive;

/// <summary>A question in a chat server and the message that answers it, by their ids there.</summary>
public sealed record Exchange
{
    /// <summary>The message that answers.</summary>
    public required string Message { get; init; }

    /// <summary>The channel or thread in which it stands.</summary>
    public required string Channel { get; init; }

    /// <summary>The message that asked, or null where a command did.</summary>
    public string? Question { get; init; }

    /// <summary>The chat server, or empty.</summary>
    public required string Guild { get; init; }

    /// <summary>Who asked.</summary>
    public required string User { get; init; }

    /// <summary>The archive that was asked.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>The answer's identity.</summary>
    public required Guid Answer { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset At { get; init; }
}
