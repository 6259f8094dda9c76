using NewsBot.Archive;

namespace NewsBot.Retrieval;

/// <summary>What is looked for, where, and as of when.</summary>
public sealed record ArchiveQuery
{
    /// <summary>The archive to search; nothing outside it is read.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>The question or the words. It is text, never query syntax.</summary>
    public required string Text { get; init; }

    /// <summary>Articles published after this instant do not exist for the query.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The first day that counts, inclusive.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day that counts, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only this publication (case-insensitive, whole name or its beginning).</summary>
    public string? Source { get; init; }

    /// <summary>Only articles in this language (primary tag).</summary>
    public string? Language { get; init; }

    /// <summary>At most so many articles, 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>At most so many passages per article.</summary>
    public int PassagesPerArticle { get; init; } = 3;

    /// <summary>Leave meaning out even where an embedding model is configured, e.g. to compare the two.</summary>
    public bool WordsOnly { get; init; }

    /// <summary>Leave the ranking as it is even where a reranker is configured.</summary>
    public bool WithoutReranking { get; init; }

    /// <summary>Whether each hit explains its rank.</summary>
    public bool Explain { get; init; }
}
