using System.Diagnostics;
using NewsBot.Archive;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval;

/// <summary>Searches go on while articles are taken in and segments are merged; what a commit holds is found at once.</summary>
public class SearchingWhileIndexingTests(ITestOutputHelper output)
{
    private const int Batches = 40;
    private const int BatchSize = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_taken_in_is_found_at_once_while_others_search()
    {
        using var archive = new IndexedArchive().With(Article("first", "Harbor bridge", "The harbor bridge opened.", "2025-06-01"));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var searching = Task.Run(() => SearchUntilDoneAsync(archive, done.Token), Cancellation);
        for (var batch = 0; batch < Batches; batch++)
        {
            archive.Store.Store(ArchiveName.Default, [.. Enumerable.Range(0, BatchSize).Select(i => Article($"b{batch}-{i}", $"News {batch} {i}", $"The harbor was busy, batch{batch}. {i} came.", "2025-06-02"))]);
            await archive.Index.CatchUpAsync(ArchiveName.Default, Cancellation);

            (await archive.FoundAsync($"batch{batch}")).Length.ShouldBe(10, $"batch {batch}");
        }

        await done.CancelAsync();
        var (searches, slowest, misses) = await searching;

        output.WriteLine($"{searches:N0} searches beside {Batches} commits of {BatchSize} articles; the slowest took {slowest.TotalMilliseconds:F1} ms");
        misses.ShouldBe(0);
        searches.ShouldBeGreaterThan(Batches);
        archive.Index.ArticleCount(ArchiveName.Default).ShouldBe(1 + (Batches * BatchSize));
    }

    private static async Task<(int Searches, TimeSpan Slowest, int Misses)> SearchUntilDoneAsync(IndexedArchive archive, CancellationToken done)
    {
        var (searches, slowest, misses) = (0, TimeSpan.Zero, 0);
        while (!done.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var query = new NewsBot.Retrieval.ArchiveQuery { Archive = ArchiveName.Default, Text = "harbor bridge opened", AsOf = Now };
            var found = await archive.Index.SearchAsync(query, Cancellation);
            var elapsed = Stopwatch.GetElapsedTime(started);
            slowest = elapsed > slowest ? elapsed : slowest;
            misses += found.Hits[0].Article.PublicId == "first" ? 0 : 1;
            searches++;
        }

        return (searches, slowest, misses);
    }
}
