using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// How much a word says about what a sentence is about. With an archive it is the word's rarity there; without one, figures,
/// names and long words count more than short ones, and function words next to nothing.
/// </summary>
internal sealed class WordWeights(Func<string, double>? rarity)
{
    private const double FunctionWeight = 0.12;
    private const double FigureWeight = 1.1;
    private const double NameBonus = 0.25;

    /// <summary>The weight of a word, above 0.</summary>
    public double Of(Word word)
    {
        if (word.IsFunction)
        {
            return FunctionWeight;
        }

        if (rarity is not null)
        {
            return Math.Max(FunctionWeight, rarity(word.Stem));
        }

        var length = Math.Clamp(0.4 + (0.08 * word.Stem.Length), 0.5, 1.1);
        return word.Kind == WordKind.Plain ? length + (word.IsCapital ? NameBonus : 0) : FigureWeight;
    }
}
