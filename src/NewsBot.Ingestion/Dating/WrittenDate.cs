using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// Finds dates as people write them: "20 November 2019", "Nov. 20, 2019", "20. November 2019", "20 de noviembre de 2019", "20.11.2019",
/// "11/20/2019", "2019-11-20", "2019年11月20日". A day without its year is no date. A time of day beside it is left out, because its
/// zone is not written.
/// </summary>
public static partial class WrittenDate
{
    /// <summary>The first date in the text, or null.</summary>
    /// <param name="text">What a reader sees.</param>
    /// <param name="monthFirst">Whether 3/4/2020 means 4 March.</param>
    public static NewsTime? First(string text, bool monthFirst)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        (int At, NewsTime? Day)[] ofEachForm =
        [
            First(YearFirst(), text, FromNumbers),
            First(DayMonthName(), text, FromName),
            First(MonthNameDay(), text, FromName),
            First(Numeric(), text, match => FromPair(match, monthFirst)),
        ];
        return ofEachForm.MinBy(found => found.At).Day;
    }

    /// <summary>The first match that is a day, and where it stands.</summary>
    private static (int At, NewsTime? Day) First(Regex form, string text, Func<Match, NewsTime?> read)
    {
        for (var match = form.Match(text); match.Success; match = match.NextMatch())
        {
            if (read(match) is { } day)
            {
                return (match.Index, day);
            }
        }

        return (int.MaxValue, null);
    }

    private static NewsTime? FromNumbers(Match match) => Day(Number(match, "y"), Number(match, "m"), Number(match, "d"));

    private static NewsTime? FromName(Match match) => Day(Number(match, "y"), MonthNames.NumberOf(match.Groups["m"].Value), Number(match, "d"));

    private static NewsTime? FromPair(Match match, bool monthFirst)
    {
        var (first, second) = (Number(match, "a"), Number(match, "b"));
        var isMonthFirst = second > 12 || (monthFirst && match.Groups["s"].Value == "/" && first <= 12);
        return Day(Number(match, "y"), isMonthFirst ? first : second, isMonthFirst ? second : first);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static NewsTime? Day(int year, int month, int day)
    {
        var full = year < 100 ? 2000 + year : year;
        return month is >= 1 and <= 12 && day >= 1 && full is >= 1000 and <= 9999 && day <= DateTime.DaysInMonth(full, month)
            ? NewsTime.OfDay(new DateOnly(full, month, day))
            : null;
    }

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})\s?[-/.年년]\s?(?<m>\d{1,2})\s?[-/.月월]\s?(?<d>\d{1,2})(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d.,])(?<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?\.?[\s/-]{0,3}(?:(?:de|of|di)\s)?(?<m>\p{L}{3,12})\.?,?[\s/-]{0,3}(?:(?:de|del|of)\s)?(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"(?<!\p{L})(?<m>\p{L}{3,12})\.?[\s-]{1,3}(?<d>\d{1,2})(?:st|nd|rd|th)?\.?,?[\s-]{1,3}(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})(?<s>[./-])\s?(?<b>\d{1,2})\k<s>\s?(?<y>(?:19|20)\d{2}|\d{2})(?![\d./-]?\d)", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Numeric();
}
