namespace NewsBot.Retrieval.Understanding;

/// <summary>Reads a single period out of words of time: "5 March 2024", "last week", "two months ago", "Q3 2023", "the 1990s".</summary>
internal sealed class PeriodReader(IReadOnlyList<TimeWord> words, DateOnly today)
{
    private const int MostUnitsBack = 500;

    /// <summary>The period that begins at a word, and the word after it; null where none begins there.</summary>
    /// <param name="at">The first word of the period.</param>
    /// <param name="isExpected">Whether a preposition before it makes a doubtful word ("may") a time.</param>
    public (Period Period, int Next)? ReadAt(int at, bool isExpected)
    {
        var start = SkipFillers(at);
        return ReadThird(start)
            ?? ReadDate(start)
            ?? ReadDayAndMonth(start)
            ?? ReadMonth(start, isExpected || start > at)
            ?? ReadQuarter(start)
            ?? ReadDecade(start)
            ?? ReadRelativeDay(start)
            ?? ReadAgo(start)
            ?? ReadShifted(start)
            ?? ReadWeekday(start)
            ?? ReadYear(start, isExpected);
    }

    private (Period Period, int Next)? ReadThird(int at) =>
        Role(at) == TimeRole.Third && ReadAt(at + 1, isExpected: true) is var (period, next) ? (period.Third(words[at].Value), next) : null;

    private (Period Period, int Next)? ReadDate(int at) =>
        Role(at) == TimeRole.Date ? (Period.Day(DateOnly.FromDayNumber(words[at].Value)), at + 1) : null;

    private (Period Period, int Next)? ReadDayAndMonth(int at)
    {
        var isDayFirst = Is(at, word => word.IsDayOfMonth) && IsMonth(SkipFillers(at + 1));
        var isMonthFirst = IsMonth(at) && Is(at + 1, word => word.IsDayOfMonth);
        if (!isDayFirst && !isMonthFirst)
        {
            return null;
        }

        var month = isDayFirst ? SkipFillers(at + 1) : at;
        var day = words[isDayFirst ? at : at + 1].Value;
        var next = (isDayFirst ? month : at + 1) + 1;
        var year = Is(next, word => word.IsYear) ? words[next].Value : (int?)null;
        return DayOf(year, words[month].Value, day) is { } period ? (period, year is null ? next : next + 1) : null;
    }

    private (Period Period, int Next)? ReadMonth(int at, bool isExpected)
    {
        if (!IsMonth(at))
        {
            return null;
        }

        var afterMonth = SkipFillers(at + 1);
        if (Is(afterMonth, word => word.IsYear))
        {
            return (Period.Month(words[afterMonth].Value, words[at].Value), afterMonth + 1);
        }

        // "mars dernier", "März letzten Jahres": the shift says no more than the nearest past month does.
        var next = Role(at + 1) == TimeRole.Shift && words[at + 1].Value < 0 ? at + 2 : at + 1;
        return Role(at) == TimeRole.Month || isExpected ? (NearestMonth(words[at].Value, shift: -1), next) : null;
    }

    private (Period Period, int Next)? ReadQuarter(int at)
    {
        var isNamed = Role(at) == TimeRole.NamedQuarter;
        var isOrdinal = (Role(at) == TimeRole.Ordinal || Is(at, word => word.Digits == 1 && word.Value is >= 1 and <= 4)) && IsUnit(at + 1, CalendarUnit.Quarter);
        if (!isNamed && !isOrdinal)
        {
            return null;
        }

        var (quarter, after) = (words[at].Value, isNamed ? at + 1 : at + 2);
        var yearAt = SkipFillers(Role(after) == TimeRole.In ? after + 1 : after);
        if (Is(yearAt, word => word.IsYear))
        {
            return (Period.Quarter(words[yearAt].Value, quarter), yearAt + 1);
        }

        var thisYears = Period.Quarter(today.Year, quarter, isGuessed: true);
        return (thisYears.First <= today ? thisYears : Period.Quarter(today.Year - 1, quarter, isGuessed: true), after);
    }

    private (Period Period, int Next)? ReadDecade(int at)
    {
        if (Role(at) == TimeRole.Decade)
        {
            return (Period.Years(words[at].Value, 10), IsUnit(at + 1, CalendarUnit.Year) ? at + 2 : at + 1);
        }

        // "les années 1990", "les années 90"
        var isFrench = IsUnit(at, CalendarUnit.Year) && Is(at + 1, word => word.Digits is 2 or 4 && word.Value % 10 == 0 && (word.IsYear || word.Digits == 2));
        return isFrench ? (Period.Years(words[at + 1].IsYear ? words[at + 1].Value : 1900 + words[at + 1].Value, 10), at + 2) : null;
    }

    private (Period Period, int Next)? ReadRelativeDay(int at) =>
        Role(at) == TimeRole.RelativeDay ? (Period.Day(today.AddDays(words[at].Value)), at + 1) : null;

    private (Period Period, int Next)? ReadAgo(int at)
    {
        var countAt = Role(at) == TimeRole.AgoBefore ? at + 1 : at;
        if (!IsCount(countAt) || Role(countAt + 1) != TimeRole.Unit || (countAt == at && Role(countAt + 2) != TimeRole.Ago))
        {
            return null;
        }

        var unit = (CalendarUnit)words[countAt + 1].Value;
        var day = Period.Before(unit, today, words[countAt].Value);
        var isVague = unit is CalendarUnit.Month or CalendarUnit.Quarter or CalendarUnit.Year or CalendarUnit.Week;
        return (isVague ? Period.Of(unit, day, 0) : Period.Day(day), countAt == at ? countAt + 3 : countAt + 2);
    }

    private (Period Period, int Next)? ReadShifted(int at)
    {
        if (Role(at) == TimeRole.Shift && IsCount(at + 1) && Role(at + 2) == TimeRole.Unit)
        {
            return (Stretch((CalendarUnit)words[at + 2].Value, words[at + 1].Value, words[at].Value), at + 3);
        }

        // "trois derniers mois"
        if (IsCount(at) && Role(at + 1) == TimeRole.Shift && Role(at + 2) == TimeRole.Unit && words[at + 1].Value != 0)
        {
            return (Stretch((CalendarUnit)words[at + 2].Value, words[at].Value, words[at + 1].Value), at + 3);
        }

        var isBefore = Role(at) == TimeRole.Shift;
        var (named, shift) = isBefore ? (at + 1, at) : (at, at + 1);
        if (Role(shift) != TimeRole.Shift || Role(named) is not (TimeRole.Unit or TimeRole.Weekday or TimeRole.Month or TimeRole.DoubtfulMonth))
        {
            return null;
        }

        var moved = words[shift].Value;
        var period = Role(named) switch
        {
            TimeRole.Unit => Period.Of((CalendarUnit)words[named].Value, today, moved),
            TimeRole.Weekday => Weekday((DayOfWeek)words[named].Value, moved),
            _ => NearestMonth(words[named].Value, moved),
        };

        // "cette semaine-ci", "la semaine dernière"
        return (period, Math.Max(named, shift) + 1);
    }

    private (Period Period, int Next)? ReadWeekday(int at) =>
        Role(at) == TimeRole.Weekday ? (Weekday((DayOfWeek)words[at].Value, shift: 0), at + 1) : null;

    /// <summary>A bare year counts where a preposition leads it or a word of time, not a quantity, could stand there.</summary>
    private (Period Period, int Next)? ReadYear(int at, bool isExpected)
    {
        var isYear = Is(at, word => word.IsYear) && (isExpected || words[at].Value <= today.Year + 1);
        return isYear ? (Period.Year(words[at].Value), at + 1) : null;
    }

    private Period Stretch(CalendarUnit unit, int count, int shift)
    {
        var days = Math.Min(count, MostUnitsBack);
        return shift > 0
            ? new Period(today, Period.Before(unit, today, -days))
            : new Period(Period.Before(unit, today, days), today);
    }

    private Period Weekday(DayOfWeek weekday, int shift)
    {
        if (shift > 0)
        {
            var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
            return Period.Day(today.AddDays(ahead == 0 ? 7 : ahead), isGuessed: true);
        }

        var back = ((int)today.DayOfWeek - (int)weekday + 7) % 7;
        return Period.Day(today.AddDays(shift < 0 && back == 0 ? -7 : -back), isGuessed: true);
    }

    private Period NearestMonth(int month, int shift)
    {
        if (shift > 0)
        {
            return Period.Month(month > today.Month ? today.Year : today.Year + 1, month, isGuessed: true);
        }

        return Period.Month(month <= today.Month || shift == 0 ? today.Year : today.Year - 1, month, isGuessed: true);
    }

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

    private int SkipFillers(int at)
    {
        while (Role(at) == TimeRole.Filler || (Role(at) == TimeRole.In && words[at].Text == "of"))
        {
            at++;
        }

        return at;
    }

    private TimeRole Role(int at) => at < words.Count ? words[at].Role : TimeRole.None;

    private bool Is(int at, Func<TimeWord, bool> condition) => at < words.Count && condition(words[at]);

    private bool IsMonth(int at) => Role(at) is TimeRole.Month or TimeRole.DoubtfulMonth;

    private bool IsUnit(int at, CalendarUnit unit) => Role(at) == TimeRole.Unit && words[at].Value == (int)unit;

    private bool IsCount(int at) => Role(at) == TimeRole.Number || Is(at, word => word.Digits is 1 or 2 && word.Value > 0);
}
