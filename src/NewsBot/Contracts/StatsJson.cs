using NewsBot.Answering.Generative;
using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>What <c>stats --json</c> prints; oldest and newest are publication times, today is the day in UTC.</summary>
internal sealed record StatsJson(string Archive, long Articles, long Versions, long Passages, long Characters, string? Oldest, string? Newest, long ModelTokensToday, decimal ModelCostToday)
{
    public static StatsJson From(ArchiveName archive, ArchiveStatistics statistics, TokenBudget budget) => new(
        archive.Value,
        statistics.Articles,
        statistics.Versions,
        statistics.Passages,
        statistics.Characters,
        statistics.Oldest?.ToString(),
        statistics.Newest?.ToString(),
        budget.UsedToday(archive).Total,
        budget.CostToday(archive));
}
