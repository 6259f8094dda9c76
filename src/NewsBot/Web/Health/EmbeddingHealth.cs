using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense;

namespace NewsBot.Web.Health;

/// <summary>How far the vectors are, where an embedding model is configured. Missing ones leave the program ready: articles are found by words.</summary>
internal sealed class EmbeddingHealth(IArchiveReader archives, IArticleEmbedding? embedding = null) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (embedding is null)
        {
            return Task.FromResult(HealthCheckResult.Healthy("no embedding model: articles are found by words"));
        }

        var behind = archives.Archives().Select(archive => (archive, Progress: embedding.ProgressOf(archive))).Where(pair => !pair.Progress.IsComplete).ToList();
        return Task.FromResult(behind.Count == 0
            ? HealthCheckResult.Healthy("every article has its vectors")
            : HealthCheckResult.Degraded("making vectors: " + string.Join("; ", behind.Select(pair => $"{pair.archive}: {pair.Progress}"))));
    }
}
