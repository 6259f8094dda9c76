using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>Compares what the claim has in quotation marks with the source, word for word.</summary>
internal static class QuotationCheck
{
    // One or two words in quotation marks are a name or a word held at a distance, and titles of works are names.
    private const int ShortestQuotation = 3;

    /// <summary>The quotations that are not the source's words.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        foreach (var quotation in match.Claim.Quotations)
        {
            if (!IsSpeech(match.Claim.Words, quotation))
            {
                continue;
            }

            var found = QuoteMatcher.Find(match.Claim.Reading, quotation, match.Source);
            if (found.Standing != QuoteStanding.Exact)
            {
                yield return new Finding(FindingKind.Quotation, Reason(match, quotation, found), found.Standing != QuoteStanding.Absent, (quotation.From, quotation.To), found.To > found.From ? (found.From, found.To) : null);
            }
        }
    }

    /// <summary>Whether quoted words are somebody's words, and no title of a work.</summary>
    public static bool IsSpeech(Word[] words, Quotation quotation)
    {
        if (quotation.Length < ShortestQuotation)
        {
            return false;
        }

        for (var at = quotation.From; at < quotation.To; at++)
        {
            if (words[at] is { Kind: WordKind.Plain, IsFunction: false, IsCapital: false })
            {
                return true;
            }
        }

        return false;
    }

    private static string Reason(ClaimMatch match, Quotation quotation, QuoteMatch found) => found switch
    {
        { Standing: QuoteStanding.Stitched } =>
            $"the quotation is stitched together from two places of the source: “{match.Source.TextOf(found.From, found.To)}” and “{found.Stated}”",
        { Standing: QuoteStanding.Altered, Claimed: "" } => $"the quotation leaves out “{found.Stated}” without a mark",
        { Standing: QuoteStanding.Altered, Stated: "" } => $"the quotation adds “{found.Claimed}”, which the source does not have there",
        { Standing: QuoteStanding.Altered } => $"the quotation is altered: the source says “{found.Stated}”, not “{found.Claimed}”",
        _ => $"the words “{Shortened(quotation.Inner.Of(match.Claim.Reading.Text))}” are not in the source",
    };

    private static string Shortened(string text)
    {
        const int longest = 120;
        var trimmed = text.Trim();
        var end = trimmed.Length > longest && char.IsHighSurrogate(trimmed[longest - 1]) ? longest - 1 : longest;
        return trimmed.Length <= longest ? trimmed : trimmed[..end].TrimEnd() + "…";
    }
}
