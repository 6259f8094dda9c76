using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Jobs;

/// <summary>Jobs of more items than are read at once: what is told of them is whole, in order, and read piece by piece.</summary>
public sealed class ManyItemsTests : IDisposable
{
    private const int Items = 2_500;

    private readonly TemporaryFolder folder = new();
    private readonly ArchiveStore store;
    private readonly Job job;

    public ManyItemsTests()
    {
        store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        job = store.Jobs.Begin(ArchiveName.Default, new JobRequest { Targets = ["pages.warc"] }, "operator");
        store.Store(job, [.. Enumerable.Range(1, Items).Select(Delivery)]);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_failure_is_told_once_the_newest_first() => store.Jobs.AllFailures(job.Number).Select(item => item.Name)
        .ShouldBe(Enumerable.Range(1, Items).Where(number => !IsArticle(number)).Reverse().Select(number => $"#{number}"));

    [Fact]
    public void Failures_that_a_retry_took_out_leave_gaps_that_stop_no_reading()
    {
        store.Jobs.Pause(job.Number, "paused by the operator");
        store.Jobs.Retry(job.Number);

        store.Jobs.AllFailures(job.Number).ShouldBeEmpty();
        store.Jobs.AllItems(job.Number).Count().ShouldBe(Items / 10);
    }

    [Fact]
    public void Reasons_come_with_their_number_and_their_first_item_the_commonest_first() => store.Jobs.FailureReasons(job.Number, 2).ShouldBe(
    [
        new FailureReason("it is empty", 1_499, "#1"),
        new FailureReason("it is no page", 750, "#2"),
    ]);

    [Fact]
    public void A_job_that_is_taken_up_again_knows_all_items_that_ended()
    {
        var finished = store.Jobs.FinishedItems(job.Number);

        Enumerable.Range(1, Items).ShouldAllBe(number => finished.Contains($"#{number}"));
        finished.Contains($"#{Items + 1}").ShouldBeFalse();
    }

    private static bool IsArticle(int number) => number % 10 == 0;

    private static JobDelivery Delivery(int number) => IsArticle(number)
        ? new JobDelivery($"#{number}", new ArticleDraft(new ArticleContent { Title = $"Report {number}", Text = $"The river rose by {number} centimetres." }), null)
        : new JobDelivery($"#{number}", null, number == 2_497 ? "it is a picture" : (number % 10) switch { 2 or 4 or 6 => "it is no page", _ => "it is empty" });
}
