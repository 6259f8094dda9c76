using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>
/// Finds a "not" that only one of claim and source has. A negation denies the first content word behind it; the same word on the other
/// side must then have a negation before it too, in the same clause. So a denied clause that the claim left out does no harm.
/// </summary>
internal static class NegationCheck
{
    private const double NeededMatch = 0.5;
    private const int WidestGap = 4;
    private const string OnlyInClaim = "the claim says “not” where the source does not";
    private const string OnlyInSource = "the source says “not” where the claim does not";

    // "Did not, under any circumstances, formally announce": how far before a word its negation may stand.
    private const int Reach = 6;

    /// <summary>The places where one says so and the other says not.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        if (!match.IsNear || match.Alignment.MatchedShare < NeededMatch)
        {
            yield break;
        }

        foreach (var gap in match.Gaps)
        {
            if (gap.SourceLength <= WidestGap && Negations(match.Claim.Words, gap.ClaimFrom, gap.ClaimTo) % 2 > Negations(match.Source.Words, gap.SourceFrom, gap.SourceTo) % 2)
            {
                yield return Described(match, (gap.ClaimFrom, gap.ClaimTo), Math.Min(gap.SourceFrom, match.Alignment.To - 1), OnlyInClaim);
            }
        }

        foreach (var finding in DeniedWords(match))
        {
            yield return finding;
        }
    }

    private static int Negations(Word[] words, int from, int to)
    {
        var count = 0;
        for (var at = from; at < to; at++)
        {
            count += words[at].Kind == WordKind.Negation ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<Finding> DeniedWords(ClaimMatch match)
    {
        var (claim, source) = (match.Claim.Words, match.Source.Words);
        for (var at = 0; at < claim.Length; at++)
        {
            var place = match.Alignment.SourceOf(at);
            if (place < 0 || !claim[at].IsContent)
            {
                continue;
            }

            if (IsDenied(claim, at, 0) && !HasNegationBefore(source, place, match.Alignment.From))
            {
                yield return Described(match, (at, at + 1), place, OnlyInClaim);
            }
            else if (IsDenied(source, place, match.Alignment.From) && !HasNegationBefore(claim, at, 0))
            {
                yield return Described(match, (at, at + 1), place, OnlyInSource);
            }
        }
    }

    private static bool IsDenied(Word[] words, int at, int from)
    {
        for (var before = at - 1; before >= from && words[before].IsFunction; before--)
        {
            if (words[before].Kind == WordKind.Negation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNegationBefore(Word[] words, int at, int from)
    {
        for (var before = at - 1; before >= Math.Max(from, at - Reach) && !words[before + 1].FollowsBreak; before--)
        {
            if (words[before].Kind == WordKind.Negation)
            {
                return true;
            }
        }

        return false;
    }

    private static Finding Described(ClaimMatch match, (int From, int To) claimed, int place, string reason)
    {
        var from = Math.Max(match.Alignment.From, place - 3);
        var to = Math.Min(match.Alignment.To, place + 2);
        return new Finding(FindingKind.Negation, $"{reason}: “{match.Source.TextOf(from, to)}”", IsOpposed: true, claimed, (from, to));
    }
}
