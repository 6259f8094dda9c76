using System.Diagnostics;
using NewsBot.Archive;
using NewsBot.Retrieval;
using static NewsBot.Tests.Retrieval.Qdrant.QdrantArchive;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>A server that is away, slow, busy or forgetful loses nothing: the store's log is the outbox.</summary>
public class QdrantFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_server_is_away_articles_wait_in_the_store_and_are_indexed_when_it_is_back()
    {
        await using var archive = await StartAsync(options => options.Retries = 0);
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.IsUnavailable = true;
        archive.Put(Article("late", "A lighthouse was built."));

        var failure = await Should.ThrowAsync<IndexUnavailableException>(archive.CatchUpAsync);
        failure.Message.ShouldContain("Qdrant:Endpoint");
        archive.Index.BacklogOf(ArchiveName.Default).IsBehind.ShouldBeTrue();

        archive.Server.Faults.IsUnavailable = false;
        (await archive.CatchUpAsync()).ShouldBe(archive.Store.LastSequence(ArchiveName.Default));
        (await archive.FoundAsync("lighthouse")).ShouldBe(["late"]);
        archive.Index.BacklogOf(ArchiveName.Default).IsBehind.ShouldBeFalse();
    }

    [Fact]
    public async Task An_outage_is_never_shown_as_nothing_found()
    {
        await using var archive = await StartAsync(options => options.Retries = 0);
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.IsUnavailable = true;

        await Should.ThrowAsync<IndexUnavailableException>(() => archive.FoundAsync("topic1"));
    }

    [Fact]
    public async Task A_call_that_meets_a_broken_connection_is_made_again()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.RefuseNext(2);

        (await archive.FoundAsync("topic1")).ShouldBe(["a1"]);
    }

    [Fact]
    public async Task A_rate_limit_that_names_a_short_pause_is_waited_for()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.ExhaustNext(1, retryAfterSeconds: 0);

        (await archive.FoundAsync("topic1")).ShouldBe(["a1"]);
    }

    [Fact]
    public async Task A_rate_limit_that_names_a_minute_is_told_at_once()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.ExhaustNext(1, retryAfterSeconds: 60);

        (await Should.ThrowAsync<IndexUnavailableException>(() => archive.FoundAsync("topic1"))).Message.ShouldContain("rate");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_given_up()
    {
        await using var archive = await StartAsync(options => (options.Retries, options.DeadlineSeconds) = (0, 1));
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.Delay = TimeSpan.FromMinutes(1);

        (await Should.ThrowAsync<IndexUnavailableException>(() => archive.FoundAsync("topic1"))).Message.ShouldContain("Qdrant:DeadlineSeconds");
    }

    [Fact]
    public async Task A_server_that_fails_most_calls_is_left_alone_for_a_while()
    {
        await using var archive = await StartAsync(options => options.Retries = 0);
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.IsUnavailable = true;
        for (var i = 0; i < 100; i++)
        {
            await Should.ThrowAsync<IndexUnavailableException>(() => archive.FoundAsync("topic1"));
        }

        archive.Server.Calls.Count(call => call.Method == "Points/Query").ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_batch_that_broke_half_way_is_written_once_more()
    {
        await using var archive = await StartAsync(options => options.Retries = 0);
        archive.Put(Articles(40));
        archive.Server.Faults.BreakNextUpsertHalfWay();

        await Should.ThrowAsync<IndexUnavailableException>(archive.CatchUpAsync);
        await archive.CatchUpAsync();

        (await archive.Index.VerifyAsync(ArchiveName.Default, repair: false, Cancellation)).IsSound.ShouldBeTrue();
        (await archive.FoundAsync("topic39")).ShouldBe(["a39"]);
    }

    [Fact]
    public async Task After_the_server_lost_its_data_everything_is_built_from_the_store()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(5));
        archive.Server.LoseAllData();

        (await Should.ThrowAsync<IndexUnavailableException>(() => archive.FoundAsync("topic3"))).Message.ShouldContain("reindex");
        await archive.CatchUpAsync();

        (await archive.FoundAsync("topic3")).ShouldBe(["a3"]);
        archive.Index.ArticleCount(ArchiveName.Default).ShouldBe(5);
    }

    [Fact]
    public async Task A_program_that_lost_its_statistics_builds_anew()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(5));
        await using var other = await StartAsync();
        other.Put(Articles(2));
        using var index = Open(archive.Server, other.Store, other.Store.Folder);

        await index.CatchUpAsync(ArchiveName.Default, Cancellation);

        (await index.VerifyAsync(ArchiveName.Default, repair: false, Cancellation)).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancelling_a_search_under_way_is_its_own_outcome()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(3));
        archive.Server.Faults.Delay = TimeSpan.FromMinutes(1);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await archive.Index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = "topic1", AsOf = Now }, cancellation.Token));
    }

    [Fact]
    public async Task Every_call_is_traced()
    {
        var operations = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "NewsBot.Retrieval.Qdrant",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (operations)
                {
                    operations.Add(activity.OperationName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(2));
        await archive.FoundAsync("topic1");

        lock (operations)
        {
            operations.ShouldContain("Points/Upsert");
            operations.ShouldContain("Points/Query");
        }
    }
}
