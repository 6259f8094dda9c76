using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;

namespace NewsBot.Web.Health;

/// <summary>Whether the store can be read.</summary>
internal sealed class ArchiveHealth(IArchiveReader archives) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var articles = archives.Archives().Sum(archive => archives.Statistics(archive).Articles);
        return Task.FromResult(HealthCheckResult.Healthy(FormattableString.Invariant($"{articles} articles can be read")));
    }
}
