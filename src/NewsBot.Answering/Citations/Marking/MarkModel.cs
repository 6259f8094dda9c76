using NewsBot.Answering.Citations.Matching;
using NewsBot.Archive;

namespace NewsBot.Answering.Citations.Marking;

/// <summary>
/// Marks the words of a claim that the source does not have or has otherwise, as people mark them: in runs, function words and all. A logistic
/// regression over <see cref="MarkMeasures"/> says how likely each word is marked; the runs are the likeliest sequence of marked and unmarked words, where
/// each change between the two costs <see cref="Change"/> (Viterbi 1967, two states). Coefficients and cut come from the benchmark
/// <c>fit-marks</c> on WiCE's public training and development parts (Kamoi et al. 2023).
/// </summary>
internal static class MarkModel
{
    /// <summary>What a change between marked and unmarked costs, in log odds.</summary>
    public const double Change = 0.5;

    private const double Intercept = -2.02;

    // The log odds from which a word alone counts as marked: below even, since a missed word costs as much as a wrong one and most words are found.
    private const double Cut = -0.80;

    private static readonly double[] Coefficients = [2.58, 1.77, 2.60, 0.29, 0.85, -2.24, 0.83];

    /// <summary>The marks on a claim, as ranges of its text.</summary>
    public static IReadOnlyList<TextRange> Marks(ClaimReading claim, MarkMeasures[] measures) =>
        Ranges([.. claim.Words.Select(word => new TextRange(word.Start, word.End))], Runs([.. measures.Select(word => LogOdds(word) - Cut)]));

    /// <summary>Each run of marked words as one range.</summary>
    public static IReadOnlyList<TextRange> Ranges(TextRange[] words, bool[] isMarked)
    {
        var ranges = new List<TextRange>();
        for (var from = 0; from < words.Length; from++)
        {
            if (!isMarked[from])
            {
                continue;
            }

            var last = from;
            while (last + 1 < words.Length && isMarked[last + 1])
            {
                last++;
            }

            ranges.Add(new TextRange(words[from].Start, words[last].End));
            from = last;
        }

        return ranges;
    }

    /// <summary>The likeliest runs, given for each word how much marking it is worth.</summary>
    public static bool[] Runs(double[] worth)
    {
        var cameFromMarked = new (bool Unmarked, bool Marked)[worth.Length];
        var (unmarked, marked) = (0.0, 0.0);
        for (var at = 0; at < worth.Length; at++)
        {
            cameFromMarked[at] = (marked - Change > unmarked, marked >= unmarked - Change);
            (unmarked, marked) = (Math.Max(unmarked, marked - Change), Math.Max(marked, unmarked - Change) + worth[at]);
        }

        var runs = new bool[worth.Length];
        var isMarked = marked > unmarked;
        for (var at = worth.Length - 1; at >= 0; at--)
        {
            runs[at] = isMarked;
            isMarked = isMarked ? cameFromMarked[at].Marked : cameFromMarked[at].Unmarked;
        }

        return runs;
    }

    private static double LogOdds(MarkMeasures measures)
    {
        var inputs = measures.ToArray();
        var sum = Intercept;
        for (var i = 0; i < inputs.Length; i++)
        {
            sum += Coefficients[i] * inputs[i];
        }

        return sum;
    }
}
