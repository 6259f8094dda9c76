namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// Cuts a claim into clauses at commas and at words that join clauses, so that one invented clause in a sentence of true ones is seen.
/// </summary>
internal static class ClauseReader
{
    private const int FewestContentWords = 2;

    /// <summary>The terms of each clause; one clause for a claim that has no parts.</summary>
    public static IReadOnlyList<UInt128> Read(ClaimReading claim)
    {
        var clauses = new List<UInt128>();
        var terms = UInt128.Zero;
        var contentWords = 0;
        for (var at = 0; at < claim.Words.Length; at++)
        {
            if (contentWords >= FewestContentWords && Begins(claim, at))
            {
                clauses.Add(terms);
                (terms, contentWords) = (UInt128.Zero, 0);
            }

            if (claim.Words[at].IsContent)
            {
                contentWords++;
                terms |= UInt128.One << claim.TermOf[at];
            }
        }

        if (contentWords >= FewestContentWords || clauses.Count == 0)
        {
            clauses.Add(terms);
        }
        else
        {
            clauses[^1] |= terms;
        }

        return clauses;
    }

    private static bool Begins(ClaimReading claim, int at)
    {
        var words = claim.Words;
        return words[at].FollowsBreak || words[at].Form is "and" or "but" or "which" or "who" or "while" or "because" or "after" or "before" or "although" or "when" or "where" or "as";
    }
}
