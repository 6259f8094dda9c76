using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Health;

/// <summary>Whether the store can be read.</summary>
internal sealed class ArchiveHealth(IArchiveReader archives, ArchiveExtents extents) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var articles = archives.Archives().Sum(archive => extents.Of(archive).Articles);
        return Task.FromResult(HealthCheckResult.Healthy(FormattableString.Invariant($"{articles} articles can be read")));
    }
}
