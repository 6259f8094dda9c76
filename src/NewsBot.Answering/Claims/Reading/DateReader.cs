namespace NewsBot.Answering.Claims.Reading;

/// <summary>A date as a text states it: only the parts that it states.</summary>
internal sealed record DateMention
{
    /// <summary>The year, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The month, 1 to 12, or null.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month, or null.</summary>
    public int? Day { get; init; }

    /// <summary>The weekday, 1 (Sunday) to 7, or null.</summary>
    public int? Weekday { get; init; }

    /// <summary>How many days or years it lies from the day of writing ("yesterday": -1 day), or null.</summary>
    public RelativeDate? Relative { get; init; }

    /// <summary>Its first word.</summary>
    public required int From { get; init; }

    /// <summary>The word after its last one.</summary>
    public required int To { get; init; }

    /// <summary>The mention with the parts that follow from the day on which the text was published.</summary>
    public DateMention ResolvedAt(DateOnly published)
    {
        if (Relative is { } relative)
        {
            return relative.ResolveIn(this, published);
        }

        if (Weekday is { } weekday && Month is null && Year is null)
        {
            var back = ((int)published.DayOfWeek + 1 - weekday + 7) % 7;
            return On(published.AddDays(-back));
        }

        return Month is { } month && Year is null ? this with { Year = NearestYear(month, published) } : this;
    }

    /// <summary>The same words, read as a calendar day.</summary>
    public DateMention On(DateOnly day) => this with { Year = day.Year, Month = day.Month, Day = day.Day, Weekday = (int)day.DayOfWeek + 1 };

    /// <summary>Whether nothing that both state differs.</summary>
    public bool IsCompatibleWith(DateMention other) =>
        Same(Year, other.Year) && Same(Month, other.Month) && Same(Day, other.Day) && Same(Weekday, other.Weekday);

    /// <summary>Whether every part that the other one states is stated here alike.</summary>
    public bool States(DateMention other) =>
        (other.Year ?? other.Month ?? other.Day ?? other.Weekday) is not null
        && (other.Year is null || Year == other.Year) && (other.Month is null || Month == other.Month) && (other.Day is null || Day == other.Day) && (other.Weekday is null || Weekday == other.Weekday);

    private static bool Same(int? one, int? other) => one is null || other is null || one == other;

    // A month without a year is the one nearest to publication: "in December", written in January, was last year's.
    private static int NearestYear(int month, DateOnly published) => (month - published.Month) switch
    {
        > 6 => published.Year - 1,
        < -6 => published.Year + 1,
        _ => published.Year,
    };
}

/// <summary>A date that depends on when the text was written.</summary>
/// <param name="Unit">What is counted: 'd'ays, 'm'onths or 'y'ears.</param>
/// <param name="Offset">How many, negative for the past.</param>
internal readonly record struct RelativeDate(char Unit, int Offset)
{
    /// <summary>The mention with the parts that follow.</summary>
    public DateMention ResolveIn(DateMention mention, DateOnly published) => Unit switch
    {
        'd' => mention.On(published.AddDays(Offset)),
        'm' => mention with { Year = published.AddMonths(Offset).Year, Month = published.AddMonths(Offset).Month },
        _ => mention with { Year = published.Year + Offset },
    };
}

/// <summary>Finds dates: "Feb. 14", "14 February 2019", "the 14th of May", "2019-11-18", "Monday", "in 2018", "yesterday".</summary>
internal static class DateReader
{
    private const int LastDayOfMonth = 31;

    /// <summary>The dates of a text, in order.</summary>
    public static List<DateMention> Read(string text, Word[] words)
    {
        var dates = new List<DateMention>();
        for (var at = 0; at < words.Length;)
        {
            var date = ReadIso(text, words, at) ?? ReadAt(text, words, at);
            if (date is not null)
            {
                dates.Add(date);
            }

            at = date?.To ?? at + 1;
        }

        return dates;
    }

    private static DateMention? ReadAt(string text, Word[] words, int at) => words[at].Kind switch
    {
        WordKind.Weekday => WithWeekday(text, words, at),
        WordKind.Month => AroundMonth(text, words, at, at),
        WordKind.Year => new DateMention { Year = Value(words[at]), From = at, To = at + 1 },
        WordKind.Number when IsDay(words[at]) && MonthAfterDay(words, at) is { } month => AroundMonth(text, words, at, month),
        WordKind.Plain => ReadRelative(words, at),
        _ => null,
    };

    private static DateMention WithWeekday(string text, Word[] words, int at)
    {
        var weekday = words[at].Stem[^1] - '0';
        if (at + 1 < words.Length && words[at + 1].Start - words[at].End <= 2 && ReadAt(text, words, at + 1) is { Month: not null } date)
        {
            return date with { Weekday = weekday, From = at };
        }

        return new DateMention { Weekday = weekday, From = at, To = at + 1 };
    }

    private static DateMention AroundMonth(string text, Word[] words, int from, int month)
    {
        var next = month + 1;
        int? day = from < month ? Value(words[from]) : null;
        if (day is null && next < words.Length && IsDay(words[next]) && words[next].Start - words[month].End <= 2)
        {
            day = Value(words[next++]);
        }

        int? year = null;
        if (next < words.Length && words[next].Kind == WordKind.Year && IsShortGap(text, words[next - 1].End, words[next].Start))
        {
            year = Value(words[next++]);
        }

        return new DateMention { Year = year, Month = MonthOf(words[month]), Day = day, From = from, To = next };
    }

    private static int? MonthAfterDay(Word[] words, int at)
    {
        var next = at + 1 < words.Length && words[at + 1].Form == "of" ? at + 2 : at + 1;
        return next < words.Length && words[next].Kind == WordKind.Month && words[next].Start - words[at].End <= 4 ? next : null;
    }

    private static DateMention? ReadIso(string text, Word[] words, int at)
    {
        var isIso = words[at].Kind == WordKind.Year && at + 2 < words.Length
            && words[at + 1].Quantity is { Value: >= 1 and <= 12 } && IsDay(words[at + 2])
            && IsJoined(text, words[at], words[at + 1]) && IsJoined(text, words[at + 1], words[at + 2]);
        return isIso
            ? new DateMention { Year = Value(words[at]), Month = Value(words[at + 1]), Day = Value(words[at + 2]), From = at, To = at + 3 }
            : null;
    }

    private static DateMention? ReadRelative(Word[] words, int at)
    {
        var relative = words[at].Form switch
        {
            "yesterday" => new RelativeDate('d', -1),
            "today" or "tonight" => new RelativeDate('d', 0),
            "tomorrow" => new RelativeDate('d', 1),
            _ => default(RelativeDate?),
        };
        if (relative is not null)
        {
            return new DateMention { Relative = relative, From = at, To = at + 1 };
        }

        var offset = words[at].Form switch { "last" => -1, "this" => 0, "next" => 1, _ => default(int?) };
        var unit = at + 1 < words.Length ? words[at + 1].Form switch { "year" => 'y', "month" => 'm', _ => ' ' } : ' ';
        return offset is { } count && unit != ' '
            ? new DateMention { Relative = new RelativeDate(unit, count), From = at, To = at + 2 }
            : null;
    }

    private static bool IsDay(Word word) =>
        word is { Kind: WordKind.Number, Quantity: { Unit.Length: 0, Value: >= 1 and <= LastDayOfMonth } quantity } && decimal.IsInteger(quantity.Value);

    private static bool IsShortGap(string text, int from, int to) => to - from <= 2 && !text.AsSpan(from, to - from).Contains('\n');

    private static bool IsJoined(string text, Word one, Word other) => other.Start - one.End == 1 && text[one.End] is '-' or '/';

    private static int Value(Word word) => (int)word.Quantity!.Value;

    private static int MonthOf(Word word) => Lexicon.Months[word.Form];
}
