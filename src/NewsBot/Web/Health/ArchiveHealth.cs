using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Health;

/// <summary>Whether the store can be read, which answering needs, and written, without which only new things are refused.</summary>
internal sealed class ArchiveHealth(IArchiveReader archives, ArchiveExtents extents, DiskWatch disk) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        try
        {
            var articles = archives.Archives().Sum(archive => extents.Of(archive).Articles);
            return disk.Problem is { } problem
                ? HealthCheckResult.Degraded("can be read but not written: " + problem)
                : HealthCheckResult.Healthy(FormattableString.Invariant($"{articles} articles can be read and more be written"));
        }
        catch (ArchiveUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy(unavailable.Message, unavailable);
        }
    }
}
