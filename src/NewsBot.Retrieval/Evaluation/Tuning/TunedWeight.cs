namespace NewsBot.Retrieval.Evaluation.Tuning;

/// <summary>A weight of <see cref="RetrievalOptions"/> that tuning may move, with the values it tries.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Ladder">The values tried, smallest first.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">Sets it.</param>
public sealed record TunedWeight(string Name, IReadOnlyList<double> Ladder, Func<RetrievalOptions, double> Get, Action<RetrievalOptions, double> Set)
{
    /// <summary>Whether the index has to be built anew for another value.</summary>
    public bool IsOfIndex { get; private init; }

    /// <summary>All weights, in the order in which they are tuned: what moves most comes first, what costs an index last.</summary>
    /// <param name="hasMeaning">Whether an embedding model is configured.</param>
    public static IReadOnlyList<TunedWeight> All(bool hasMeaning) =>
    [
        new(nameof(RetrievalOptions.RecencyWeight), [0, .25, .5, 1, 2], options => options.RecencyWeight, (options, value) => options.RecencyWeight = value),
        new(nameof(RetrievalOptions.RecencyDays), [7, 14, 30, 60, 180], options => options.RecencyDays, (options, value) => options.RecencyDays = value),
        new(nameof(RetrievalOptions.PassageWeight), [0, .25, .5, .75, 1, 1.5], options => options.PassageWeight, (options, value) => options.PassageWeight = value),
        .. hasMeaning
            ? new[] { new TunedWeight(nameof(RetrievalOptions.MeaningWeight), [0, .05, .1, .2, .3, .4, .5], options => options.MeaningWeight, (options, value) => options.MeaningWeight = value) }
            : [],
        new(nameof(RetrievalOptions.StatedWeight), [0, .5, 1, 2, 4], options => options.StatedWeight, (options, value) => options.StatedWeight = value),
        new(nameof(RetrievalOptions.StatedDays), [3, 7, 14, 30], options => options.StatedDays, (options, value) => options.StatedDays = value),
        new(nameof(RetrievalOptions.LatestWeight), [.5, 1, 1.5, 2.5, 4], options => options.LatestWeight, (options, value) => options.LatestWeight = value),
        new(nameof(RetrievalOptions.LatestDays), [3, 7, 14, 30], options => options.LatestDays, (options, value) => options.LatestDays = value),
        new(nameof(RetrievalOptions.OtherNamesWeight), [0, .15, .25, .4], options => options.OtherNamesWeight, (options, value) => options.OtherNamesWeight = value),
        new(nameof(RetrievalOptions.PhraseWeight), [0, .5, 1, 2], options => options.PhraseWeight, (options, value) => options.PhraseWeight = value),
        new(nameof(RetrievalOptions.SameSourcePenalty), [0, .02, .05], options => options.SameSourcePenalty, (options, value) => options.SameSourcePenalty = value),
        new(nameof(RetrievalOptions.TitleWeight), [4, 8, 12], options => options.TitleWeight, (options, value) => options.TitleWeight = (int)value) { IsOfIndex = true },
        new(nameof(RetrievalOptions.LeadWeight), [0, 1, 2], options => options.LeadWeight, (options, value) => options.LeadWeight = (int)value) { IsOfIndex = true },
    ];

    /// <summary>The options with another value of this weight.</summary>
    internal RetrievalOptions With(RetrievalOptions options, double value)
    {
        var changed = options.Copy();
        Set(changed, value);
        return changed;
    }
}
