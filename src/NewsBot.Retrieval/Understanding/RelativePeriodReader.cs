namespace NewsBot.Retrieval.Understanding;

/// <summary>Reads periods that count from the day of asking: "yesterday", "last week", "two months ago", "Tuesday".</summary>
internal sealed class RelativePeriodReader(TimeWords words, DateOnly today)
{
    private const int MostUnitsBack = 500;
    private const int DaysPerWeek = 7;

    /// <summary>The period that begins at a word, and the word after it; null where none begins there.</summary>
    public (Period Period, int Next)? ReadAt(int at) => ReadDay(at) ?? ReadAgo(at) ?? ReadShifted(at) ?? ReadWeekday(at);

    /// <summary>The nearest month of a name: before today or running, or with a shift above 0 the next.</summary>
    public Period NearestMonth(int month, int shift)
    {
        if (shift > 0)
        {
            return Period.Month(month > today.Month ? today.Year : today.Year + 1, month, isGuessed: true);
        }

        return Period.Month(month <= today.Month || shift == 0 ? today.Year : today.Year - 1, month, isGuessed: true);
    }

    /// <summary>The season that runs or was last (shift 0), the one before today's (-1), the next (1).</summary>
    public Period Season(int season, int shift)
    {
        var latest = Enumerable.Range(0, 3).Select(back => Period.Season(today.Year - back, season)).First(period => period.First <= today);
        var isRunning = latest.Last >= today;
        return shift > 0 || (shift < 0 && isRunning) ? Period.Season(latest.First.Year + shift, season) : latest;
    }

    private (Period Period, int Next)? ReadDay(int at) =>
        words.Role(at) == TimeRole.RelativeDay ? (Period.Day(today.AddDays(words.Value(at))), at + 1) : null;

    private (Period Period, int Next)? ReadAgo(int at)
    {
        var countAt = words.Role(at) == TimeRole.AgoBefore ? at + 1 : at;
        if (!words.IsCount(countAt) || words.Role(countAt + 1) != TimeRole.Unit || (countAt == at && words.Role(countAt + 2) != TimeRole.Ago))
        {
            return null;
        }

        var unit = (CalendarUnit)words.Value(countAt + 1);
        var day = Period.Before(unit, today, Math.Min(words.Value(countAt), MostUnitsBack));
        var isVague = unit is not (CalendarUnit.Day or CalendarUnit.Hour or CalendarUnit.Weekend);
        return (isVague ? Period.Of(unit == CalendarUnit.Decade ? CalendarUnit.Year : unit, day, 0) : Period.Day(day), countAt == at ? countAt + 3 : countAt + 2);
    }

    private (Period Period, int Next)? ReadShifted(int at)
    {
        if (words.Role(at) == TimeRole.Shift && words.IsCount(at + 1) && words.Role(at + 2) == TimeRole.Unit)
        {
            return (Stretch((CalendarUnit)words.Value(at + 2), words.Value(at + 1), words.Value(at)), at + 3);
        }

        // "trois derniers mois"
        if (words.IsCount(at) && words.Role(at + 1) == TimeRole.Shift && words.Role(at + 2) == TimeRole.Unit && words.Value(at + 1) != 0)
        {
            return (Stretch((CalendarUnit)words.Value(at + 2), words.Value(at), words.Value(at + 1)), at + 3);
        }

        // "passé lundi dernier" happened; only "lundi passé" is the last one.
        var isBefore = words.Role(at) == TimeRole.Shift && words.Text(at) is not ("passe" or "passee");
        var (named, shift) = isBefore ? (at + 1, at) : (at, at + 1);
        if (words.Role(shift) != TimeRole.Shift || words.Role(named) is not (TimeRole.Unit or TimeRole.Weekday or TimeRole.Month or TimeRole.DoubtfulMonth))
        {
            return null;
        }

        // "cette semaine-ci", "la semaine dernière"
        return (Shifted(named, shift), Math.Max(named, shift) + 1);
    }

    private Period Shifted(int named, int shift)
    {
        var (value, moved) = (words.Value(named), words.Value(shift));
        if (words.Role(named) != TimeRole.Unit)
        {
            return words.Role(named) == TimeRole.Weekday ? Weekday((DayOfWeek)value, moved) : NearestMonth(value, moved);
        }

        // "the past week" and "the last decade" are as long as that, "the last days" are a few; "last week" is the one before this.
        var unit = (CalendarUnit)value;
        var isStretch = words.Text(shift) == "past" || unit is CalendarUnit.Decade or CalendarUnit.Hour;
        var count = IsPlural(words.Text(named), unit) ? TimeVocabulary.Few : 1;
        return (isStretch || count > 1) && moved != 0 ? Stretch(unit, count, moved) : Period.Of(unit, today, moved);
    }

    private static bool IsPlural(string text, CalendarUnit unit) =>
        unit is CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year
        && text is "days" or "weeks" or "months" or "years" or "tage" or "tagen" or "wochen" or "monate" or "monaten" or "jahre" or "jahren" or "jours" or "semaines" or "annees" or "ans";

    private (Period Period, int Next)? ReadWeekday(int at) =>
        words.Role(at) == TimeRole.Weekday ? (Weekday((DayOfWeek)words.Value(at), shift: 0), at + 1) : null;

    private Period Stretch(CalendarUnit unit, int count, int shift)
    {
        var units = Math.Min(count, MostUnitsBack);
        return shift > 0
            ? new Period(today, Period.Before(unit, today, -units))
            : new Period(Period.Before(unit, today, units), today);
    }

    private Period Weekday(DayOfWeek weekday, int shift)
    {
        if (shift > 0)
        {
            var ahead = ((int)weekday - (int)today.DayOfWeek + DaysPerWeek) % DaysPerWeek;
            return Period.Day(today.AddDays(ahead == 0 ? DaysPerWeek : ahead), isGuessed: true);
        }

        var back = ((int)today.DayOfWeek - (int)weekday + DaysPerWeek) % DaysPerWeek;
        return Period.Day(today.AddDays(shift < 0 && back == 0 ? -DaysPerWeek : -back), isGuessed: true);
    }
}
