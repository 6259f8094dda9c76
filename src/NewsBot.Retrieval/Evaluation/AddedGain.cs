using System.Globalization;

namespace NewsBot.Retrieval.Evaluation;

/// <summary>What a part that can be left out (meaning, the reranker) adds on a question set, and what it costs.</summary>
/// <param name="What">The part.</param>
/// <param name="Setting">The setting that switches it off.</param>
/// <param name="Without">The run without it.</param>
/// <param name="With">The run with it.</param>
public sealed record AddedGain(string What, string Setting, RetrievalReport Without, RetrievalReport With)
{
    /// <summary>The gain in reciprocal rank.</summary>
    public PairedGain Gain { get; } = PairedBootstrap.Compare(Without, With, outcome => outcome.ReciprocalRank);

    /// <summary>Milliseconds that the median question takes longer.</summary>
    public double MillisecondsMore => With.Total.Milliseconds.P50 - Without.Total.Milliseconds.P50;

    /// <summary>One line for people; a part that is not better beyond chance says so.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{What}: MRR@10 {Gain.Mean:+.000;-.000} [{Gain.Low:+.000;-.000}, {Gain.High:+.000;-.000}], {MillisecondsMore:F1} ms more a question at the median: {(Gain.IsBetter ? "better" : $"not better beyond chance on these {Gain.Questions} questions; {Setting} switches it off")}");
}
