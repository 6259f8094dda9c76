using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Wire;

namespace NewsBot.Retrieval.Qdrant.Searching;

/// <summary>
/// A query's filters as the server's: the archive, nothing after the moment of asking, the days, the language, and the publications whose
/// names begin as asked. The server knows no beginnings of keywords, so the archive's publications are asked for first.
/// </summary>
internal sealed class QueryScope(QdrantCalls calls)
{
    /// <summary>More publications than any archive is likely to have.</summary>
    private const ulong MostSources = 10_000;

    /// <summary>The scope of a query, or null where no publication of the archive is called so.</summary>
    public async Task<ArchiveScope?> OfAsync(ArchiveQuery query, string collection, CancellationToken cancellationToken)
    {
        var scope = InTime(ArchiveScope.Of(query.Archive), query);
        if (Normalised(query.Language) is { } language)
        {
            scope = scope.WhereAny(PayloadFields.Language, [language]);
        }

        if (Normalised(query.Source) is not { } wanted)
        {
            return scope;
        }

        var sources = (await SourcesAsync(query.Archive, collection, cancellationToken)).Keys.Where(source => Normalised(source)!.StartsWith(wanted, StringComparison.Ordinal)).ToList();
        return sources.Count == 0 ? null : scope.WhereAny(PayloadFields.Source, sources);
    }

    /// <summary>The publications of an archive with the number of their articles.</summary>
    public async Task<IReadOnlyDictionary<string, long>> SourcesAsync(ArchiveName archive, string collection, CancellationToken cancellationToken)
    {
        var hits = await calls.FacetAsync(collection, ArchiveScope.Of(archive), PayloadFields.Source, MostSources, cancellationToken);
        return hits.ToDictionary(hit => hit.Value.StringValue, hit => (long)hit.Count);
    }

    /// <summary>Articles of unknown time stand before all others, so only a query that names days leaves them out.</summary>
    private static ArchiveScope InTime(ArchiveScope scope, ArchiveQuery query)
    {
        var untilEnd = query.Until is { } until ? EndOf(until) : DateTimeOffset.MaxValue;
        var last = query.AsOf < untilEnd ? query.AsOf : untilEnd;
        DateTimeOffset? first = query.Since is { } since ? StartOf(since) : query.Until is null ? null : PublishedTime.FirstKnown;
        return scope.Published(first < PublishedTime.FirstKnown ? PublishedTime.FirstKnown : first, last);
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);

    private static string? Normalised(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim().ToLowerInvariant();
}
