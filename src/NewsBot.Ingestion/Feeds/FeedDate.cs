using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Dating;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// Reads the dates of feeds: ISO 8601, RFC 822 and 2822 with their common misspellings (no weekday, two-digit years, no seconds, named
/// zones) and C's <c>asctime</c>. A zone that is not known leaves only the day known.
/// </summary>
internal static partial class FeedDate
{
    /// <summary>The longest ways to write a date have some forty characters; what is longer, as text in the wrong element, is none.</summary>
    private const int LongestDate = 100;

    /// <summary>Two-digit years from here on are of the last century: RFC 2822, section 4.3.</summary>
    private const int FirstYearOfLastCentury = 50;

    private static readonly Dictionary<string, int> ZoneHours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["BST"] = 1, ["CET"] = 1, ["WEST"] = 1, ["CEST"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3,
        ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["JST"] = 9,
    };

    /// <summary>The time, or null where the text is none.</summary>
    public static NewsTime? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 0 and <= LongestDate })
        {
            return null;
        }

        return StatedTime.Read(trimmed) ?? Compact(trimmed) ?? Mail(trimmed) ?? CLibrary(trimmed);
    }

    private static NewsTime? Compact(string text) =>
        CompactDay().Match(text) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? NewsTime.OfDay(day)
            : null;

    private static NewsTime? Mail(string text) => MailDate().Match(text) is { Success: true } match ? FromParts(match) : null;

    private static NewsTime? CLibrary(string text) => CLibraryDate().Match(text) is { Success: true } match ? FromParts(match) : null;

    private static NewsTime? FromParts(Match match)
    {
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        year += match.Groups["year"].Length > 2 ? 0 : year < FirstYearOfLastCentury ? 2000 : 1900;
        var dayText = string.Create(CultureInfo.InvariantCulture, $"{match.Groups["day"].Value} {match.Groups["month"].Value[..3]} {year:0000}");
        if (!DateOnly.TryParseExact(dayText, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        // Programs write the first day of the calendar for "unknown"; an offset would lead out of the calendar there.
        var holdsOffsets = day.Year is > 1 and < 9999;
        return holdsOffsets && TimeOnly.TryParse(match.Groups["time"].Value, CultureInfo.InvariantCulture, out var time) && Offset(match.Groups["zone"].Value) is { } offset
            ? NewsTime.OfInstant(new DateTimeOffset(day.ToDateTime(time), offset))
            : NewsTime.OfDay(day);
    }

    private static TimeSpan? Offset(string zone)
    {
        if (ZoneHours.TryGetValue(zone, out var hours))
        {
            return TimeSpan.FromHours(hours);
        }

        if (NumericZone().Match(zone) is not { Success: true } match)
        {
            return null;
        }

        var size = new TimeSpan(int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture), 0);
        return size > TimeSpan.FromHours(14) ? null : match.Groups[1].Value == "-" ? -size : size;
    }

    [GeneratedRegex(@"^[0-9]{8}$", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex CompactDay();

    [GeneratedRegex(@"^(?:[A-Za-z]+,?\s+)?(?<day>[0-9]{1,2})(?:\s+|-)(?<month>[A-Za-z]{3,9})\.?(?:\s+|-)(?<year>[0-9]{4}|[0-9]{2})(?:\s+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s*(?<zone>[A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2})?)?", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex MailDate();

    [GeneratedRegex(@"^[A-Za-z]{3}\s+(?<month>[A-Za-z]{3})\s+(?<day>[0-9]{1,2})\s+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s*(?<zone>[A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2})?\s*(?<year>[0-9]{4})", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex CLibraryDate();

    [GeneratedRegex(@"^([+-])([0-9]{2}):?([0-9]{2})$", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex NumericZone();
}
