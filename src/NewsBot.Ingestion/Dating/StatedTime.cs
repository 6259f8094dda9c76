using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// Reads a time that was written for machines: ISO 8601 and its common misspellings, the form of mail headers, seconds since 1970. A
/// time of day without an offset is not an instant, so only its day is kept: nothing is assumed about where the writer's clock hung.
/// </summary>
public static partial class StatedTime
{
    /// <summary>2000-01-01 and 2100-01-01 in seconds: what lies between is read as a time stamp.</summary>
    private const long EarliestStamp = 946_684_800, LatestStamp = 4_102_444_800;

    /// <summary>A time stands at the beginning of what is meant to be one.</summary>
    private const int LongestText = 500;

    /// <summary>The time, or null if the text is none.</summary>
    /// <param name="text">The attribute or property as it stands.</param>
    /// <param name="monthFirst">Whether 3/4/2020 means 4 March.</param>
    public static NewsTime? Read(string? text, bool monthFirst = false)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        trimmed = trimmed[..Math.Min(trimmed.Length, LongestText)];
        return FromIso(trimmed) ?? FromMailHeader(trimmed) ?? FromStamp(trimmed) ?? WrittenDate.First(trimmed, monthFirst);
    }

    private static NewsTime? FromIso(string text)
    {
        if (IsoTime().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var day = $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}";
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var time = match.Groups["time"].Value;
        var offset = match.Groups["offset"].Value;
        return time.Length > 0 && offset.Length > 0
            && DateTimeOffset.TryParse($"{day}T{time}{offset}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? NewsTime.OfInstant(instant)
            : NewsTime.OfDay(date);
    }

    private static NewsTime? FromMailHeader(string text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
        || DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            ? NewsTime.OfInstant(instant)
            : null;

    private static NewsTime? FromStamp(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp))
        {
            return null;
        }

        var seconds = text.Length == 13 ? stamp / 1000 : stamp;
        return seconds is >= EarliestStamp and < LatestStamp ? NewsTime.OfInstant(DateTimeOffset.FromUnixTimeSeconds(seconds)) : null;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<m>\d{2})-(?<d>\d{2})|/(?<m>\d{2})/(?<d>\d{2})|(?<m>\d{2})(?<d>\d{2})(?!\d))(?:[T ]+(?<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,:]\d+)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex IsoTime();
}
