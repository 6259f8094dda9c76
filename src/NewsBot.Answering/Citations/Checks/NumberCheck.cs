using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>
/// Compares numbers by value and unit. In a near copy the number that stands in the same place decides; elsewhere a number must
/// stand somewhere in the source.
/// </summary>
internal static class NumberCheck
{
    private const int WidestGap = 10;

    /// <summary>The numbers of the claim that the source does not have, or has otherwise.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        var isDate = WordsOfDates(match.Claim.Reading);
        for (var at = 0; at < isDate.Length; at++)
        {
            if (!isDate[at] && IsComparable(match.Claim.Words[at]) && ((match.IsNear ? Opposed(match, at) : null) ?? Absent(match, at)) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static bool[] WordsOfDates(TextReading reading)
    {
        var isDate = new bool[reading.Words.Length];
        foreach (var date in reading.Dates)
        {
            Array.Fill(isDate, true, date.From, date.To - date.From);
        }

        return isDate;
    }

    // "One" is as often a pronoun as a number.
    private static bool IsComparable(Word word) => (word.Kind is WordKind.Number or WordKind.Ordinal && !word.IsFunction) || IsBareScale(word);

    // "A few thousand", "millions of": an order of magnitude is compared with another one.
    private static bool IsBareScale(Word word) => word.Kind == WordKind.Plain && Lexicon.Scales.ContainsKey(word.Stem);

    private static Finding? Opposed(ClaimMatch match, int at)
    {
        if (match.Alignment.SourceOf(at) is >= 0 and var place)
        {
            return Measures.AreEqual(match.Claim.Words, at, match.Source.Words, place) is false ? Described(match, at, place, withUnit: true) : null;
        }

        foreach (var gap in match.Gaps)
        {
            if (gap.ClaimFrom <= at && at < gap.ClaimTo && gap.SourceLength <= WidestGap)
            {
                return RivalIn(match, gap, at) is { } rival ? Described(match, at, rival, withUnit: false) : null;
            }
        }

        return null;
    }

    // The number of the source in the same gap, unless one there is the claim's.
    private static int? RivalIn(ClaimMatch match, AlignmentGap gap, int at)
    {
        var stated = match.Claim.Words[at];
        int? rival = null;
        for (var place = gap.SourceFrom; place < gap.SourceTo; place++)
        {
            var word = match.Source.Words[place];
            if (IsBareScale(stated) ? !IsBareScale(word) : word.Quantity is null || word.Kind == WordKind.Year || (word.Kind == WordKind.Ordinal) != (stated.Kind == WordKind.Ordinal))
            {
                continue;
            }

            if (IsBareScale(stated) ? word.Stem == stated.Stem : word.Quantity!.Agrees(stated.Quantity!) || Measures.AreEqual(match.Claim.Words, at, match.Source.Words, place) is true)
            {
                return null;
            }

            rival ??= place;
        }

        return rival;
    }

    private static Finding Described(ClaimMatch match, int at, int place, bool withUnit)
    {
        var width = withUnit ? 2 : 1;
        return new Finding(
            FindingKind.Number,
            $"the source says {match.Source.TextOf(place, place + width)}, not {match.ClaimText(at, at + width)}",
            IsOpposed: true,
            (at, at + width),
            (place, place + width));
    }

    private static Finding? Absent(ClaimMatch match, int at) =>
        match.Claim.Words[at].Quantity is not { } stated || match.Alignment.SourceOf(at) >= 0 || IsAnywhere(match, at, stated)
            ? null
            : new Finding(FindingKind.Number, $"the number {match.ClaimText(at, at + 1)} is not in the source", IsOpposed: false, (at, at + 1), Place: null);

    private static bool IsAnywhere(ClaimMatch match, int at, Quantity stated)
    {
        if (match.IsInSource(match.Claim.Words[at]))
        {
            return true;
        }

        foreach (var place in match.Source.Numbers)
        {
            var word = match.Source.Words[place];
            if (word.Quantity!.Agrees(stated) || IsYearOfDecade(word, stated) || Measures.AreEqual(match.Claim.Words, at, match.Source.Words, place) is true)
            {
                return true;
            }
        }

        return false;
    }

    // "The 1990s" are said of 1994.
    private static bool IsYearOfDecade(Word word, Quantity stated) =>
        stated.Unit == "s" && word.Kind == WordKind.Year && word.Quantity!.Value >= stated.Value && word.Quantity.Value < stated.Value + 10;
}
