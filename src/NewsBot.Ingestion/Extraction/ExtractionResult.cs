using NewsBot.Archive;

namespace NewsBot.Ingestion.Extraction;

/// <summary>What reading a document gave: an article, or why there is none.</summary>
public abstract record ExtractionResult
{
    private ExtractionResult()
    {
    }

    /// <summary>The document is an article.</summary>
    /// <param name="Article">Its text and metadata.</param>
    public sealed record Extracted(ArticleContent Article) : ExtractionResult
    {
        /// <summary>When this version was first stored, if it comes from an export.</summary>
        public DateTimeOffset? StoredAt { get; init; }

        /// <summary>The number of this version, if it comes from an export.</summary>
        public int? Version { get; init; }

        /// <summary>The bytes that it was read from, if an export carries them.</summary>
        public Document? Document { get; init; }
    }

    /// <summary>The document is what an export tells of an article that was removed.</summary>
    /// <param name="Tombstone">What is left of it.</param>
    public sealed record Removed(Tombstone Tombstone) : ExtractionResult;

    /// <summary>The document is none that could be archived.</summary>
    /// <param name="Reason">Why, and what to do, as one sentence for the person who ingests.</param>
    public sealed record NotAnArticle(string Reason) : ExtractionResult;
}
