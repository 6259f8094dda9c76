using NewsBot.Archive;

namespace NewsBot.Ingestion.Feeds;

/// <summary>A feed as an archive needs it, whatever its format.</summary>
public sealed record Feed
{
    /// <summary>The publication's name.</summary>
    public string? Title { get; init; }

    /// <summary>The publication's page.</summary>
    public string? Link { get; init; }

    /// <summary>The language as a primary tag, if stated.</summary>
    public string? Language { get; init; }

    /// <summary>How long the publisher asks readers to wait before the next look, if stated (RSS <c>ttl</c>, <c>sy:updatePeriod</c>).</summary>
    public TimeSpan? PollAfter { get; init; }

    /// <summary>The entries, in the feed's order.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}

/// <summary>One entry of a feed.</summary>
public sealed record FeedEntry
{
    /// <summary>The entry's own id (<c>guid</c>, <c>id</c>, <c>rdf:about</c>), if stated.</summary>
    public string? Id { get; init; }

    /// <summary>The title as plain text.</summary>
    public string Title { get; init; } = "";

    /// <summary>The page that the entry is about, absolute where a base is known.</summary>
    public string? Link { get; init; }

    /// <summary>When it was published.</summary>
    public NewsTime? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public NewsTime? Updated { get; init; }

    /// <summary>The authors' names.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The full text as HTML, if the feed carries it.</summary>
    public string? Content { get; init; }

    /// <summary>The summary as HTML, if the feed carries one.</summary>
    public string? Summary { get; init; }

    /// <summary>The entry's language as a primary tag, if stated.</summary>
    public string? Language { get; init; }
}
