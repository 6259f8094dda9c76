using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval;

/// <summary>A real store and a real index in a folder of their own.</summary>
internal sealed class IndexedArchive : IDisposable
{
    public static readonly DateTimeOffset Now = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public IndexedArchive(RetrievalOptions? options = null)
    {
        Options = options ?? new RetrievalOptions();
        Store = ArchiveStore.Open(folder.Path, StoreAccess.Write, Clock);
        Index = OpenIndex();
    }

    public RetrievalOptions Options { get; }

    public FakeTimeProvider Clock { get; } = new(Now);

    public ArchiveStore Store { get; }

    public EmbeddedIndex Index { get; private set; }

    public string IndexFolder => folder.File("index");

    public static ArticleContent Article(
        string id, string title, string text, string? published = null, string? source = null, string? language = "en") => new()
        {
            ExternalId = id,
            Title = title,
            Text = text,
            Published = NewsTime.TryParse(published, out var time) ? time : null,
            Source = source,
            Language = language,
        };

    public IndexedArchive With(params ArticleContent[] articles) => With(ArchiveName.Default, articles);

    public IndexedArchive With(ArchiveName archive, params ArticleContent[] articles)
    {
        Store.Store(archive, articles);
        Index.CatchUpAsync(archive, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return this;
    }

    /// <summary>The index as another process that starts now would open it.</summary>
    public EmbeddedIndex OpenIndex() =>
        new(IndexFolder, Store, new TextAnalysis(), Microsoft.Extensions.Options.Options.Create(Options), Clock, NullLogger<EmbeddedIndex>.Instance);

    /// <summary>Closes the index and opens it again, as a restart does.</summary>
    public void Restart()
    {
        Index.Dispose();
        Index = OpenIndex();
    }

    public async Task<SearchOutcome> SearchAsync(string text, Func<ArchiveQuery, ArchiveQuery>? with = null, EmbeddedIndex? index = null)
    {
        var query = new ArchiveQuery { Archive = ArchiveName.Default, Text = text, AsOf = Now };
        return await (index ?? Index).SearchAsync(with?.Invoke(query) ?? query, TestContext.Current.CancellationToken);
    }

    /// <summary>The public ids of what a search finds, best first.</summary>
    public async Task<string[]> FoundAsync(string text, Func<ArchiveQuery, ArchiveQuery>? with = null, EmbeddedIndex? index = null) =>
        [.. (await SearchAsync(text, with, index)).Hits.Select(hit => hit.Article.PublicId)];

    public void Dispose()
    {
        Index.Dispose();
        Store.Dispose();
        folder.Dispose();
    }
}
