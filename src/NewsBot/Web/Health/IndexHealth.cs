using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Health;

/// <summary>Whether the index answers, and whether it has taken in what the store holds.</summary>
internal sealed class IndexHealth(IArchiveReader archives, IArchiveIndex index, ArchiveExtents extents, TimeProvider clock, StandbyIndex? standby = null, QdrantIndex? qdrant = null) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var behind = new List<string>();
            foreach (var archive in archives.Archives())
            {
                var stored = extents.Of(archive).Articles;
                var probe = new ArchiveQuery { Archive = archive, Text = WordsOfNewest(archive), AsOf = clock.GetUtcNow(), Limit = 1 };
                var searched = (await index.SearchAsync(probe, cancellationToken)).ArticlesSearched;
                if (qdrant?.BacklogOf(archive) is { IsBehind: true } backlog)
                {
                    behind.Add($"{archive}: {backlog}");
                }
                else if (searched < stored)
                {
                    behind.Add(FormattableString.Invariant($"{archive}: {searched} of {stored} articles"));
                }
            }

            if (standby?.IsStandingIn == true)
            {
                return HealthCheckResult.Degraded(string.Join("; ", behind.Prepend("Qdrant does not answer; the embedded index serves. Run 'newsbot doctor --qdrant'")));
            }

            return behind.Count == 0
                ? HealthCheckResult.Healthy("in step with the store")
                : HealthCheckResult.Degraded("catching up: " + string.Join("; ", behind));
        }
        catch (IndexUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy(unavailable.Message, unavailable);
        }
    }

    // Words that are not in the archive would not take a query as far as the index.
    private string WordsOfNewest(ArchiveName archive) =>
        archives.ChangesAfter(archive, archives.LastSequence(archive) - 1, 1) is [{ Article: { } newest }] && newest.Title.Length > 0 ? newest.Title : "news";
}
