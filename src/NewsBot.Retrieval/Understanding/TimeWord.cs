namespace NewsBot.Retrieval.Understanding;

/// <summary>What a word or a short phrase means for time.</summary>
internal enum TimeRole
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A month, value 1 to 12.</summary>
    Month,

    /// <summary>A word that names a month only beside a day, a year or a preposition: "may", "march".</summary>
    DoubtfulMonth,

    /// <summary>A day of the week, value as <see cref="DayOfWeek"/>.</summary>
    Weekday,

    /// <summary>A <see cref="CalendarUnit"/>.</summary>
    Unit,

    /// <summary>A day counted from today: value 0 is today, -1 yesterday.</summary>
    RelativeDay,

    /// <summary>Before or after: value -1 "last", 0 "this", 1 "next".</summary>
    Shift,

    /// <summary>"ago", after the count.</summary>
    Ago,

    /// <summary>"vor", "il y a": before the count.</summary>
    AgoBefore,

    /// <summary>A number word or an article that counts one.</summary>
    Number,

    /// <summary>A number word in a row: "third".</summary>
    Ordinal,

    /// <summary>A named quarter: "Q3".</summary>
    NamedQuarter,

    /// <summary>"early", "mid", "late": value 1 to 3.</summary>
    Third,

    /// <summary>From then on.</summary>
    Since,

    /// <summary>Up to and with.</summary>
    Until,

    /// <summary>Only before.</summary>
    Before,

    /// <summary>Only after.</summary>
    After,

    /// <summary>Opens a range.</summary>
    Between,

    /// <summary>Closes a range.</summary>
    And,

    /// <summary>A preposition before a time.</summary>
    In,

    /// <summary>An article or "of" between the parts of a time.</summary>
    Filler,

    /// <summary>A decade by its first year: "1990s", "90er".</summary>
    Decade,

    /// <summary>A season: 1 spring to 4 winter, which begins in December.</summary>
    Season,

    /// <summary>A half of a year: 1 or 2.</summary>
    Half,

    /// <summary>"first half": the ordinal before tells which.</summary>
    HalfUnit,

    /// <summary>Years in figures: "2019-2021"; the value is the first year, times ten thousand, plus the last.</summary>
    Years,

    /// <summary>"century", after its ordinal.</summary>
    Century,

    /// <summary>A date in figures; the value is its day number.</summary>
    Date,

    /// <summary>Asks for the latest state.</summary>
    Latest,

    /// <summary>Asks for the beginning.</summary>
    Origin,
}

/// <summary>A word of a question, read for time.</summary>
/// <param name="Text">The word or phrase in lower case without diacritics.</param>
/// <param name="Start">Where it begins in the question.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Role">What it means for time.</param>
/// <param name="Value">The role's value; of a figure, its number.</param>
/// <param name="Digits">How many digits it was written with; 0 for a word.</param>
/// <param name="IsDoubtful">Whether it may as well mean another time: "3/5/2024", "the 90s".</param>
internal readonly record struct TimeWord(string Text, int Start, int End, TimeRole Role, int Value, int Digits = 0, bool IsDoubtful = false)
{
    /// <summary>Parts the two years of <see cref="TimeRole.Years"/>.</summary>
    public const int YearsFactor = 10_000;

    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;

    public bool IsYear => Role == TimeRole.None && Digits == 4 && IsYearNumber(Value);

    public static bool IsYearNumber(int value) => value is >= EarliestYear and <= LatestYear;

    public bool IsDayOfMonth => Digits is 1 or 2 && Value is >= 1 and <= 31;
}
