using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>What a question says about time.</summary>
/// <param name="Time">The days it is about, if it says so; open ends reach back to the first day there is, or to the moment of asking.</param>
/// <param name="Focus">The kind of moment.</param>
/// <param name="Notes">How doubtful words were read: "“March” was taken as March 2025".</param>
/// <param name="RelativeWords">Where words stand that only place the question in time ("last week"); they are not searched for.</param>
internal sealed record TimeReading(DateRange? Time, TimeFocus Focus, IReadOnlyList<string> Notes, IReadOnlyList<NewsBot.Archive.TextRange> RelativeWords)
{
    /// <summary>Where the time stands in the question.</summary>
    public NewsBot.Archive.TextRange? Where { get; init; }

    /// <summary>Whether it names a month, a quarter or a season, but not of which year.</summary>
    public bool IsYearGuessed { get; init; }
}

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
        var words = new TimeWords(TimeWordReader.Read(question, language));
        var stated = FirstPeriod(words, new PeriodReader(words, today), today);
        var focus = stated is not null ? TimeFocus.Stated : FocusOf(question, words);
        return stated is { } found
            ? new TimeReading(new DateRange(found.Period.First, found.Period.Last), focus, NotesOf(question, words, found, today), RelativeWordsOf(words, found))
            {
                Where = new NewsBot.Archive.TextRange(words[found.From].Start, words[found.Next - 1].End),
                IsYearGuessed = found.Period.IsGuessed && !IsRelative(words, found) && NamesPartOfYear(words, found),
            }
            : new TimeReading(null, focus, [], []);
    }

    private static TimeFocus FocusOf(string question, TimeWords words)
    {
        var places = Enumerable.Range(0, words.Count);
        return places.Any(at => words.Role(at) == TimeRole.Latest || IsFrenchLatest(words, at)) ? TimeFocus.Latest
            : places.Any(at => words.Role(at) == TimeRole.Origin || IsFirstOfAll(question, words, at)) ? TimeFocus.Origin
            : TimeFocus.None;
    }

    /// <summary>"le dernier chiffre": the latest, where no time follows.</summary>
    private static bool IsFrenchLatest(TimeWords words, int at) =>
        words.Role(at) == TimeRole.Shift && words.Text(at).StartsWith("dernier", StringComparison.Ordinal) && words.Role(at + 1) == TimeRole.None && at + 1 < words.Count;

    /// <summary>"the first woman to …": whoever was first may have been so long ago. Not in names ("First Interstate") and offices ("first lady").</summary>
    private static bool IsFirstOfAll(string question, TimeWords words, int at) =>
        words.Role(at) == TimeRole.Ordinal && words.Value(at) == 1 && char.IsLower(question[words[at].Start])
        && words.Text(at + 1) is not ("lady" or "minister" or "ministre" or "class" or "name" or "family" or "half" or "place" or "round" or "dame");

    private static Found? FirstPeriod(TimeWords words, PeriodReader reader, DateOnly today)
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

    /// <summary>"between March and May", "from 2019 to 2021", "from 5 to 10 March 2024"</summary>
    private static Found? ReadRange(TimeWords words, PeriodReader reader, int at)
    {
        if (words.Role(at) != TimeRole.Between && words.Text(at) != "de")
        {
            return null;
        }

        var isDayAlone = words.Is(words.SkipFillers(at + 1), word => word.IsDayOfMonth) && IsEndOfFirst(words, words.SkipFillers(at + 1) + 1);
        var first = isDayAlone ? null : reader.ReadAt(at + 1, isExpected: true);
        var and = isDayAlone ? words.SkipFillers(at + 1) + 1 : first?.Next ?? words.Count;
        if (!IsEndOfFirst(words, and) || reader.ReadAt(and + 1, isExpected: true) is not var (last, next))
        {
            return null;
        }

        return Joined(isDayAlone ? DayIn(last, words.Value(and - 1)) : first?.Period, last) is { } joined ? new Found(joined, at, next) : null;
    }

    private static bool IsEndOfFirst(TimeWords words, int at) => words.Role(at) is TimeRole.And or TimeRole.Until;

    private static Period? DayIn(Period last, int day) =>
        last.First == last.Last && day <= last.Last.Day ? last with { First = new DateOnly(last.Last.Year, last.Last.Month, day), Last = new DateOnly(last.Last.Year, last.Last.Month, day) } : null;

    /// <summary>Both ends are of one time: "from March to May 2024" names the year once, "between November and February" goes over its end.</summary>
    private static Period? Joined(Period? from, Period last)
    {
        if (from is not { } first)
        {
            return null;
        }

        if (first.IsGuessed && !last.IsGuessed)
        {
            var years = last.Last.Year - first.First.Year;
            first = new Period(first.First.AddYears(years), first.Last.AddYears(years));
            first = first.First > last.Last ? new Period(first.First.AddYears(-1), first.Last.AddYears(-1)) : first;
        }

        last = last.Last < first.First && last.IsGuessed ? last with { First = last.First.AddYears(1), Last = last.Last.AddYears(1) } : last;
        return last.Last < first.First ? null : new Period(first.First, last.Last, first.IsGuessed || last.IsGuessed);
    }

    /// <summary>"since Tuesday", "until March", "before 2020", "after the end of May"</summary>
    private static Found? ReadBounded(TimeWords words, PeriodReader reader, int at, DateOnly today)
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

    private static Found? ReadPlain(TimeWords words, PeriodReader reader, int at)
    {
        var isPreposition = words[at].Role is TimeRole.In or TimeRole.Between;
        return reader.ReadAt(isPreposition ? at + 1 : at, isPreposition) is var (period, next) && !IsQuantity(words, at, next) ? new Found(period, at, next) : null;
    }

    /// <summary>"before the election of 2024": the year belongs to the event and dates nothing else.</summary>
    private static bool IsEventsYear(TimeWords words, int at) =>
        words[at].Text is "of" && at + 1 < words.Count && words[at + 1].IsYear && Enumerable.Range(0, at).Any(before => words.Role(before) is TimeRole.Before or TimeRole.After or TimeRole.Since or TimeRole.Until);

    /// <summary>"2000 tonnes": four figures before a noun of quantity are no year.</summary>
    private static bool IsQuantity(TimeWords words, int at, int next) =>
        next == at + 1 && words[at].IsYear && next < words.Count
        && words[next].Text is "people" or "tonnes" or "tons" or "dollars" or "dlrs" or "euros" or "percent" or "pct" or "jobs" or "million" or "billion"
            or "menschen" or "tonnen" or "euro" or "prozent" or "millionen" or "personnes" or "emplois" or "millions";

    private static List<string> NotesOf(string question, TimeWords words, Found found, DateOnly today)
    {
        var spoken = question[words[found.From].Start..words[found.Next - 1].End];
        var isRelative = IsRelative(words, found);
        var future = found.Period.First > today ? [$"“{spoken}” lies after {Period.Day(today)}, the day of asking."] : Array.Empty<string>();
        return found.Period.IsGuessed || isRelative ? [$"“{spoken}” was taken as {found.Period}.", .. future] : [.. future];
    }

    /// <summary>Words of relative times occur in articles by chance; names of months and years may well stand in the right article.</summary>
    private static List<NewsBot.Archive.TextRange> RelativeWordsOf(TimeWords words, Found found)
    {
        // The "24" of "the last 24 hours" is no figure to look for, that of "24 March last year" is; "fourth quarter" may well stand in the right article.
        var places = Enumerable.Range(found.From, found.Next - found.From).ToList();
        if (!IsRelative(words, found))
        {
            places.RemoveAll(at => words.Role(at) is TimeRole.Ordinal or TimeRole.Unit or TimeRole.NamedQuarter or TimeRole.Half or TimeRole.HalfUnit or TimeRole.Season or TimeRole.Decade or TimeRole.Century);
        }

        var isCounted = IsRelative(words, found) && !places.Any(words.IsMonth);
        return places
            .Concat(found.From > 0 && words.Text(found.From - 1) is "earlier" or "later" ? [found.From - 1] : Array.Empty<int>())
            .Select(at => words[at])
            .Where(word => word.Role is not (TimeRole.Month or TimeRole.DoubtfulMonth or TimeRole.Date or TimeRole.Years) && (word.Digits == 0 || (isCounted && word.Digits <= 2)))
            .Select(word => new NewsBot.Archive.TextRange(word.Start, word.End))
            .ToList();
    }

    private static bool IsRelative(TimeWords words, Found found) =>
        Enumerable.Range(found.From, found.Next - found.From).Any(at => words[at].Role is TimeRole.Shift or TimeRole.Ago or TimeRole.AgoBefore or TimeRole.RelativeDay);

    private static bool NamesPartOfYear(TimeWords words, Found found) => Enumerable.Range(found.From, found.Next - found.From)
        .Any(at => words[at].Role is TimeRole.Month or TimeRole.DoubtfulMonth or TimeRole.NamedQuarter or TimeRole.Half or TimeRole.Season);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private readonly record struct Found(Period Period, int From, int Next);
}
