using System.Globalization;
using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Understanding;

namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// What was searched, for people whose question was not answered: by which words, which of them stand nowhere, and that nothing is from the time asked
/// for ("Nothing about “harbor”, “toll” was found since 1 January 2024; the newest of the nearest articles is from 3 May 2022.").
/// </summary>
internal static class SearchSummary
{
    private const int MostWords = 8;

    public static string Of(SearchPlan plan, IReadOnlyList<QueryTerm> terms, IReadOnlyList<ArticleHit> hits)
    {
        var question = plan.Question;
        if (question.AsksWhatHappened)
        {
            return question.Time.Time is { } days && hits.Count == 0 ? $"No article was published{When(days, plan.Query)}{Where(plan.Query)}." : "";
        }

        var words = question.Words.Where(word => word.Length > 0).ToList();
        if (words.Count == 0)
        {
            return "";
        }

        var about = Quoted(words.Take(MostWords), ", ") + (words.Count > MostWords ? " …" : "");
        var isMissed = question.Time.Time is { } asked && !hits.Any(hit => hit.Article.Published is { } published && asked.Contains(published.Day));
        var when = question.Time.Time is { } range ? When(range, plan.Query) : "";
        var sentences = new List<string>
        {
            hits.Count == 0 ? $"Nothing about {about} was found{when}{Where(plan.Query)}."
                : isMissed ? $"Nothing about {about} was found{when}{Where(plan.Query)}{NewestOf(hits)}."
                : $"Searched for {about}{Where(plan.Query)}.",
        };
        var unknown = question.Stems.Zip(question.Words).Where(pair => pair.Second.Length > 0 && terms.Any(term => term.Stem == pair.First && term.Articles == 0)).Select(pair => pair.Second).ToList();
        if (unknown.Count > 0 && hits.Count > 0)
        {
            sentences.Add($"No article holds {Quoted(unknown.Take(MostWords), " or ")}.");
        }

        return string.Join(' ', sentences);
    }

    private static string When(DateRange range, ArchiveQuery query)
    {
        var period = new Period(range.First, range.Last);
        var isOpen = range.Last >= DateOnly.FromDateTime(query.AsOf.UtcDateTime) && range.First < range.Last;
        return isOpen ? $" since {Period.Day(range.First)}"
            : range.First == DateOnly.MinValue ? $" {period}"
            : range.First == range.Last ? $" on {period}"
            : period.ToString().Contains(" to ", StringComparison.Ordinal) ? $" from {period}"
            : $" in {period}";
    }

    private static string Where(ArchiveQuery query)
    {
        var source = string.IsNullOrWhiteSpace(query.Source) ? "" : $" in “{query.Source.Trim()}”";
        var days = (query.Since, query.Until) switch
        {
            ({ } since, { } until) => $" between {Period.Day(since)} and {Period.Day(until)}",
            ({ } since, null) => $" among articles since {Period.Day(since)}",
            (null, { } until) => $" among articles up to {Period.Day(until)}",
            _ => "",
        };
        return source + days;
    }

    private static string NewestOf(IReadOnlyList<ArticleHit> hits) =>
        hits.Select(hit => hit.Article.Published?.Day).Max() is { } newest ? string.Create(CultureInfo.InvariantCulture, $"; the newest of the nearest articles is from {Period.Day(newest)}") : "";

    private static string Quoted(IEnumerable<string> words, string between) => string.Join(between, words.Select(word => $"“{word}”"));
}
