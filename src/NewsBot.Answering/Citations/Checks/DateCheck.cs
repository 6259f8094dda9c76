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
        var dates = match.Source.Dates;
        foreach (var stated in match.Claim.Reading.Dates)
        {
            var finding = (match.IsNear ? Opposed(match, stated, dates) : null) ?? Absent(match, stated, dates);
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    // What stands in the date's place: the source's dates in the same gap, or those that the date's own words are matched with.
    private static Finding? Opposed(ClaimMatch match, DateMention stated, IReadOnlyList<DateMention> dates)
    {
        var rivals = dates.Where(date => SharesPart(date, stated) && (IsInSameGap(match, stated, date) || IsMatchedWith(match, stated, date))).ToList();
        return rivals.Count == 0 || rivals.Exists(stated.IsCompatibleWith)
            ? null
            : new Finding(
                FindingKind.Date,
                $"the source says {match.Source.TextOf(rivals[0].From, rivals[0].To)}, not {match.ClaimText(stated.From, stated.To)}",
                IsOpposed: true,
                (stated.From, stated.To),
                (rivals[0].From, rivals[0].To));
    }

    private static bool IsInSameGap(ClaimMatch match, DateMention stated, DateMention date)
    {
        foreach (var gap in match.Gaps)
        {
            if (gap.ClaimTo > stated.From && gap.ClaimFrom < stated.To && date.From < gap.SourceTo && gap.SourceFrom < date.To)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMatchedWith(ClaimMatch match, DateMention stated, DateMention date)
    {
        for (var at = stated.From; at < stated.To; at++)
        {
            if (match.Alignment.SourceOf(at) is >= 0 and var place && date.From <= place && place < date.To)
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesPart(DateMention one, DateMention other) =>
        (one.Year.HasValue && other.Year.HasValue) || (one.Month.HasValue && other.Month.HasValue) || (one.Day.HasValue && other.Day.HasValue) || (one.Weekday.HasValue && other.Weekday.HasValue);

    // The parts may stand in different sentences: the year in one, the day and month in another.
    private static Finding? Absent(ClaimMatch match, DateMention stated, IReadOnlyList<DateMention> dates)
    {
        var hasYear = stated.Year is not { } year || dates.Any(date => date.Year == year) || match.Source.Has("#" + year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var hasDay = dates.Any(date => IsStatedBy(date, stated));
        return hasYear && hasDay
            ? null
            : new Finding(FindingKind.Date, $"the date {match.ClaimText(stated.From, stated.To)} is not in the source", IsOpposed: false, (stated.From, stated.To), Place: null);
    }

    private static bool IsStatedBy(DateMention date, DateMention stated)
    {
        var needsDay = stated.Month ?? stated.Day ?? stated.Weekday;
        return (needsDay is null && stated.Relative is null) || stated.Relative is not null
            || ((stated.Month is null || date.Month == stated.Month) && (stated.Day is null || date.Day == stated.Day) && (stated.Weekday is null || date.Weekday == stated.Weekday) && date.IsCompatibleWith(stated));
    }
}
