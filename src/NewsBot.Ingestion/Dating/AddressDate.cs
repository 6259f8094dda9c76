using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// The day in a page's address: <c>/2019/11/20/</c>, <c>/2019-11-20-</c>, <c>/20191120/</c>. Publishing systems write it once, when the
/// article is first published, which makes it the most trustworthy of all; year and month alone are no day.
/// </summary>
public static partial class AddressDate
{
    /// <summary>The day, or null where the address holds none.</summary>
    public static NewsTime? Read(string? url)
    {
        if (url is null || DayInPath().Match(url) is not { Success: true } match)
        {
            return null;
        }

        var text = $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? NewsTime.OfDay(day) : null;
    }

    [GeneratedRegex(@"(?<=[/_=.-])(?<y>(?:19|20)\d{2})(?:(?<s>[/_.-])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})|/(?<m>\d{2})(?<d>\d{2})|(?<m>\d{2})(?<d>\d{2}))(?=$|[^0-9])|(?<=/)(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>(?:19|20)\d{2})(?=$|[^0-9])", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex DayInPath();
}
