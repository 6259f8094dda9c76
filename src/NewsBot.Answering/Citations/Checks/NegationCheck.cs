using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>Finds a "not" that only one of claim and source has, between words that both have.</summary>
internal static class NegationCheck
{
    private const double NeededMatch = 0.5;
    private const int WidestGap = 4;

    /// <summary>The places where one says so and the other says not.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        if (!match.IsNear || match.Alignment.MatchedShare < NeededMatch)
        {
            yield break;
        }

        foreach (var gap in match.Gaps)
        {
            var claimed = Negations(match.Claim.Words, gap.ClaimFrom, gap.ClaimTo);
            var stated = Negations(match.Source.Words, gap.SourceFrom, gap.SourceTo);
            if (claimed % 2 != stated % 2 && (gap.ClaimLength > 0 || gap.SourceLength <= WidestGap) && gap.SourceLength <= 2 * WidestGap)
            {
                yield return Described(match, gap, claimed > stated);
            }
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

    private static Finding Described(ClaimMatch match, AlignmentGap gap, bool claimDenies)
    {
        var from = Math.Max(match.Alignment.From, gap.SourceFrom - 2);
        var to = Math.Min(match.Alignment.To, gap.SourceTo + 2);
        var reason = claimDenies ? "the claim says “not” where the source does not" : "the source says “not” where the claim does not";
        return new Finding(FindingKind.Negation, $"{reason}: “{match.Source.TextOf(from, to)}”", IsOpposed: true, (from, to));
    }
}
