using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Web.Pages;

namespace NewsBot.Hosting;

/// <summary>Says where only a part of an archive could be searched, since the index still takes in the rest.</summary>
internal sealed class PartialSearch(IArchiveIndex index, ArchiveExtents extents) : IArchiveIndex
{
    /// <inheritdoc/>
    public async ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        var outcome = await index.SearchAsync(query, cancellationToken);
        var stored = extents.Of(query.Archive).Articles;
        return outcome.ArticlesSearched >= stored ? outcome : outcome with
        {
            Notes = [.. outcome.Notes, FormattableString.Invariant($"Only {outcome.ArticlesSearched:N0} of {stored:N0} articles were searched; the index is still taking in the rest.")],
        };
    }

    /// <inheritdoc/>
    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => index.CatchUpAsync(archive, cancellationToken);
}
