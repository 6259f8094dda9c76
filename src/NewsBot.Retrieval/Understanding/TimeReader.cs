using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>What a question says about time.</summary>
/// <param name="Time">The days it is about, if it says so; open ends reach back to the first day there is, or to the moment of asking.</param>
/// <param name="Focus">The kind of moment.</param>
/// <param name="Notes">How doubtful words were read: "“March” was taken as March 2025".</param>
/// <param name="RelativeWords">Where words stand that only place the question in time ("last week"); they are not searched for.</param>
internal sealed record TimeReading(DateRange? Time, TimeFocus Focus, IReadOnlyList<string> Notes, IReadOnlyList<NewsBot.Archive.TextRange> RelativeWords);

/// <summary>
/// Reads the time a question is about, in English, German and French, against the day as of which it is asked. A time that only an event
/// names ("before the election") stays text. Of several times the first one counts.
/// </summary>
internal static class TimeReader
{
    /// <summary>Days of asking outside are read as the nearest day inside, so that counting back and forth never leaves the calendar.</summary>
    private static readonly DateOnly EarliestDay = new(1000, 1, 1);
    private static readonly DateOnly LatestDay = new(9000, 1, 1);

    public static TimeReading Read(string question, TextLanguage language, DateOnly dayOfAsking)
    {
        var today = dayOfAsking < EarliestDay ? EarliestDay : dayOfAsking > LatestDay ? LatestDay : dayOfAsking;
        var words = TimeWordReader.Read(question, language);
        var stated = FirstPeriod(words, new PeriodReader(words, today), today);
        var focus = stated is not null ? TimeFocus.Stated : FocusOf(words);
        return stated is { } found
            ? new TimeReading(new DateRange(found.Period.First, found.Period.Last), focus, NotesOf(question, words, found, today), RelativeWordsOf(words, found))
            : new TimeReading(null, focus, [], []);
    }

    private static TimeFocus FocusOf(IReadOnlyList<TimeWord> words) =>
        words.Any(word => word.Role == TimeRole.Latest) ? TimeFocus.Latest
        : words.Any(word => word.Role == TimeRole.Origin) ? TimeFocus.Origin
        : TimeFocus.None;

    private static Found? FirstPeriod(IReadOnlyList<TimeWord> words, PeriodReader reader, DateOnly today)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (IsEventsYear(words, at))
            {
                at++;
                continue;
            }

            if ((ReadRange(words, reader, at) ?? ReadBounded(words, reader, at, today) ?? ReadPlain(words, reader, at)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>"between March and May", "from 2019 to 2021"</summary>
    private static Found? ReadRange(IReadOnlyList<TimeWord> words, PeriodReader reader, int at)
    {
        if (words[at].Role != TimeRole.Between
            || reader.ReadAt(at + 1, isExpected: true) is not var (first, afterFirst)
            || afterFirst >= words.Count || words[afterFirst].Role is not (TimeRole.And or TimeRole.Until)
            || reader.ReadAt(afterFirst + 1, isExpected: true) is not var (last, next))
        {
            return null;
        }

        // "between November and February": the second month lies after the first.
        last = last.Last < first.First && last.IsGuessed ? last with { First = last.First.AddYears(1), Last = last.Last.AddYears(1) } : last;
        return last.Last < first.First ? null : new Found(new Period(first.First, last.Last, first.IsGuessed || last.IsGuessed), at, next);
    }

    /// <summary>"since Tuesday", "until March", "before 2020", "after the end of May"</summary>
    private static Found? ReadBounded(IReadOnlyList<TimeWord> words, PeriodReader reader, int at, DateOnly today)
    {
        var role = words[at].Role;
        if (role is not (TimeRole.Since or TimeRole.Until or TimeRole.Before or TimeRole.After) || reader.ReadAt(at + 1, isExpected: true) is not var (period, next))
        {
            return null;
        }

        var bounded = role switch
        {
            TimeRole.Since => period with { Last = Later(today, period.Last) },
            TimeRole.After => new Period(period.Last.AddDays(1), Later(today, period.Last.AddDays(1)), period.IsGuessed),
            TimeRole.Until => period with { First = DateOnly.MinValue },
            _ => new Period(DateOnly.MinValue, period.First.AddDays(-1), period.IsGuessed),
        };
        return new Found(bounded, at, next);
    }

    private static Found? ReadPlain(IReadOnlyList<TimeWord> words, PeriodReader reader, int at)
    {
        var isPreposition = words[at].Role is TimeRole.In or TimeRole.Between;
        return reader.ReadAt(isPreposition ? at + 1 : at, isPreposition) is var (period, next) && !IsQuantity(words, at, next) ? new Found(period, at, next) : null;
    }

    /// <summary>"before the election of 2024": the year belongs to the event and dates nothing else.</summary>
    private static bool IsEventsYear(IReadOnlyList<TimeWord> words, int at) =>
        words[at].Text is "of" && at + 1 < words.Count && words[at + 1].IsYear && words.Take(at).Any(word => word.Role is TimeRole.Before or TimeRole.After or TimeRole.Since or TimeRole.Until);

    /// <summary>"2000 tonnes": four figures before a noun of quantity are no year.</summary>
    private static bool IsQuantity(IReadOnlyList<TimeWord> words, int at, int next) =>
        next == at + 1 && words[at].IsYear && next < words.Count
        && words[next].Text is "people" or "tonnes" or "tons" or "dollars" or "dlrs" or "euros" or "percent" or "pct" or "jobs" or "million" or "billion"
            or "menschen" or "tonnen" or "euro" or "prozent" or "millionen" or "personnes" or "emplois" or "millions";

    private static List<string> NotesOf(string question, IReadOnlyList<TimeWord> words, Found found, DateOnly today)
    {
        var spoken = question[words[found.From].Start..words[found.Next - 1].End];
        var isRelative = IsRelative(words, found);
        var future = found.Period.First > today ? [$"“{spoken}” lies after {Period.Day(today)}, the day of asking."] : Array.Empty<string>();
        return found.Period.IsGuessed || isRelative ? [$"“{spoken}” was taken as {found.Period}.", .. future] : [.. future];
    }

    /// <summary>Words of relative times occur in articles by chance; names of months and years may well stand in the right article.</summary>
    private static List<NewsBot.Archive.TextRange> RelativeWordsOf(IReadOnlyList<TimeWord> words, Found found) =>
        Enumerable.Range(found.From, found.Next - found.From)
            .Select(at => words[at])
            .Where(word => word.Role is not (TimeRole.Month or TimeRole.DoubtfulMonth or TimeRole.Date) && word.Digits == 0)
            .Select(word => new NewsBot.Archive.TextRange(word.Start, word.End))
            .ToList();

    private static bool IsRelative(IReadOnlyList<TimeWord> words, Found found) =>
        Enumerable.Range(found.From, found.Next - found.From).Any(at => words[at].Role is TimeRole.Shift or TimeRole.Ago or TimeRole.AgoBefore or TimeRole.RelativeDay);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private readonly record struct Found(Period Period, int From, int Next);
}
