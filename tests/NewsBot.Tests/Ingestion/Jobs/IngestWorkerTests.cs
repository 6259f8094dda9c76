using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Jobs;
using NewsBot.Ingestion.Scheduling;

namespace NewsBot.Tests.Ingestion.Jobs;

public sealed class IngestWorkerTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task Jobs_that_wait_and_jobs_that_a_crash_left_are_done_and_told()
    {
        var path = ingest.Write("a.txt", "Title\n\nText.");
        using var listening = new CancellationTokenSource();
        var heard = new List<JobEvent>();
        var listener = Task.Run(async () =>
        {
            await foreach (var heardEvent in ingest.Events.ListenAsync(listening.Token))
            {
                heard.Add(heardEvent);
            }
        });
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var job = ingest.Store.Jobs.Enqueue(ArchiveName.Default, new JobRequest { Targets = [path] }, "web");
        using var worker = Worker();

        await worker.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => ingest.Store.Jobs.Find(job.Number)!.State == JobState.Done);
        await UntilAsync(() => heard.Any(heardEvent => heardEvent.Ended is not null));
        await worker.StopAsync(TestContext.Current.CancellationToken);
        await listening.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => listener);

        heard[0].Progress!.ShouldSatisfyAllConditions(
            progress => progress.Counts.Added.ShouldBe(1),
            progress => progress.ItemsPerSecond.ShouldBeGreaterThan(0),
            progress => progress.TimeLeft.ShouldBe(TimeSpan.Zero));
        heard.Count(heardEvent => heardEvent.Ended is not null).ShouldBe(1);
        heard[^1].Ended!.Counts.Added.ShouldBe(1);
        ingest.Articles().Single().Title.ShouldBe("Title");
    }

    [Fact]
    public async Task A_job_that_runs_when_the_host_stops_waits_again()
    {
        await using var site = await FakeWebsite.StartAsync();
        ingest.Options.AllowedNetworks.Add("127.0.0.0/8");
        site.On("/slow", context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted));
        var job = ingest.Store.Jobs.Enqueue(ArchiveName.Default, new JobRequest { Targets = [site.Url("/slow")] }, "web");
        using var worker = Worker();

        await worker.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => site.Requests.Count > 0);
        await worker.StopAsync(TestContext.Current.CancellationToken);

        ingest.Store.Jobs.Find(job.Number)!.State.ShouldBe(JobState.Queued);
    }

    [Fact]
    public async Task A_cancelled_job_stays_cancelled_and_a_failed_item_can_be_tried_again()
    {
        var path = ingest.Folder.File("in/later.txt");
        var first = await ingest.IngestAsync(path);
        first.Failed.Count.ShouldBe(1);
        ingest.Write("later.txt", "Title\n\nText.");

        ingest.Store.Jobs.Retry(first.Job).ShouldBeTrue();
        var again = ingest.Store.Jobs.TakeNext().ShouldNotBeNull();
        await foreach (var _ in ingest.Pipeline.RunAsync(again, null, TestContext.Current.CancellationToken))
        {
        }

        ingest.Store.Jobs.Find(first.Job)!.ShouldSatisfyAllConditions(job => job.State.ShouldBe(JobState.Done), job => job.Counts.Added.ShouldBe(1), job => job.Counts.Failed.ShouldBe(0));
        var other = ingest.Store.Jobs.Enqueue(ArchiveName.Default, new JobRequest { Targets = [path] }, "web");
        ingest.Store.Jobs.Cancel(other.Number).ShouldBeTrue();
        ingest.Store.Jobs.TakeNext().ShouldBeNull();
        ingest.Store.Jobs.Cancel(other.Number).ShouldBeFalse();
    }

    [Fact]
    public void A_worker_that_has_not_seen_a_pause_and_a_retry_stores_nothing_beside_the_one_that_took_the_job_up()
    {
        var queue = ingest.Store.Jobs;
        var story = new JobDelivery("a", new ArticleDraft(new ArticleContent { Title = "Story", Text = "Text." }), null);
        var earlier = queue.Begin(ArchiveName.Default, new JobRequest { Targets = ["/a"] }, "terminal");
        queue.Pause(earlier.Number, "paused by the operator");
        queue.Retry(earlier.Number);
        var later = queue.TakeNext()!;

        ingest.Store.Store(earlier, [story]).ShouldSatisfyAllConditions(receipt => receipt.Items.ShouldBeEmpty(), receipt => receipt.MayGoOn.ShouldBeFalse());
        queue.Complete(earlier).ShouldBeFalse();

        ingest.Store.Store(later, [story]).MayGoOn.ShouldBeTrue();
        queue.Complete(later).ShouldBeTrue();
        queue.Find(later.Number)!.Counts.ShouldBe(new OutcomeCounts(1, 0, 0, 0, 0));
        queue.Items(later.Number).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_job_that_is_done_without_failures_is_not_run_again()
    {
        var done = await ingest.IngestAsync(ingest.Write("story.txt", "Title\n\nText."));

        ingest.Store.Jobs.Retry(done.Job).ShouldBeFalse();

        ingest.Store.Jobs.Find(done.Job)!.State.ShouldBe(JobState.Done);
    }

    [Fact]
    public async Task A_job_that_was_told_to_try_again_goes_on_with_the_same_ingest()
    {
        var path = ingest.Folder.File("in/later.txt");
        var first = await ingest.IngestAsync(path);
        ingest.Write("later.txt", "Title\n\nText.");
        ingest.Store.Jobs.Retry(first.Job).ShouldBeTrue();

        var again = await ingest.IngestAsync(path);

        again.Job.ShouldBe(first.Job);
        (again.Added, again.Failed.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void Urgent_jobs_go_first_and_a_requester_s_open_jobs_are_counted()
    {
        var request = new JobRequest { Targets = ["/a"] };
        ingest.Store.Jobs.Enqueue(ArchiveName.Default, request, "guild 1");
        var urgent = ingest.Store.Jobs.Enqueue(ArchiveName.Default, request, "guild 2", priority: 5);

        ingest.Store.Jobs.TakeNext()!.Number.ShouldBe(urgent.Number);
        ingest.Store.Jobs.CountOpen("guild 1").ShouldBe(1);
        ingest.Store.Jobs.CountOpen("guild 3").ShouldBe(0);
    }

    [Fact]
    public void One_server_s_many_jobs_keep_no_other_waiting_and_take_no_more_than_their_share()
    {
        var request = new JobRequest { Targets = ["/a"] };
        var (jobs, archive) = (ingest.Store.Jobs, ArchiveName.Default);
        var many = Enumerable.Range(0, 3).Select(_ => jobs.Enqueue(archive, request, "guild 1").Number).ToList();
        var other = jobs.Enqueue(archive, request, "guild 2").Number;
        var operators = Enumerable.Range(0, 2).Select(_ => jobs.Enqueue(archive, request, "terminal").Number).ToList();

        var taken = Enumerable.Range(0, 5).Select(_ => jobs.TakeNext(mostPerGuild: 1)?.Number).ToList();

        taken.ShouldBe([many[0], other, operators[0], operators[1], null]);
        jobs.Complete(jobs.Find(many[0])!);
        jobs.TakeNext(mostPerGuild: 1)!.Number.ShouldBe(many[1]);
    }

    [Fact]
    public async Task Another_process_hands_its_request_to_the_host_and_sees_the_end_of_it()
    {
        var path = ingest.Write("a.txt", "Title\n\nText.");
        using var worker = Worker();
        await worker.StartAsync(TestContext.Current.CancellationToken);
        using var reader = ArchiveStore.Open(ingest.Store.Folder, StoreAccess.Read, TimeProvider.System);

        var (job, summary) = await new IngestHandover(reader, TimeProvider.System).RunAsync(
            new IngestRequest { Archive = ArchiveName.Default, Targets = [path] }, progress: null, TestContext.Current.CancellationToken);
        await worker.StopAsync(TestContext.Current.CancellationToken);

        job.State.ShouldBe(JobState.Done);
        (summary.Added, summary.Articles.Count()).ShouldBe((1, 1));
        Should.Throw<InvalidOperationException>(() => reader.Jobs.TakeNext());
    }

    [Fact]
    public async Task Who_waits_for_a_host_that_is_gone_does_not_wait_for_ever()
    {
        ingest.Store.Dispose();
        using var reader = ArchiveStore.Open(ingest.Folder.File("data"), StoreAccess.Read, TimeProvider.System);
        var clock = new FakeTimeProvider();

        var waiting = new IngestHandover(reader, clock).RunAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [ingest.Write("a.txt", "T")] }, progress: null, TestContext.Current.CancellationToken);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await waiting).Job.State.ShouldBe(JobState.Queued);
    }

    private IngestWorker Worker()
    {
        var fetcher = new WebFetcher(ingest.Options, TimeProvider.System);
        var feeds = new FeedPoller(ingest.Store, fetcher, new FormatReader(ingest.Options), TimeProvider.System, Random.Shared, NullLogger<FeedPoller>.Instance);
        return new IngestWorker(ingest.Store, ingest.Pipeline, feeds, ingest.Events, ingest.Options, TimeProvider.System, NullLogger<IngestWorker>.Instance);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var waited = 0; waited < 600 && !condition(); waited++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        condition().ShouldBeTrue();
    }
}
