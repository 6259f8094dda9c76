using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Web;

/// <summary>Archives that a test lists article by article, all versions of each.</summary>
internal sealed class ListedArchive(params Article[] versions) : IArchiveReader, IArchiveIndex
{
    public IReadOnlyList<ArchiveName> Archives() => [.. versions.Select(article => article.Archive).Distinct()];

    public Article? Find(ArchiveName archive, string publicId) =>
        Current(archive).SingleOrDefault(article => article.PublicId == publicId || article.Id.ToString() == publicId);

    public Article? Find(ArchiveName archive, Guid article, int? version = null) => version is null
        ? Current(archive).SingleOrDefault(candidate => candidate.Id == article)
        : versions.SingleOrDefault(candidate => candidate.Archive == archive && candidate.Id == article && candidate.Version == version);

    public IReadOnlyList<Article> FindMany(ArchiveName archive, IReadOnlyCollection<Guid> articles) =>
        [.. Current(archive).Where(article => articles.Contains(article.Id))];

    public IReadOnlyList<Passage> PassagesOf(ArchiveName archive, Guid article, int version) =>
        [new Passage(0, new TextRange(0, Find(archive, article, version)!.Text.Length))];

    public IReadOnlyList<ArticleChange> ChangesAfter(ArchiveName archive, long sequence, int limit) =>
        [.. Current(archive).Where(a => a.Sequence > sequence).OrderBy(a => a.Sequence).Take(limit).Select(a => new ArticleChange(a.Sequence, a.Id, a))];

    public long LastSequence(ArchiveName archive) => versions.Where(a => a.Archive == archive).Select(a => a.Sequence).DefaultIfEmpty().Max();

    public ArchiveStatistics Statistics(ArchiveName archive)
    {
        var current = Current(archive).ToList();
        var byTime = current.Where(a => a.Published is not null).OrderBy(a => a.Published!.Value.Instant).ToList();
        return new ArchiveStatistics(
            current.Count,
            versions.Length,
            current.Count,
            current.Sum(a => a.Text.Length),
            byTime.FirstOrDefault()?.Published,
            byTime.LastOrDefault()?.Published);
    }

    public ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        var hits = Current(query.Archive)
            .Where(article => article.Text.Contains(query.Text, StringComparison.OrdinalIgnoreCase))
            .Select(article => new ArticleHit(article, 1, [new Evidence(new Passage(0, new TextRange(0, article.Text.Length)), 1)], []));
        return new(new SearchOutcome
        {
            Hits = [.. hits.Take(query.Limit)],
            Answerability = 1,
            Reading = new QuestionReading { Terms = [query.Text] },
            ArticlesSearched = Current(query.Archive).Count(),
        });
    }

    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => new(LastSequence(archive));

    private IEnumerable<Article> Current(ArchiveName archive) => versions
        .Where(article => article.Archive == archive)
        .GroupBy(article => article.Id)
        .Select(group => group.MaxBy(article => article.Version)!);
}
