using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Verification;

/// <summary>Compares an archive's points with the store: every article by version and content hash, every article's passages by their number.</summary>
internal sealed class ArchiveVerification(QdrantCalls calls, IArchiveReader store)
{
    internal const int PageSize = 1_000;

    public async Task<VerificationReport> RunAsync(ArchiveName archive, CollectionPair collections, CancellationToken cancellationToken)
    {
        var indexed = new Dictionary<Guid, (long Version, string Hash)>();
        await foreach (var point in ScrollAsync(collections.Articles, archive, [PayloadFields.Version, PayloadFields.Hash], cancellationToken))
        {
            indexed[Guid.Parse(point.Id.Uuid)] = (point.Payload[PayloadFields.Version].IntegerValue, point.Payload[PayloadFields.Hash].StringValue);
        }

        var passages = new Dictionary<(Guid Article, long Version), int>();
        await foreach (var point in ScrollAsync(collections.Passages, archive, [PayloadFields.Article, PayloadFields.Version], cancellationToken))
        {
            var key = (Guid.Parse(point.Payload[PayloadFields.Article].StringValue), point.Payload[PayloadFields.Version].IntegerValue);
            passages[key] = passages.GetValueOrDefault(key) + 1;
        }

        return Compare(archive, indexed, passages);
    }

    private VerificationReport Compare(ArchiveName archive, Dictionary<Guid, (long Version, string Hash)> indexed, Dictionary<(Guid Article, long Version), int> passages)
    {
        var (missing, different, seen) = (new List<Guid>(), new List<Guid>(), new HashSet<Guid>());
        foreach (var article in Current(archive))
        {
            seen.Add(article.Id);
            var expected = store.PassagesOf(archive, article.Id, article.Version).Count;
            if (!indexed.TryGetValue(article.Id, out var point))
            {
                missing.Add(article.Id);
            }
            else if (point.Version != article.Version || point.Hash != ArticleIdentity.ContentHash(article.Content))
            {
                different.Add(article.Id);
            }
            else if (passages.GetValueOrDefault((article.Id, article.Version)) != expected)
            {
                missing.Add(article.Id);
            }
        }

        var strays = indexed.Keys.Concat(passages.Keys.Select(key => key.Article)).Where(id => !seen.Contains(id)).Distinct();
        var outdated = passages.Keys.Where(key => seen.Contains(key.Article) && indexed.TryGetValue(key.Article, out var point) && point.Version != key.Version).Select(key => key.Article);
        return new VerificationReport
        {
            Articles = seen.Count,
            Missing = missing,
            Different = [.. different.Concat(outdated).Distinct()],
            Unknown = [.. strays],
        };
    }

    private IEnumerable<Article> Current(ArchiveName archive)
    {
        var from = 0L;
        while (store.ChangesAfter(archive, from, PageSize) is { Count: > 0 } changes)
        {
            from = changes[^1].Sequence;
            foreach (var article in changes.Select(change => change.Article).OfType<Article>())
            {
                yield return article;
            }
        }
    }

    private async IAsyncEnumerable<RetrievedPoint> ScrollAsync(
        string collection, ArchiveName archive, IReadOnlyList<string> fields, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PointId? from = null;
        do
        {
            var (page, next) = await calls.ScrollAsync(collection, ArchiveScope.Of(archive), fields, from, PageSize, cancellationToken);
            foreach (var point in page)
            {
                yield return point;
            }

            from = next;
        }
        while (from is not null);
    }
}
