using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Searching;
using NewsBot.Retrieval.Qdrant.Wire;
using NewsBot.Retrieval.Ranking;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant;

/// <summary>Two points whose order is known beforehand: the same words, one today and one a year ago, and one of another archive.</summary>
internal static class TrialPoints
{
    private const uint Term = 7;

    private static readonly DateTimeOffset Today = new(2025, 6, 15, 0, 0, 0, TimeSpan.Zero);

    public static async Task<bool> RanksAsync(QdrantCalls calls, string collection, ArchiveName archive, CancellationToken cancellationToken)
    {
        var (recent, old, foreign) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await calls.UpsertAsync(
            collection,
            [Point(old, archive, Today.AddYears(-1)), Point(recent, archive, Today), Point(foreign, ArchiveName.Default, Today)],
            cancellationToken);
        var weights = new SparseVector { Indices = { Term }, Values = { 1 } };
        var query = ArticleQueries.Lexical(collection, weights, TimePrior.From(.5, 30, Today), depth: 3, candidates: 10);
        var found = await calls.QueryAsync(ArchiveScope.Of(archive).Published(null, Today).Query(query), cancellationToken);
        var before = await calls.CountAsync(collection, ArchiveScope.Of(archive), cancellationToken);
        await calls.DeleteAsync(collection, ArchiveScope.Of(archive), cancellationToken);
        var after = await calls.CountAsync(collection, ArchiveScope.Of(archive), cancellationToken);
        return found.Select(point => point.Id.Uuid).SequenceEqual([recent.ToString(), old.ToString()])
            && Math.Abs(found[0].Score - 1.5) < 1e-3
            && (before, after) == (2, 0);
    }

    private static PointStruct Point(Guid id, ArchiveName archive, DateTimeOffset published)
    {
        var named = new NamedVectors();
        named.Vectors[VectorNames.Sparse] = new Vector { Sparse = new SparseVector { Indices = { Term }, Values = { 1 } } };
        var point = new PointStruct { Id = PointMaking.IdOf(id), Vectors = new Vectors { Vectors_ = named } };
        point.Payload[PayloadFields.Archive] = PointMaking.Text(archive.Value);
        point.Payload[PayloadFields.Article] = PointMaking.Text(id.ToString());
        point.Payload[PayloadFields.Published] = PointMaking.Text(PublishedTime.Write(NewsTime.OfInstant(published)));
        return point;
    }
}
