using System.Diagnostics.Metrics;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Web.Observing;

/// <summary>Searches as the index inside does, and counts how many articles each search found and how often it could not be asked.</summary>
internal sealed class ObservedIndex : IArchiveIndex
{
    private readonly IArchiveIndex _inner;
    private readonly Histogram<int> _hits;
    private readonly Counter<long> _failures;

    /// <summary>Creates the instruments.</summary>
    public ObservedIndex(IArchiveIndex inner, IMeterFactory meters)
    {
        _inner = inner;
        var meter = meters.Create(QuestionFigures.Name);
        _hits = meter.CreateHistogram<int>("newsbot.retrieval.hits", description: "Articles found by a search.");
        _failures = meter.CreateCounter<long>("newsbot.retrieval.failures", description: "Searches that the index did not answer.");
    }

    /// <inheritdoc/>
    public async ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await _inner.SearchAsync(query, cancellationToken);
            _hits.Record(outcome.Hits.Count);
            return outcome;
        }
        catch (IndexUnavailableException)
        {
            _failures.Add(1);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => _inner.CatchUpAsync(archive, cancellationToken);
}
