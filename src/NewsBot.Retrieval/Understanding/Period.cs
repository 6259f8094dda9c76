using System.Globalization;

namespace NewsBot.Retrieval.Understanding;

/// <summary>A stretch of days that a question names.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="IsGuessed">Whether something was filled in: the year of "in March", the week of "Tuesday".</param>
internal readonly record struct Period(DateOnly First, DateOnly Last, bool IsGuessed = false)
{
    private const int DaysPerWeek = 7;
    private const int YearsPerDecade = 10;
    private const int HoursPerDay = 24;

    public static Period Day(DateOnly day, bool isGuessed = false) => new(day, day, isGuessed);

    public static Period Month(int year, int month, bool isGuessed = false)
    {
        var first = new DateOnly(year, month, 1);
        return new(first, first.AddMonths(1).AddDays(-1), isGuessed);
    }

    public static Period Quarter(int year, int quarter, bool isGuessed = false)
    {
        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        return new(first, first.AddMonths(3).AddDays(-1), isGuessed);
    }

    public static Period Half(int year, int half, bool isGuessed = false) =>
        new(new DateOnly(year, half == 1 ? 1 : 7, 1), half == 1 ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31), isGuessed);

    /// <summary>A season of the northern half of the earth, 1 spring to 4 winter; the winter of a year begins in its December.</summary>
    public static Period Season(int year, int season)
    {
        var first = new DateOnly(year, 3 * season, 1);
        return new(first, first.AddMonths(3).AddDays(-1), IsGuessed: true);
    }

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static Period Years(int first, int count) => new(new DateOnly(first, 1, 1), new DateOnly(first + count - 1, 12, 31));

    /// <summary>The unit that holds a day, moved by a number of units: -1 is the one before.</summary>
    public static Period Of(CalendarUnit unit, DateOnly day, int moved)
    {
        switch (unit)
        {
            case CalendarUnit.Day:
                return Day(day.AddDays(moved));
            case CalendarUnit.Weekend:
                // Early in the week, "this weekend" is the one just gone.
                var isGone = moved == 0 && day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Wednesday;
                var saturday = Monday(day).AddDays((DaysPerWeek * (isGone ? -1 : moved)) + 5);
                return new(saturday, saturday.AddDays(1));
            case CalendarUnit.Week:
                var monday = Monday(day).AddDays(DaysPerWeek * moved);
                return new(monday, monday.AddDays(DaysPerWeek - 1));
            case CalendarUnit.Month:
                var month = day.AddMonths(moved);
                return Month(month.Year, month.Month);
            case CalendarUnit.Quarter:
                var inQuarter = day.AddMonths(3 * moved);
                return Quarter(inQuarter.Year, ((inQuarter.Month - 1) / 3) + 1);
            case CalendarUnit.Decade:
                var first = (day.Year / YearsPerDecade * YearsPerDecade) + (YearsPerDecade * moved);
                return Years(Math.Clamp(first, 1, 9_990), YearsPerDecade);
            case CalendarUnit.Hour:
                return Day(day);
            default:
                return Year(day.Year + moved);
        }
    }

    /// <summary>A day so many units before another.</summary>
    public static DateOnly Before(CalendarUnit unit, DateOnly day, int count) => unit switch
    {
        CalendarUnit.Day => day.AddDays(-count),
        CalendarUnit.Week or CalendarUnit.Weekend => day.AddDays(-DaysPerWeek * count),
        CalendarUnit.Month => day.AddMonths(-count),
        CalendarUnit.Quarter => day.AddMonths(-3 * count),
        CalendarUnit.Decade => day.AddYears(-YearsPerDecade * Math.Min(count, 50)),
        CalendarUnit.Hour => day.AddDays(-(count + HoursPerDay - 1) / HoursPerDay),
        _ => day.AddYears(-count),
    };

    /// <summary>The first, middle or last third: "early", "mid", "late".</summary>
    public Period Third(int third)
    {
        var days = Last.DayNumber - First.DayNumber + 1;
        var first = First.AddDays(days * (third - 1) / 3);
        return this with { First = first, Last = third == 3 ? Last : First.AddDays((days * third / 3) - 1) };
    }

    /// <summary>As people write it: "March 2025", "10 June 2025", "Q3 2023", "2024", "3 to 9 June 2025".</summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        return this switch
        {
            _ when First == Last => First.ToString("d MMMM yyyy", culture),
            _ when IsWhole(CalendarUnit.Month) => First.ToString("MMMM yyyy", culture),
            _ when IsWhole(CalendarUnit.Quarter) => string.Create(culture, $"Q{((First.Month - 1) / 3) + 1} {First.Year}"),
            _ when IsWhole(CalendarUnit.Year) => First.ToString("yyyy", culture),
            _ when First is { Month: 1, Day: 1 } && Last is { Month: 12, Day: 31 } && First.Year > 1 => string.Create(culture, $"{First.Year} to {Last.Year}"),
            _ when First == DateOnly.MinValue => "up to " + Last.ToString("d MMMM yyyy", culture),
            _ => $"{First.ToString("d MMMM yyyy", culture)} to {Last.ToString("d MMMM yyyy", culture)}",
        };
    }

    private bool IsWhole(CalendarUnit unit) => Of(unit, First, 0) is var whole && whole.First == First && whole.Last == Last;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % DaysPerWeek));
}

/// <summary>The units in which people count time.</summary>
internal enum CalendarUnit
{
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Hour,
}
