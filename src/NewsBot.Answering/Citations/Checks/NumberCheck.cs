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
        var isReported = new bool[isDate.Length];
        foreach (var gap in match.IsNear ? match.Gaps : [])
        {
            if (gap.SourceLength > WidestGap)
            {
                continue;
            }

            for (var at = gap.ClaimFrom; at < gap.ClaimTo; at++)
            {
                if (!isDate[at] && IsComparable(match.Claim.Words[at]) && Opposed(match, gap, at) is { } finding)
                {
                    isReported[at] = true;
                    yield return finding;
                }
            }
        }

        for (var at = 0; at < isDate.Length; at++)
        {
            if (!isDate[at] && !isReported[at] && IsComparable(match.Claim.Words[at]) && match.Claim.Words[at].Quantity is { } quantity && match.Alignment.SourceOf(at) < 0 && !IsAnywhere(match, at, quantity))
            {
                yield return new Finding(FindingKind.Number, $"the number {match.ClaimText(at, at + 1)} is not in the source", IsOpposed: false, Place: null);
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

    private static Finding? Opposed(ClaimMatch match, AlignmentGap gap, int at)
    {
        var stated = match.Claim.Words[at];
        var other = -1;
        for (var place = gap.SourceFrom; place < gap.SourceTo; place++)
        {
            var word = match.Source.Words[place];
            if (IsBareScale(stated) ? !IsBareScale(word) : word.Quantity is null || word.Kind == WordKind.Year || (word.Kind == WordKind.Ordinal) != (stated.Kind == WordKind.Ordinal))
            {
                continue;
            }

            if (IsBareScale(stated) ? word.Stem == stated.Stem : word.Quantity!.Agrees(stated.Quantity!))
            {
                return null;
            }

            other = other < 0 || word.Kind == stated.Kind ? place : other;
        }

        return other < 0
            ? null
            : new Finding(FindingKind.Number, $"the source says {match.Source.TextOf(other, other + 1)}, not {match.ClaimText(at, at + 1)}", IsOpposed: true, (other, other + 1));
    }

    // "The 1990s" are said of 1994.
    private static bool IsYearOfDecade(Word word, Quantity stated) =>
        stated.Unit == "s" && word.Kind == WordKind.Year && word.Quantity!.Value >= stated.Value && word.Quantity.Value < stated.Value + 10;

    private static bool IsAnywhere(ClaimMatch match, int at, Quantity stated)
    {
        if (match.IsInSource(match.Claim.Words[at]))
        {
            return true;
        }

        foreach (var word in match.Source.Words)
        {
            if (word.Quantity is { } quantity && (quantity.Agrees(stated) || IsYearOfDecade(word, stated)))
            {
                return true;
            }
        }

        return false;
    }
}
