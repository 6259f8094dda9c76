namespace NewsBot.Retrieval.Understanding;

/// <summary>Reads a single period out of words of time: "5 March 2024", "Q3 2023", "the 1990s"; what counts from today is for <see cref="RelativePeriodReader"/>.</summary>
internal sealed class PeriodReader(TimeWords words, DateOnly today)
{
    private readonly RelativePeriodReader relative = new(words, today);

    /// <summary>The period that begins at a word, and the word after it; null where none begins there.</summary>
    /// <param name="at">The first word of the period.</param>
    /// <param name="isExpected">Whether a preposition before it makes a doubtful word ("may") a time.</param>
    public (Period Period, int Next)? ReadAt(int at, bool isExpected)
    {
        var start = words.SkipFillers(at);
        return ReadThird(start)
            ?? ReadDate(start)
            ?? ReadDayAndMonth(start)
            ?? ReadMonth(start, isExpected || start > at)
            ?? ReadQuarter(start)
            ?? ReadHalf(start)
            ?? ReadSeason(start, isExpected)
            ?? ReadDecade(start)
            ?? ReadCentury(start)
            ?? relative.ReadAt(start)
            ?? ReadYears(start, isExpected);
    }

    private (Period Period, int Next)? ReadThird(int at)
    {
        if (words.Role(at) != TimeRole.Third)
        {
            return null;
        }

        // "the beginning of the year", "Anfang des Monats": the unit that runs.
        var unitAt = words.SkipFillers(words.Text(at + 1) == "du" ? at + 2 : at + 1);
        return words.Role(unitAt) == TimeRole.Unit ? (Period.Of((CalendarUnit)words.Value(unitAt), today, 0).Third(words.Value(at)) with { IsGuessed = true }, unitAt + 1)
            : ReadAt(at + 1, isExpected: true) is var (period, next) ? (period.Third(words.Value(at)), next)
            : null;
    }

    private (Period Period, int Next)? ReadDate(int at) =>
        words.Role(at) == TimeRole.Date ? (Period.Day(DateOnly.FromDayNumber(words.Value(at)), words.Is(at, word => word.IsDoubtful)), at + 1) : null;

    private (Period Period, int Next)? ReadDayAndMonth(int at)
    {
        var isDayFirst = words.Is(at, word => word.IsDayOfMonth) && words.IsMonth(words.SkipFillers(at + 1));
        var isMonthFirst = words.IsMonth(at) && words.Is(at + 1, word => word.IsDayOfMonth);
        if (!isDayFirst && !isMonthFirst)
        {
            return null;
        }

        var month = isDayFirst ? words.SkipFillers(at + 1) : at;
        var day = words.Value(isDayFirst ? at : at + 1);
        var next = (isDayFirst ? month : at + 1) + 1;
        var year = words.Is(next, word => word.IsYear) ? words.Value(next) : (int?)null;
        return DayOf(year, words.Value(month), day) is { } period ? (period, year is null ? next : next + 1) : null;
    }

    private (Period Period, int Next)? ReadMonth(int at, bool isExpected)
    {
        if (!words.IsMonth(at))
        {
            return null;
        }

        var afterMonth = words.SkipFillers(at + 1);
        if (words.Is(afterMonth, word => word.IsYear))
        {
            return (Period.Month(words.Value(afterMonth), words.Value(at)), afterMonth + 1);
        }

        // "mars dernier", "März letzten Jahres": the shift says no more than the nearest past month does.
        var next = words.Role(at + 1) == TimeRole.Shift && words.Value(at + 1) < 0 ? at + 2 : at + 1;
        return words.Role(at) == TimeRole.Month || isExpected ? (relative.NearestMonth(words.Value(at), shift: -1), next) : null;
    }

    private (Period Period, int Next)? ReadQuarter(int at)
    {
        var isNamed = words.Role(at) == TimeRole.NamedQuarter;
        if (!isNamed && !(IsOrdinal(at, most: 4) && words.IsUnit(at + 1, CalendarUnit.Quarter)))
        {
            return null;
        }

        var (quarter, after) = (words.Value(at), isNamed ? at + 1 : at + 2);
        if (YearAfter(after) is var (year, next))
        {
            return (Period.Quarter(year, quarter), next);
        }

        var thisYears = Period.Quarter(today.Year, quarter, isGuessed: true);
        return (thisYears.First <= today ? thisYears : Period.Quarter(today.Year - 1, quarter, isGuessed: true), after);
    }

    /// <summary>"H1 2024", "the first half of 2024", "im zweiten Halbjahr"</summary>
    private (Period Period, int Next)? ReadHalf(int at)
    {
        var isNamed = words.Role(at) == TimeRole.Half;
        if (!isNamed && !(IsOrdinal(at, most: 2) && words.Role(at + 1) == TimeRole.HalfUnit))
        {
            return null;
        }

        var (half, after) = (words.Value(at), isNamed ? at + 1 : at + 2);
        if (YearAfter(after) is var (year, next))
        {
            return (Period.Half(year, half), next);
        }

        // "the first half" alone may be that of a match.
        var thisYears = Period.Half(today.Year, half, isGuessed: true);
        return words.Is(at + 1, word => word.Text is "half") ? null
            : (thisYears.First <= today ? thisYears : Period.Half(today.Year - 1, half, isGuessed: true), after);
    }

    /// <summary>"summer 2024", "last winter", "im Herbst": a season, not a spring to drink from.</summary>
    private (Period Period, int Next)? ReadSeason(int at, bool isExpected)
    {
        if (words.Role(at) == TimeRole.Shift && words.Role(at + 1) == TimeRole.Season)
        {
            return (relative.Season(words.Value(at + 1), words.Value(at)), at + 2);
        }

        if (words.Role(at) != TimeRole.Season)
        {
            return null;
        }

        return YearAfter(at + 1) is var (year, next) ? (Period.Season(year, words.Value(at)), next)
            : words.Role(at + 1) == TimeRole.Shift ? (relative.Season(words.Value(at), words.Value(at + 1)), at + 2)
            : isExpected && words.Text(at + 1) != "of" ? (relative.Season(words.Value(at), shift: 0), at + 1)
            : null;
    }

    private (Period Period, int Next)? ReadDecade(int at)
    {
        if (words.Role(at) == TimeRole.Decade)
        {
            return (Period.Years(words.Value(at), 10) with { IsGuessed = words.Is(at, word => word.IsDoubtful) }, words.IsUnit(at + 1, CalendarUnit.Year) ? at + 2 : at + 1);
        }

        // "les années 1990", "les années 90"
        var isFrench = words.Text(at) == "annees" && words.Is(at + 1, word => word.Value % 10 == 0 && (word.IsYear || word.Digits == 2));
        return isFrench ? (Period.Years(words.Is(at + 1, word => word.IsYear) ? words.Value(at + 1) : 1900 + words.Value(at + 1), 10), at + 2) : null;
    }

    /// <summary>"the 19th century": the years that begin with 18.</summary>
    private (Period Period, int Next)? ReadCentury(int at) =>
        words.Is(at, word => word.Digits is 1 or 2 && word.Value is >= 2 and <= 21) && words.Role(at + 1) == TimeRole.Century
            ? (Period.Years((words.Value(at) - 1) * 100, 100), at + 2)
            : null;

    /// <summary>A bare year counts where a preposition leads it or a word of time, not a quantity, could stand there.</summary>
    private (Period Period, int Next)? ReadYears(int at, bool isExpected)
    {
        if (words.Role(at) == TimeRole.Years)
        {
            var (first, last) = (words.Value(at) / TimeWord.YearsFactor, words.Value(at) % TimeWord.YearsFactor);
            return (Period.Years(first, last - first + 1), at + 1);
        }

        // "in the year 2000", "im Jahr 2000"
        var yearAt = words.IsUnit(at, CalendarUnit.Year) ? at + 1 : at;
        var isYear = words.Is(yearAt, word => word.IsYear) && (isExpected || yearAt > at || words.Value(yearAt) <= today.Year + 1);
        return isYear ? (Period.Year(words.Value(yearAt)), yearAt + 1) : null;
    }

    private (int Year, int Next)? YearAfter(int at)
    {
        var yearAt = words.SkipFillers(words.Role(at) == TimeRole.In ? at + 1 : at);
        return words.Is(yearAt, word => word.IsYear) ? (words.Value(yearAt), yearAt + 1)
            : words.Role(yearAt) == TimeRole.Shift && words.IsUnit(yearAt + 1, CalendarUnit.Year) ? (today.Year + words.Value(yearAt), yearAt + 2)
            : words.IsUnit(yearAt, CalendarUnit.Year) && words.Role(yearAt + 1) == TimeRole.Shift ? (today.Year + words.Value(yearAt + 1), yearAt + 2)
            : null;
    }

    private bool IsOrdinal(int at, int most) =>
        words.Role(at) == TimeRole.Ordinal ? words.Value(at) <= most : words.Is(at, word => word.Digits == 1 && word.Value >= 1 && word.Value <= most);

    private Period? DayOf(int? year, int month, int day)
    {
        var stated = year ?? today.Year;
        if (day > DateTime.DaysInMonth(stated, month))
        {
            return null;
        }

        var date = new DateOnly(stated, month, day);
        return year is null && date > today && day <= DateTime.DaysInMonth(stated - 1, month)
            ? Period.Day(date.AddYears(-1), isGuessed: true)
            : Period.Day(date, isGuessed: year is null);
    }
}
