using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Marking;

/// <summary>What the marking weighs of one word of a claim; each from 0 to 1.</summary>
/// <param name="Absence">How far it is missing, see <see cref="WordAbsence"/>.</param>
/// <param name="FigureOrName">The same, for figures and words with a capital: these have no other wording.</param>
/// <param name="LeadsToMissing">Of a function word, how much of its phrase is missing.</param>
/// <param name="PhraseBefore">How much of the phrase before is missing.</param>
/// <param name="Place">Where it stands in the claim: what a sentence is about stands first and is known, what it adds stands last.</param>
/// <param name="Rest">How much of the whole claim is missing: the more is worded otherwise, the less a missing word says.</param>
/// <param name="StandsApart">1 for a found word that shares no sentence of the source with the content words beside it.</param>
internal readonly record struct MarkMeasures(double Absence, double FigureOrName, double LeadsToMissing, double PhraseBefore, double Place, double Rest, double StandsApart)
{
    /// <summary>The inputs of the model.</summary>
    public double[] ToArray() => [Absence, FigureOrName, LeadsToMissing, PhraseBefore, Place, Rest, StandsApart];

    /// <summary>Measures every word of a claim.</summary>
    public static MarkMeasures[] Of(ClaimMatch match, IReadOnlyList<Finding> findings, WordKin kin)
    {
        var words = match.Claim.Words;
        var absence = WordAbsence.Of(match, findings, kin);
        var phrases = new ClaimPhrases(match.Claim, absence);
        var measures = new MarkMeasures[words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            measures[at] = new MarkMeasures(
                absence[at],
                words[at].IsCapital || words[at].IsFigure ? absence[at] : 0,
                words[at].IsFunction ? phrases.Around(at) : 0,
                phrases.Before(at),
                words.Length > 1 ? (double)at / (words.Length - 1) : 0,
                phrases.OfAll,
                words[at].IsContent && IsApart(match, at) ? 1 : 0);
        }

        return measures;
    }

    private static bool IsApart(ClaimMatch match, int at)
    {
        var term = match.Claim.TermOf[at];
        return (match.Recall.Everything & (UInt128.One << term)) != UInt128.Zero && !StandsWith(match, term, at, -1) && !StandsWith(match, term, at, 1);
    }

    private static bool StandsWith(ClaimMatch match, int term, int at, int step)
    {
        var words = match.Claim.Words;
        for (var other = at + step; other >= 0 && other < words.Length; other += step)
        {
            if (words[other].IsContent)
            {
                return match.Recall.StandTogether(term, match.Claim.TermOf[other]);
            }
        }

        return false;
    }
}
