using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;

namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// Ranks what was reported in a time, for a question that names no topic ("What happened on 10 January 2025?"): the stories that most
/// publications carried come first. The store knows the days, so it is the same whatever index lies beside it.
/// </summary>
internal sealed class PeriodReports(IArchiveReader store)
{
    /// <summary>"What's new?" asks for this many days, up to the newest article.</summary>
    private const int DaysOfNews = 7;

    /// <summary>Stories looked at for each one wanted: some fall away by source or language, and as copies.</summary>
    private const int SpareFactor = 10;

    private static DateOnly LastDay { get; } = DateOnly.MaxValue;

    /// <summary>The reports, best first, at most as many as the plan wants.</summary>
    public IReadOnlyList<RankedArticle> Of(SearchPlan plan)
    {
        var days = plan.Question.Time.Time ?? NewestDays(plan.Query);
        var reports = Between(days.First, days.Last, plan);
        // What happened on one day may first be in the papers of the next.
        return reports.Count == 0 && days.First == days.Last && days.Last < LastDay ? Between(days.Last.AddDays(1), days.Last.AddDays(1), plan) : reports;
    }

    // Copies count; a fraction below one keeps the store's order among equals.
    private List<RankedArticle> Between(DateOnly first, DateOnly last, SearchPlan plan)
    {
        var query = plan.Query;
        var from = StartOf(query.Since is { } since && since > first ? since : first);
        var to = Earlier(query.AsOf, EndOf(query.Until is { } until && until < last ? until : last));
        return store.PublishedBetween(query.Archive, from, to, SpareFactor * plan.Depth)
            .Where(article => ArticleFilter.IsOf(query, article.Source, article.Language))
            .Take(plan.Depth)
            .Select((article, rank) => new RankedArticle(article.Id, article.Copies + (1.0 / (rank + 2)), TimeFactor: 1))
            .ToList();
    }

    private DateRange NewestDays(ArchiveQuery query)
    {
        var today = DateOnly.FromDateTime(query.AsOf.UtcDateTime);
        var last = store.NewestPublished(query.Archive) is { } newest && newest.Day < today ? newest.Day : today;
        return new DateRange(last.AddDays(1 - DaysOfNews), last);
    }

    private static DateTimeOffset EndOf(DateOnly day) => day >= LastDay ? DateTimeOffset.MaxValue : StartOf(day.AddDays(1)).AddTicks(-1);

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
