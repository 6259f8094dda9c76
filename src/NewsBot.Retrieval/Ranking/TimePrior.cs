using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Understanding;

namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// How much more likely an article is asked for because of when it was published: 1 + w·exp(-d / τ), where d is its distance in days from the
/// moment of asking, or from the days that the question names. In news this is worth more than any model (retrieval.md, section 2).
/// </summary>
internal sealed class TimePrior
{
    private const double SecondsPerDay = 86_400;

    /// <summary>What is reported about a month or a quarter appears in the weeks after it: the grace is the period's own length, within these bounds.</summary>
    private const int LeastGraceDays = 2;
    private const int MostGraceDays = 40;

    private readonly double weight;
    private readonly double scale;
    private readonly double first;
    private readonly double last;

    private TimePrior(double weight, double days, double first, double last)
    {
        this.weight = weight;
        scale = days * SecondsPerDay;
        this.first = first;
        this.last = last;
    }

    /// <summary>How much the prior adds at most; 0 is none.</summary>
    public double Weight => weight;

    /// <summary>The days after which its weight has fallen to 1/e.</summary>
    public double Days => scale / SecondsPerDay;

    /// <summary>Whether the question names the days that are meant.</summary>
    public bool IsStated { get; private init; }

    /// <summary>How far an article of a factor lies from the days that are meant: 0 among them, towards 1 far away.</summary>
    public double DistanceOf(double factor) => weight == 0 ? 0 : 1 - ((factor - 1) / weight);

    /// <summary>The first moment of those that are meant; before it the prior fades.</summary>
    public DateTimeOffset First => MomentAt(first);

    /// <summary>The last moment of those that are meant; after it the prior fades.</summary>
    public DateTimeOffset Last => MomentAt(last);

    /// <summary>The largest factor that an article between two moments may get; of unordered ones, what an article without a date gets.</summary>
    /// <param name="earliest">The first moment, in seconds since 1970.</param>
    /// <param name="latest">The last moment.</param>
    public double LargestFactor(long earliest, long latest) =>
        earliest > latest ? 1 : FactorAt((long)Math.Clamp((first + last) / 2, earliest, latest));

    /// <summary>A prior that fades from one moment on, in both directions.</summary>
    public static TimePrior From(double weight, double days, DateTimeOffset moment) => new(weight, days, moment.ToUnixTimeSeconds(), moment.ToUnixTimeSeconds());

    /// <summary>The prior that fits a question.</summary>
    public static TimePrior For(TimeReading time, DateTimeOffset asOf, RetrievalOptions options)
    {
        double moment = asOf.ToUnixTimeSeconds();
        return time switch
        {
            { Time: { } range } => Around(range, options),
            { Focus: TimeFocus.Latest } => new TimePrior(options.LatestWeight, options.LatestDays, moment, moment),
            { Focus: TimeFocus.Origin } => new TimePrior(0, options.RecencyDays, moment, moment),
            _ => new TimePrior(options.RecencyWeight, options.RecencyDays, moment, moment),
        };
    }

    /// <summary>The factor for an article published at a moment, in seconds since 1970; articles without a date get 1.</summary>
    public double FactorAt(long published)
    {
        if (published == IndexFields.UnknownTime || weight == 0)
        {
            return 1;
        }

        var distance = published < first ? first - published : published > last ? published - last : 0;
        return 1 + (weight * Math.Exp(-distance / scale));
    }

    private static TimePrior Around(DateRange range, RetrievalOptions options)
    {
        var days = range.Last.DayNumber - range.First.DayNumber + 1;
        var grace = Math.Clamp(days, LeastGraceDays, MostGraceDays);
        var fading = Math.Clamp(days, options.StatedDays, MostGraceDays * options.StatedDays);
        return new TimePrior(options.StatedWeight, fading, SecondsAt(range.First), SecondsAt(range.Last) + (grace * SecondsPerDay)) { IsStated = true };
    }

    private static DateTimeOffset MomentAt(double seconds) => DateTimeOffset.FromUnixTimeSeconds(
        (long)Math.Clamp(seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    private static double SecondsAt(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * SecondsPerDay;
}
