using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>A scheduled feed, as <c>feeds list --json</c> prints it.</summary>
internal sealed record FeedJson
{
    public required long Feed { get; init; }

    public required string Archive { get; init; }

    public required string Url { get; init; }

    public required long EverySeconds { get; init; }

    public required string? LastAttempt { get; init; }

    public required string? LastSuccess { get; init; }

    /// <summary>Null when its publisher ended it.</summary>
    public required string? Next { get; init; }

    /// <summary>How often in a row it could not be read.</summary>
    public required int Failures { get; init; }

    /// <summary>How many new entries there were, or what went wrong.</summary>
    public required string? Message { get; init; }

    public static FeedJson From(ScheduledFeed feed) => new()
    {
        Feed = feed.Number,
        Archive = feed.Archive.Value,
        Url = feed.ShownUrl,
        EverySeconds = (long)feed.Every.TotalSeconds,
        LastAttempt = Text(feed.LastAttemptAt),
        LastSuccess = Text(feed.LastSuccessAt),
        Next = feed.IsDead ? null : Text(feed.NextAt),
        Failures = feed.Failures,
        Message = feed.Message,
    };

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? NewsTime.OfInstant(known).ToString() : null;
}
