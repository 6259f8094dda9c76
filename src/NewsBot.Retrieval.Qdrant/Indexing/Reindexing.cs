using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Statistics;
using NewsBot.Retrieval.Qdrant.Wire;

namespace NewsBot.Retrieval.Qdrant.Indexing;

/// <summary>
/// Builds new collections beside those in use and switches to them. A run that breaks off leaves the old ones in use; the next run goes on
/// with the new ones where it stopped.
/// </summary>
internal sealed class Reindexing(QdrantCalls calls, CollectionSetup setup, CorpusStatistics statistics, ArchiveCatchUp catchUp, IArchiveReader store)
{
    /// <summary>Articles whose content is compared before the switch, beside the count of all.</summary>
    private const int SampleSize = 100;

    private static readonly string[] Compared = [PayloadFields.Article, PayloadFields.Version, PayloadFields.Hash];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (pair, incarnation) = await setup.BesideAsync(cancellationToken);
        var filled = new List<(ArchiveName Archive, double AverageLength, long Position)>();
        foreach (var archive in store.Archives())
        {
            var averageLength = catchUp.AverageLengthOf(archive);
            if (statistics.Find(archive) is null)
            {
                statistics.Begin(archive, incarnation, averageLength);
            }

            var position = await catchUp.FillAsync(
                archive, pair, averageLength, articles => PresentAsync(archive, pair, articles, cancellationToken), cancellationToken);
            await CheckAsync(archive, pair, cancellationToken);
            filled.Add((archive, averageLength, position));
        }

        await setup.SwitchAsync(pair, cancellationToken);
        filled.ForEach(archive => statistics.Adopt(archive.Archive, incarnation, archive.AverageLength, archive.Position));
        foreach (var name in await setup.UnusedAsync(cancellationToken))
        {
            await calls.DeleteCollectionAsync(name, cancellationToken);
        }
    }

    private async Task<IReadOnlySet<Guid>> PresentAsync(ArchiveName archive, CollectionPair pair, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        if (articles.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var scope = ArchiveScope.Of(archive).OfArticles(articles.Select(article => article.Id));
        var (points, _) = await calls.ScrollAsync(pair.Articles, scope, Compared, from: null, (uint)articles.Count, cancellationToken);
        var hashes = points.ToDictionary(point => Guid.Parse(point.Id.Uuid), point => (point.Payload[PayloadFields.Version].IntegerValue, point.Payload[PayloadFields.Hash].StringValue));
        return articles
            .Where(article => hashes.TryGetValue(article.Id, out var found) && found == (article.Version, ArticleIdentity.ContentHash(article.Content)))
            .Select(article => article.Id)
            .ToHashSet();
    }

    private async Task CheckAsync(ArchiveName archive, CollectionPair pair, CancellationToken cancellationToken)
    {
        var expected = store.Statistics(archive).Articles;
        var found = (long)await calls.CountAsync(pair.Articles, ArchiveScope.Of(archive), cancellationToken);
        var sample = store.ChangesAfter(archive, 0, SampleSize).Select(change => change.Article).OfType<Article>().ToList();
        var same = await PresentAsync(archive, pair, sample, cancellationToken);
        if (found < expected || same.Count < sample.Count)
        {
            throw new IndexUnavailableException(
                $"The new collection '{pair.Articles}' holds {found} of the {expected} articles of archive '{archive}' and {same.Count} of {sample.Count} compared ones as they are; the old one stays in use. Run 'reindex' again.");
        }
    }
}
