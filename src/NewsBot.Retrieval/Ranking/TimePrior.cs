namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// How much more likely an article is asked for because of its age: 1 + w·exp(-age / τ), counted back from the moment the question is asked
/// for. In news this is worth more than any model (retrieval.md, section 2).
/// </summary>
internal sealed class TimePrior(double weight, double days, DateTimeOffset from)
{
    private const double SecondsPerDay = 86_400;

    private readonly long origin = from.ToUnixTimeSeconds();

    /// <summary>How much the prior adds at most; 0 is none.</summary>
    public double Weight => weight;

    /// <summary>The days after which its weight has fallen to 1/e.</summary>
    public double Days => days;

    /// <summary>The moment that it counts from.</summary>
    public DateTimeOffset From => from;

    /// <summary>The largest factor there is.</summary>
    public double Maximum => 1 + weight;

    /// <summary>The factor for an article published at a moment, in seconds since 1970; articles without a date get 1.</summary>
    public double FactorAt(long published) =>
        published == Lexical.IndexFields.UnknownTime || weight == 0
            ? 1
            : 1 + (weight * Math.Exp(-Math.Abs(origin - published) / (SecondsPerDay * days)));
}
