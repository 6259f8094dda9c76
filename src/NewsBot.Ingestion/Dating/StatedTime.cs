using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// Reads a time that was written for machines: ISO 8601 and its common misspellings. A time of day without an offset is not an
/// instant, so only its day is kept: nothing is assumed about where the writer's clock hung.
/// </summary>
public static partial class StatedTime
{
    /// <summary>The time, or null if the text is none.</summary>
    public static NewsTime? Read(string? text)
    {
        if (text is null || IsoTime().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var day = match.Groups["day"].Value;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var time = match.Groups["time"].Value;
        var offset = match.Groups["offset"].Value.Replace(" ", "", StringComparison.Ordinal);
        return time.Length > 0 && offset.Length > 0
            && DateTimeOffset.TryParse($"{day}T{time}{offset}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? NewsTime.OfInstant(instant)
            : NewsTime.OfDay(date);
    }

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoTime();
}
