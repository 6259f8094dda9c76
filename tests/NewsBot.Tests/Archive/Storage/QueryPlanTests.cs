using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Storage;

/// <summary>
/// What is asked for one article, one story or one job never reads all of them. SQLite chooses its ways anew with each index: a new one once made it read every article of the
/// archive for one cluster, ten times slower, and no result showed it.
/// </summary>
public sealed class QueryPlanTests : IDisposable
{
    private static readonly ArchiveName Archive = ArchiveName.Default;

    private readonly TemporaryFolder folder = new();
    private readonly ArchiveStore store;

    public QueryPlanTests() => store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Reading_an_article_a_story_or_what_changed_scans_no_table()
    {
        var id = Store("a", "The river rose to four metres on Monday night and flooded 120 houses in the lower town, the fire brigade said.");

        store.Find(Archive, "a");
        store.FindMany(Archive, [id]);
        store.FindByUrl(Archive, "https://herald.example/a");
        store.PassagesOf(Archive, id, 1);
        store.History(Archive, id);
        store.ClustersOf(Archive, [id]);
        store.ChangesAfter(Archive, 0, 10);
        store.DocumentOf(Archive, id);
        store.FindTombstone(Archive, id);
        store.RemovedArticles(Archive);
        store.FindAnswer(Archive, id);
        store.LastSequence(Archive);

        Scans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Exporting_reads_on_from_where_it_is()
    {
        Store("a", "The river rose to four metres on Monday night.");
        using var file = new MemoryStream();

        (await ArchiveExport.WriteAsync(store, Archive, file, withDocuments: true, TestContext.Current.CancellationToken)).ShouldBe(1);

        Scans().ShouldBeEmpty();
    }

    [Fact]
    public void Storing_copies_corrections_new_versions_and_removals_scans_no_table()
    {
        const string flood = "The river rose to four metres on Monday night and flooded 120 houses in the lower town, the fire brigade said. Nobody was hurt. Crews from three villages pumped water out of cellars until dawn.";
        Store("a", flood);
        var copy = Store("b", flood);
        Store("c", flood.Replace("120", "12"), "CORRECTED - Flood");
        Store("b", flood + " Schools stay closed.");

        Scans().ShouldBeEmpty();
        store.ClustersOf(Archive, [copy])[copy].Members.Count.ShouldBe(3, "the statements for clusters must have been tried");
    }

    [Fact]
    public void Taking_jobs_and_recording_their_items_scans_no_article_and_no_item()
    {
        var job = store.Jobs.Begin(Archive, new JobRequest { Targets = ["a.jsonl"] }, "operator");
        store.Store(job, [new JobDelivery("a.jsonl:1", new ArticleDraft(new ArticleContent { Title = "Flood", Text = "The river rose." }), null), new JobDelivery("a.jsonl:2", null, "it has no text")]);
        store.Jobs.TakeNext();
        store.Jobs.Items(job.Number);
        store.Jobs.AllItems(job.Number).Count().ShouldBe(2);
        store.Jobs.FinishedItems(job.Number);
        store.Jobs.Failures(job.Number, 5);
        store.Jobs.AllFailures(job.Number).ShouldHaveSingleItem();
        store.Jobs.CountRemoved(job.Number).ShouldBe(0);
        store.Jobs.FailureReasons(job.Number, 5);
        store.Jobs.Complete(job).ShouldBeTrue();
        store.Jobs.Retry(job.Number).ShouldBeTrue();

        Scans().FindAll(step => !step.StartsWith("SCAN j", StringComparison.Ordinal) && !step.StartsWith("SCAN r ", StringComparison.Ordinal)).ShouldBeEmpty("the jobs themselves are few");
    }

    private Guid Store(string id, string text, string title = "Flood") => store.Store(Archive, [new ArticleContent { ExternalId = id, Title = title, Text = text }]).Single().Id;

    /// <summary>
    /// Steps that read a whole table, a whole index or a whole archive, each with its statement. The runs are read once a process; what a query inside a query found was
    /// searched for.
    /// </summary>
    private List<string> Scans() => [.. store.Plans().SelectMany(plan => plan.Value.Where(IsScan).Select(step => $"{step} ← {plan.Key}"))];

    private static bool IsScan(string step) =>
        (step.EndsWith("(archive=?)", StringComparison.Ordinal) && !step.Contains("articles_removed", StringComparison.Ordinal))
        || (step.StartsWith("SCAN", StringComparison.Ordinal) && !step.StartsWith("SCAN (subquery", StringComparison.Ordinal) && step is not ("SCAN CONSTANT ROW" or "SCAN story_runs"));
}
