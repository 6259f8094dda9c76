using NewsBot.Archive;

namespace NewsBot.Retrieval.Evaluation.Tuning;

/// <summary>Asks questions under other weights; builds an index for each pair of weights of title and lead that is tried.</summary>
internal sealed class WeightTrials(
    EmbeddedIndex index, IArchiveReader store, TimeProvider clock, ArchiveName archive, string folder, RetrievalOptions present) : IDisposable
{
    private readonly Dictionary<(int Title, int Lead), EmbeddedIndex> built = [];

    public Task<RetrievalReport> AskAsync(RetrievalOptions weights, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken) =>
        new RetrievalEvaluation(IndexFor(weights).RankedBy(weights), store, clock).RunAsync(archive, questions, cancellationToken, isTimed: false);

    public void Dispose()
    {
        foreach (var other in built.Values)
        {
            other.Dispose();
        }
    }

    private EmbeddedIndex IndexFor(RetrievalOptions weights)
    {
        var fields = (weights.TitleWeight, weights.LeadWeight);
        if (fields == (present.TitleWeight, present.LeadWeight))
        {
            return index;
        }

        if (!built.TryGetValue(fields, out var other))
        {
            built[fields] = other = index.BuiltBy(weights, Path.Combine(folder, $"title{fields.TitleWeight}-lead{fields.LeadWeight}"));
        }

        return other;
    }
}
