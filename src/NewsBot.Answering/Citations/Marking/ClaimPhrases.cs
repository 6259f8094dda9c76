using NewsBot.Answering.Citations.Matching;

namespace NewsBot.Answering.Citations.Marking;

/// <summary>
/// The phrases of a claim, as far as its function words tell: each begins with the function words that lead to its content words ("in the
/// harbour", "was built"), and a comma or a dash begins one too. A phrase is missing or found as a whole more often than word by word.
/// </summary>
internal sealed class ClaimPhrases
{
    private readonly int[] _phraseOf;
    private readonly double[] _absence;

    /// <summary>Cuts a claim, given how far each word is missing.</summary>
    public ClaimPhrases(ClaimReading claim, double[] absence)
    {
        _phraseOf = Cut(claim);
        var count = claim.Words.Length == 0 ? 0 : _phraseOf[^1] + 1;
        var (missing, weights) = (new double[count], new double[count]);
        for (var at = 0; at < claim.Words.Length; at++)
        {
            var weight = claim.Words[at].IsFunction ? 0 : claim.TermWeights[claim.TermOf[at]];
            missing[_phraseOf[at]] += weight * absence[at];
            weights[_phraseOf[at]] += weight;
        }

        var total = weights.Sum();
        OfAll = total > 0 ? missing.Sum() / total : 0;
        _absence = Shares(missing, weights);
    }

    /// <summary>The share of the claim's weight that is missing, 0 to 1.</summary>
    public double OfAll { get; }

    /// <summary>The share of the phrase of a word that is missing, 0 to 1.</summary>
    public double Around(int word) => _absence[_phraseOf[word]];

    /// <summary>The share of the phrase before it that is missing; 0 for the first one.</summary>
    public double Before(int word) => _phraseOf[word] > 0 ? _absence[_phraseOf[word] - 1] : 0;

    private static int[] Cut(ClaimReading claim)
    {
        var words = claim.Words;
        var phraseOf = new int[words.Length];
        for (var at = 1; at < words.Length; at++)
        {
            var begins = words[at].FollowsBreak || (words[at].IsFunction && words[at - 1].IsContent);
            phraseOf[at] = phraseOf[at - 1] + (begins ? 1 : 0);
        }

        return phraseOf;
    }

    // A phrase of function words alone leads to the next one; at the end of a claim it belongs to the one before.
    private static double[] Shares(double[] missing, double[] weights)
    {
        var shares = new double[missing.Length];
        for (var phrase = missing.Length - 1; phrase >= 0; phrase--)
        {
            var next = phrase + 1 < missing.Length ? shares[phrase + 1] : phrase > 0 && weights[phrase - 1] > 0 ? missing[phrase - 1] / weights[phrase - 1] : 0;
            shares[phrase] = weights[phrase] > 0 ? missing[phrase] / weights[phrase] : next;
        }

        return shares;
    }
}
