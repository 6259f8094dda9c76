using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// How much a word says about what a sentence is about: figures, names and long words more than short ones, function words next to
/// nothing. The weights need no archive, so that a verdict on a text is the same everywhere.
/// </summary>
internal static class WordWeights
{
    private const double FunctionWeight = 0.12;
    private const double FigureWeight = 1.1;
    private const double NameBonus = 0.25;
    private const double ShortestWord = 0.5;
    private const double LongestWord = 1.1;
    private const double WithoutLength = 0.4;
    private const double PerLetter = 0.08;

    /// <summary>The weight of a word, above 0.</summary>
    public static double Of(Word word)
    {
        if (word.IsFunction)
        {
            return FunctionWeight;
        }

        var length = Math.Clamp(WithoutLength + (PerLetter * word.Stem.Length), ShortestWord, LongestWord);
        return word.Kind == WordKind.Plain ? length + (word.IsCapital ? NameBonus : 0) : FigureWeight;
    }
}
