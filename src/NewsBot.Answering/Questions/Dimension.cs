using System.Collections.Frozen;

namespace NewsBot.Answering.Questions;

/// <summary>The units by which a degree is told: "how tall" in metres, "how old" in years. A figure of anything else does not answer.</summary>
internal static class Dimension
{
    private static readonly FrozenSet<string> Heights = Set("metr meter feet foot ft inch yard centimetr centimet cm storey stori");
    private static readonly FrozenSet<string> Temperatures = Set("degre grad celsius fahrenheit centigrad c f");
    private static readonly FrozenSet<string> Ages = Set("year month week day centuri decad jahr monat jahrhundert age");

    /// <summary>
    /// The stems of the units that the degree asked for is told in; null where the question asks for none, or for one that news say of anything: prices are
    /// high, cuts deep, losses heavy, and housing starts grow fast.
    /// </summary>
    public static IReadOnlySet<string>? Of(IReadOnlyList<QuestionWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Text is "how" or "wie")
            {
                return words[i + 1].Text switch
                {
                    "old" or "alt" => Ages,
                    "tall" => Heights,
                    "hot" or "cold" or "heiß" or "kalt" => Temperatures,
                    _ => null,
                };
            }
        }

        return null;
    }

    private static FrozenSet<string> Set(string stems) => stems.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
