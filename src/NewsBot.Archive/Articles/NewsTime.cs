using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewsBot.Archive;

/// <summary>How exactly a moment is known.</summary>
public enum TimePrecision
{
    /// <summary>Only the day is known; it stands for that whole day in UTC.</summary>
    Day,

    /// <summary>The instant is known, with the offset that its source stated.</summary>
    Second,
}

/// <summary>
/// When something was published or changed, no more precisely than it is known. Written as <c>YYYY-MM-DD</c> where only the
/// day is known, else as ISO 8601 with the offset kept.
/// </summary>
/// <param name="Instant">The instant; midnight UTC where only the day is known.</param>
/// <param name="Precision">How exactly it is known.</param>
public readonly record struct NewsTime(DateTimeOffset Instant, TimePrecision Precision)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The calendar day, in the offset that the source stated.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Instant.DateTime);

    /// <summary>The last instant that this may mean: the end of the day in UTC where only the day is known.</summary>
    public DateTimeOffset LastInstant => Precision == TimePrecision.Day ? Instant.AddDays(1).AddTicks(-1) : Instant;

    /// <summary>A day without a time of day.</summary>
    public static NewsTime OfDay(DateOnly day) => new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), TimePrecision.Day);

    /// <summary>An instant with its offset.</summary>
    public static NewsTime OfInstant(DateTimeOffset instant) => new(instant, TimePrecision.Second);

    /// <summary>Reads <c>YYYY-MM-DD</c> or an ISO 8601 instant; an instant without an offset is taken as UTC.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NewsTime time)
    {
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            time = OfDay(day);
            return true;
        }

        var isInstant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && text.Length >= 16
            && char.IsAsciiDigit(text[0]);
        time = isInstant ? OfInstant(instant) : default;
        return isInstant;
    }

    /// <summary>The contract's form: a day, or an instant with its offset (<c>Z</c> for UTC).</summary>
    public override string ToString() => Precision == TimePrecision.Day
        ? Day.ToString(DayFormat, CultureInfo.InvariantCulture)
        : Instant.ToString(Instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
