using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Answering;

/// <summary>A handful of articles in memory, found by the words they share with the question: enough of an index to test answers.</summary>
internal sealed class SmallArchive : IArchiveIndex, IArchiveReader, ITermStatistics
{
    private readonly List<Article> articles = [];

    /// <summary>The last query that was asked.</summary>
    public ArchiveQuery? LastQuery { get; private set; }

    /// <summary>Other articles that every hit is said to be the same story as.</summary>
    public IReadOnlyList<Guid> Also { get; init; } = [];

    /// <summary>The days that every question is said to be about.</summary>
    public DateRange? Time { get; init; }

    /// <summary>Whether every question is said to ask for whatever was reported.</summary>
    public bool AsksWhatHappened { get; init; }

    public Article Add(string title, string text, string? published = "2024-05-04", string? source = "Harbor Herald", int version = 1, string? id = null, string? url = null, IReadOnlyList<string>? authors = null)
    {
        var content = new ArticleContent
        {
            Title = title,
            Text = ArticleText.Normalise(text),
            Source = source,
            Authors = authors ?? [],
            ExternalId = id,
            Url = url,
            Published = NewsTime.TryParse(published, out var time) ? time : null,
        };
        var article = new Article
        {
            Id = ArticleIdentity.Of(ArchiveName.Default, content),
            Archive = ArchiveName.Default,
            Version = version,
            Sequence = articles.Count + 1,
            StoredAt = DateTimeOffset.UnixEpoch,
            Content = content,
        };
        articles.Add(article);
        return article;
    }

    public ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LastQuery = query;
        var words = WordsOf(query.Text);
        var hits = articles
            .Where(article => article.Archive == query.Archive && !Also.Contains(article.Id) && article == Find(query.Archive, article.Id))
            .Where(article => article.Published is not { } published || published.Instant <= query.AsOf)
            .Where(article => query.Source is null || article.Source == query.Source)
            .Select(article => (article, score: WordsOf(article.Title + " " + article.Text).Intersect(words).Count()))
            .Where(scored => scored.score > 0)
            .OrderByDescending(scored => scored.score)
            .Take(query.Limit)
            .Select(scored => new ArticleHit(scored.article, scored.score, EvidenceOf(scored.article), Also));
        return ValueTask.FromResult(new SearchOutcome
        {
            Hits = [.. hits],
            Answerability = 0.8,
            Reading = new QuestionReading { Terms = [.. words], Time = Time, AsksWhatHappened = AsksWhatHappened },
            ArticlesSearched = articles.Count,
        });
    }

    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => ValueTask.FromResult((long)articles.Count);

    public IReadOnlyList<ArchiveName> Archives() => [ArchiveName.Default];

    public Article? Find(ArchiveName archive, string publicId) => articles.Find(article => article.PublicId == publicId);

    public Article? Find(ArchiveName archive, Guid article, int? version = null) =>
        articles.FindLast(found => found.Id == article && (version is null || found.Version == version));

    public IReadOnlyList<Article> FindMany(ArchiveName archive, IReadOnlyCollection<Guid> wanted) => [.. articles.Where(article => wanted.Contains(article.Id))];

    public IReadOnlyList<Passage> PassagesOf(ArchiveName archive, Guid article, int version) => PassageCutter.Cut(Find(archive, article, version)!.Text);

    public IReadOnlyList<ArticleChange> ChangesAfter(ArchiveName archive, long sequence, int limit, long characters = long.MaxValue) => [];

    public long LastSequence(ArchiveName archive) => articles.Count;

    public ArchiveStatistics Statistics(ArchiveName archive) => new(articles.Count, articles.Count, 0, 0, null, null);

    public long ArticleCount(ArchiveName archive) => articles.Count;

    public long ArticlesWith(ArchiveName archive, string stem) => articles.Count(article => article.Text.Contains(stem, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<double> IdfOf(ArchiveName archive, IReadOnlyList<string> stems) =>
        [.. stems.Select(stem => Math.Log(1 + ((articles.Count + 1.0) / (ArticlesWith(archive, stem) + 0.5))))];

    private static IReadOnlyList<Evidence> EvidenceOf(Article article) => [.. PassageCutter.Cut(article.Text).Select(passage => new Evidence(passage, 1))];

    private static HashSet<string> WordsOf(string text) =>
        text.ToLowerInvariant().Split([' ', '.', ',', '?', '\n', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).ToHashSet();
}
