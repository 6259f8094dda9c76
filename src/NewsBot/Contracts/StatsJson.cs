using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>What <c>stats --json</c> prints; oldest and newest are publication times.</summary>
internal sealed record StatsJson(string Archive, long Articles, long Versions, long Passages, long Characters, string? Oldest, string? Newest)
{
    public static StatsJson From(ArchiveName archive, ArchiveStatistics statistics) => new(
        archive.Value,
        statistics.Articles,
        statistics.Versions,
        statistics.Passages,
        statistics.Characters,
        statistics.Oldest?.ToString(),
        statistics.Newest?.ToString());
}
