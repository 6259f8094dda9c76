using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>
/// Compares dates part by part: year, month, day, weekday. Relative dates and weekdays of the source are resolved at the day its
/// article was published.
/// </summary>
internal static class DateCheck
{
    /// <summary>The dates of the claim that the source does not have, or has otherwise.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        var dates = SourceDates(match.Source);
        foreach (var stated in match.Claim.Reading.Dates)
        {
            var finding = (match.IsNear ? Opposed(match, stated, dates) : null) ?? Absent(match, stated, dates);
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private static List<DateMention> SourceDates(PreparedSource source)
    {
        var dates = new List<DateMention>();
        var offset = 0;
        foreach (var part in source.Parts)
        {
            foreach (var date in part.Reading.Dates)
            {
                var resolved = part.Article?.Published is { } published ? date.ResolvedAt(published.Day) : date;
                dates.Add(resolved with { From = date.From + offset, To = date.To + offset });
            }

            offset += part.Reading.Words.Length;
        }

        return dates;
    }

    private static Finding? Opposed(ClaimMatch match, DateMention stated, List<DateMention> dates)
    {
        foreach (var gap in match.Gaps)
        {
            if (gap.ClaimTo <= stated.From || gap.ClaimFrom >= stated.To)
            {
                continue;
            }

            var rivals = dates.Where(date => date.From < gap.SourceTo && gap.SourceFrom < date.To && SharesPart(date, stated)).ToList();
            if (rivals.Count > 0 && !rivals.Exists(stated.IsCompatibleWith))
            {
                return new Finding(
                    FindingKind.Date,
                    $"the source says {match.Source.TextOf(rivals[0].From, rivals[0].To)}, not {match.ClaimText(stated.From, stated.To)}",
                    IsOpposed: true,
                    (rivals[0].From, rivals[0].To));
            }
        }

        return null;
    }

    private static bool SharesPart(DateMention one, DateMention other) =>
        (one.Year.HasValue && other.Year.HasValue) || (one.Month.HasValue && other.Month.HasValue) || (one.Day.HasValue && other.Day.HasValue) || (one.Weekday.HasValue && other.Weekday.HasValue);

    // The parts may stand in different sentences: the year in one, the day and month in another.
    private static Finding? Absent(ClaimMatch match, DateMention stated, List<DateMention> dates)
    {
        var hasYear = stated.Year is not { } year || dates.Exists(date => date.Year == year) || match.Source.Has("#" + year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var hasDay = dates.Exists(date => IsStatedBy(date, stated));
        return hasYear && hasDay
            ? null
            : new Finding(FindingKind.Date, $"the date {match.ClaimText(stated.From, stated.To)} is not in the source", IsOpposed: false, Place: null);
    }

    private static bool IsStatedBy(DateMention date, DateMention stated)
    {
        var needsDay = stated.Month ?? stated.Day ?? stated.Weekday;
        return (needsDay is null && stated.Relative is null) || stated.Relative is not null
            || ((stated.Month is null || date.Month == stated.Month) && (stated.Day is null || date.Day == stated.Day) && (stated.Weekday is null || date.Weekday == stated.Weekday) && date.IsCompatibleWith(stated));
    }
}
