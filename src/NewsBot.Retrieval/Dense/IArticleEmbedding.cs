using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Embedding;

namespace NewsBot.Retrieval.Dense;

/// <summary>
/// Makes the vectors of articles after they can be found by words: beside the embedded index (<see cref="ArticleVectors"/>) or on a server. What is made stays
/// when it is cancelled.
/// </summary>
public interface IArticleEmbedding
{
    /// <summary>
    /// Makes the vectors that are missing: of articles first (title and lead), then of their other passages. Returns how many were made.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="progress">Told after each batch; null for none.</param>
    /// <param name="cancellationToken">Cancels it after the batch under way.</param>
    /// <exception cref="EmbeddingUnavailableException">The model cannot be used now, or another process makes the same vectors.</exception>
    /// <exception cref="IndexUnavailableException">The vectors cannot be kept: the server is away.</exception>
    Task<long> EmbedMissingAsync(ArchiveName archive, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken);

    /// <summary>How far the vectors are; asks no model.</summary>
    EmbeddingProgress ProgressOf(ArchiveName archive);
}
