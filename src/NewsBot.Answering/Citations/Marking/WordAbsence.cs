using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Marking;

/// <summary>
/// How far each word of a claim is missing from the source: 1 for a word that is nowhere or that a check objected to, less for one that only
/// stands apart from the sentences that hold the claim, 0 for one that stands in them. Function words are never missing by themselves.
/// </summary>
internal static class WordAbsence
{
    // Kin may be another way to say it; a word that only stands elsewhere was probably said of something else.
    private const double OnlyKin = 0.5;
    private const double OutsideChosen = 0.45;
    private const double OutsideWindow = 0.35;

    /// <summary>The absence of each word, 0 to 1.</summary>
    public static double[] Of(ClaimMatch match, IReadOnlyList<Finding> findings, WordKin kin)
    {
        var words = match.Claim.Words;
        var window = match.Recall.TermsOfBest;
        var chosen = match.Recall.TermsOfChosen;
        var absence = new double[words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            absence[at] = words[at].IsFunction ? 0 : Of(match, at, kin, window, chosen);
        }

        MissObjected(absence, words, findings);
        MissDatesWhole(absence, match.Claim.Reading);
        return absence;
    }

    private static double Of(ClaimMatch match, int at, WordKin kin, UInt128 window, UInt128 chosen)
    {
        var term = UInt128.One << match.Claim.TermOf[at];
        if ((match.Recall.Everything & term) == UInt128.Zero)
        {
            var word = match.Claim.Words[at];
            return word.Kind == WordKind.Plain && kin.Of(word.Stem).Any(match.Source.Has) ? OnlyKin : 1;
        }

        return (chosen & term) == UInt128.Zero ? OutsideChosen : (window & term) == UInt128.Zero ? OutsideWindow : 0;
    }

    // An altered quotation is shown by its reason; marking all of it would hide the word that was altered.
    private static void MissObjected(double[] absence, Word[] words, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            for (var at = finding.Claimed.From; at < finding.Claimed.To && finding.Kind != FindingKind.Quotation; at++)
            {
                absence[at] = words[at].IsFunction ? 0 : 1;
            }
        }
    }

    // "In May 2012" is not half found because another May is.
    private static void MissDatesWhole(double[] absence, TextReading claim)
    {
        foreach (var date in claim.Dates)
        {
            var most = absence.AsSpan(date.From, date.To - date.From).ToArray().Max();
            for (var at = date.From; at < date.To; at++)
            {
                absence[at] = claim.Words[at].IsFunction ? 0 : most;
            }
        }
    }
}
