using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Reranking;
using NewsBot.Retrieval.Text;
using NewsBot.Tests.Retrieval.Dense;
using static Microsoft.Extensions.Options.Options;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Reranking;

/// <summary>A cross-encoder reads the first articles again; without it, or when it fails, the ranking is as it was.</summary>
public sealed class RerankerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly IndexedArchive archive = new();

    public RerankerTests() => archive.With(
        Article("closed", "The school", "The school the school the school closed."),
        Article("left", "A school", "The boat left the school."));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        archive.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_model_decides_among_the_first()
    {
        (await archive.FoundAsync("school"))[0].ShouldBe("closed");

        var outcome = await SearchAsync(TinyEncoder.WriteCrossEncoder(folder.File("cross")), query => query with { Explain = true });

        outcome.Hits.Select(hit => hit.Article.PublicId).ShouldBe(["left", "closed"]);
        outcome.Hits[0].Explanation!.Reranked.ShouldNotBeNull().ShouldBeGreaterThan(outcome.Hits[1].Explanation!.Reranked!.Value);
        outcome.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_more_articles_come_than_were_asked_for() =>
        (await SearchAsync(TinyEncoder.WriteCrossEncoder(folder.File("cross")), query => query with { Limit = 1 })).Hits.ShouldHaveSingleItem().Article.PublicId.ShouldBe("left");

    [Fact]
    public async Task A_query_may_leave_it_out() =>
        (await SearchAsync(TinyEncoder.WriteCrossEncoder(folder.File("cross")), query => query with { WithoutReranking = true })).Hits[0].Article.PublicId.ShouldBe("closed");

    [Fact]
    public async Task A_model_that_is_missing_or_of_another_kind_leaves_the_ranking_as_it_is_and_says_so()
    {
        var missing = await SearchAsync(folder.File("absent"));
        var encoder = await SearchAsync(TinyEncoder.Write(folder.File("tiny")));

        missing.Hits[0].Article.PublicId.ShouldBe("closed");
        missing.Notes.ShouldContain(note => note.StartsWith("Not reranked", StringComparison.Ordinal));
        encoder.Hits[0].Article.PublicId.ShouldBe("closed");
        encoder.Notes.ShouldContain(note => note.Contains("where a reranker gives one", StringComparison.Ordinal));
    }

    private async Task<SearchOutcome> SearchAsync(string model, Func<ArchiveQuery, ArchiveQuery>? with = null)
    {
        using var reranker = new Reranker(model, new RerankingOptions { Model = model }, new EmbeddingsOptions(), archive.Clock, NullLogger<Reranker>.Instance);
        using var index = new EmbeddedIndex(
            archive.IndexFolder, archive.Store, new TextAnalysis(), Create(archive.Options), archive.Clock, NullLogger<EmbeddedIndex>.Instance, vectors: null, reranker);
        var query = new ArchiveQuery { Archive = ArchiveName.Default, Text = "school", AsOf = Now };
        return await index.SearchAsync(with?.Invoke(query) ?? query, Cancellation);
    }
}
