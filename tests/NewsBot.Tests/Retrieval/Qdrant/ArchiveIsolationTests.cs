using Google.Protobuf;
using NewsBot.Archive;
using NewsBot.Retrieval;
using static NewsBot.Tests.Retrieval.Qdrant.QdrantArchive;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>No call reads, changes or deletes points without naming the archive.</summary>
public class ArchiveIsolationTests
{
    private static readonly string[] CallsWithFilter =
        ["Points/Query", "Points/QueryBatch", "Points/QueryGroups", "Points/Scroll", "Points/Count", "Points/Facet", "Points/Delete", "Points/SetPayload"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_on_points_carries_the_filter_of_its_archive()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(5));
        await archive.TakeIn(Articles(5)[0] with { Text = "Other words." });
        archive.Store.Remove(ArchiveName.Default, archive.Store.Find(ArchiveName.Default, "a1")!.Id, "test");
        archive.Restart();
        await archive.CatchUpAsync();
        await archive.FoundAsync("topic2");
        await archive.Index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = "topic2", AsOf = Now, Source = "harbor" }, Cancellation);
        await archive.Index.VerifyAsync(ArchiveName.Default, repair: true, Cancellation);
        await archive.Index.ReindexAsync(Cancellation);

        var calls = archive.Server.Calls.Where(call => CallsWithFilter.Contains(call.Method)).ToList();

        calls.Select(call => call.Method).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
        foreach (var call in calls)
        {
            JsonFormatter.Default.Format(call.Request).ShouldContain("""{ "key": "archive", "match": { "keyword": "default" } }""", customMessage: call.Method);
        }
    }

    [Fact]
    public async Task No_call_is_made_that_names_points_without_a_filter()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(3));
        await archive.FoundAsync("topic2");

        archive.Server.Calls.Select(call => call.Method).ShouldNotContain("Points/Get");
    }
}
