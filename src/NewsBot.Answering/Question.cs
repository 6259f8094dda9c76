using NewsBot.Archive;

namespace NewsBot.Answering;

/// <summary>A question as it was asked.</summary>
public sealed record Question
{
    /// <summary>The longest question, in UTF-16 code units.</summary>
    public const int MaximumLength = 2_000;

    /// <summary>The archive that is asked.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The day the question is asked for, inclusive; null is now.</summary>
    public NewsTime? AsOf { get; init; }

    /// <summary>The first day that counts, inclusive.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day that counts, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only this publication.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the answer is kept, so that links and follow-up questions find it. Batches and measurements need that not.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>Where it was asked, for the log of questions: "web", "api", "mcp". Null elsewhere; its words are then not part of that log.</summary>
    public string? Place { get; init; }

    /// <summary>The answer that this question follows up on.</summary>
    public Guid? After { get; init; }

    /// <summary>Who pays for a model's tokens besides the archive; null where the archive alone does.</summary>
    public Payer? Payer { get; init; }
}
