using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Scheduling;

namespace NewsBot.Tests.Ingestion.Scheduling;

public sealed class FeedPollerTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero));
    private FakeWebsite site = null!;
    private ArchiveStore store = null!;
    private WebFetcher fetcher = null!;
    private FeedPoller poller = null!;

    public async ValueTask InitializeAsync()
    {
        site = await FakeWebsite.StartAsync();
        store = ArchiveStore.Open(folder.Path, StoreAccess.Write, clock);
        var options = new IngestionOptions { AllowedNetworks = ["127.0.0.0/8"], FetchRetries = 0, HostDelayMilliseconds = 0 };
        fetcher = new WebFetcher(options, clock);
        poller = new FeedPoller(store, fetcher, new FormatReader(options), clock, Random.Shared, NullLogger<FeedPoller>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        store.Dispose();
        folder.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public void Two_ways_to_write_an_address_are_one_feed()
    {
        var first = store.Feeds.Add(ArchiveName.Default, "https://news.example/feed", TimeSpan.FromMinutes(15), "terminal");

        store.Feeds.Add(ArchiveName.Default, "HTTPS://News.example:443/feed", TimeSpan.FromHours(1), "terminal").Number.ShouldBe(first.Number);
    }

    [Fact]
    public async Task A_feed_with_news_becomes_a_job_and_waits_for_its_interval()
    {
        site.Serve("/feed", Rss("one", "two"), "application/rss+xml");
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(15), "terminal");

        (await PollAsync()).ShouldBe(1);
        (await PollAsync()).ShouldBe(0);

        var feed = store.Feeds.List().Single();
        feed.Message.ShouldBe("2 new of 2 entries");
        feed.LastSuccessAt.ShouldBe(clock.GetUtcNow());
        (feed.NextAt - clock.GetUtcNow()).TotalMinutes.ShouldBeInRange(13.5, 16.5);
        var job = store.Jobs.List().Single();
        (job.Request.Kind, job.Request.OnlyNew, job.RequestedBy).ShouldBe(("feed", true, "feed 1"));
    }

    [Fact]
    public async Task A_defect_in_reading_one_feed_stops_neither_the_others_nor_the_host()
    {
        site.Serve("/feed", Rss("one"), "application/rss+xml");
        site.Serve("/other", Rss("two"), "application/rss+xml");
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(15), "terminal");
        store.Feeds.Add(ArchiveName.Default, site.Url("/other"), TimeSpan.FromMinutes(15), "terminal");
        var defective = new FeedPoller(store, fetcher, new FormatReader(new IngestionOptions()), clock, new BrokenOnce(), NullLogger<FeedPoller>.Instance);

        await defective.PollAsync(TestContext.Current.CancellationToken);

        store.Feeds.List().Select(feed => (feed.Failures, feed.Message)).ShouldBe(
        [
            (1, "reading it failed inside NewsBot (TimeoutException); the log has the details, please report them"),
            (0, "1 new of 1 entry"),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_feed_whose_server_takes_its_time_does_not_keep_the_others_waiting()
    {
        var isOtherRead = new TaskCompletionSource();
        site.On("/slow", async context =>
        {
            await isOtherRead.Task.WaitAsync(context.RequestAborted);
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Rss("one")));
        });
        site.On("/other", async context =>
        {
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Rss("two")));
            isOtherRead.TrySetResult();
        });
        store.Feeds.Add(ArchiveName.Default, site.Url("/slow"), TimeSpan.FromMinutes(15), "terminal");
        store.Feeds.Add(ArchiveName.Default, site.Url("/other"), TimeSpan.FromMinutes(15), "terminal");

        (await PollAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Entries_that_the_archive_has_are_no_news()
    {
        site.Serve("/feed", Rss("one"), "application/rss+xml");
        store.Store(ArchiveName.Default, [new ArticleContent { Title = "One", Text = "Text.", Url = site.Url("/one") }]);
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(15), "terminal");

        (await PollAsync()).ShouldBe(0);

        store.Jobs.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task Entries_without_an_address_are_news_only_until_the_archive_has_their_text()
    {
        const string note = "<item><title>Ferry</title><description>The ferry to Ostrey runs every hour again since Monday morning, the harbour office said.</description></item>";
        site.Serve("/feed", $"<rss version='2.0'><channel><title>Notes</title>{note}<item><title>Nothing but a title</title></item></channel></rss>", "application/rss+xml");
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(15), "terminal");
        (await PollAsync()).ShouldBe(1);
        store.Feeds.List().Single().Message.ShouldBe("1 new of 2 entries");

        store.Store(ArchiveName.Default, [new ArticleContent { Title = "Ferry", Text = "The ferry to Ostrey runs every hour again since Monday morning, the harbour office said." }]);
        clock.Advance(TimeSpan.FromMinutes(20));

        (await PollAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_server_is_asked_only_for_changes()
    {
        site.On("/feed", async context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = "\"v1\"";
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Rss("one")));
        });
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(15), "terminal");

        await PollAsync();
        clock.Advance(TimeSpan.FromMinutes(20));
        await PollAsync();

        store.Feeds.List().Single().Message.ShouldBe("nothing new");
        site.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_feed_that_fails_is_looked_at_less_and_less_often_and_comes_back()
    {
        site.Status("/feed", 500);
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(10), "terminal");
        var pauses = new List<double>();
        for (var look = 0; look < 4; look++)
        {
            await PollAsync();
            var next = store.Feeds.List().Single().NextAt - clock.GetUtcNow();
            pauses.Add(next.TotalMinutes);
            clock.Advance(next);
        }

        pauses.Zip(pauses.Skip(1)).ShouldAllBe(pair => pair.Second > pair.First);
        store.Feeds.List().Single().Message!.ShouldContain("trouble of its own");
        site.Serve("/feed", Rss("one"), "application/rss+xml");
        await PollAsync();
        store.Feeds.List().Single().Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_feed_that_moved_is_followed_and_one_that_was_ended_is_let_go()
    {
        site.Status("/old", 301, ("Location", "/new"));
        site.Serve("/new", Rss("one"), "application/rss+xml");
        site.Status("/ended", 410);
        store.Feeds.Add(ArchiveName.Default, site.Url("/old"), TimeSpan.FromMinutes(15), "terminal");
        store.Feeds.Add(ArchiveName.Default, site.Url("/ended"), TimeSpan.FromMinutes(15), "terminal");

        await PollAsync();

        var feeds = store.Feeds.List();
        feeds[0].Url.ShouldBe(site.Url("/new"));
        store.Readers.Audit(10).ShouldHaveSingleItem().Detail.ShouldBe($"{site.Url("/old")} moved for good to {site.Url("/new")}");
        feeds[1].IsDead.ShouldBeTrue();
        feeds[1].Message.ShouldBe("the server said 410 (gone): the feed was ended for good, so it is looked at no more; 'newsbot feeds remove 2' takes it off the list");
        clock.Advance(TimeSpan.FromDays(2));
        store.Feeds.Due().Select(feed => feed.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task A_feed_that_moved_to_where_another_is_looked_at_is_let_go()
    {
        site.Status("/old", 301, ("Location", "/new"));
        site.Serve("/new", Rss("one"), "application/rss+xml");
        store.Feeds.Add(ArchiveName.Default, site.Url("/new"), TimeSpan.FromMinutes(15), "terminal");
        store.Feeds.Add(ArchiveName.Default, site.Url("/old"), TimeSpan.FromMinutes(15), "terminal");

        await PollAsync();

        var moved = store.Feeds.List()[1];
        (moved.IsDead, moved.Url).ShouldBe((true, site.Url("/old")));
        moved.Message.ShouldBe("it moved for good to the address of feed 1, so it is looked at no more; 'newsbot feeds remove 2' takes it off the list");
        store.Feeds.Due().ShouldBeEmpty();
        store.Readers.Audit(10).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_publisher_who_asks_for_longer_pauses_gets_them()
    {
        site.Serve("/feed", Rss("one").Replace("<title>Feed</title>", "<title>Feed</title><ttl>180</ttl>"), "application/rss+xml");
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(5), "terminal");

        await PollAsync();

        var feed = store.Feeds.List().Single();
        (feed.NextAt - clock.GetUtcNow()).TotalMinutes.ShouldBeGreaterThan(150);
        feed.Message.ShouldBe("1 new of 1 entry (the publisher asks for 180 minutes between two looks)");
    }

    [Fact]
    public async Task A_server_that_says_how_long_nothing_will_change_is_believed()
    {
        site.Status("/feed", 304, ("Cache-Control", "max-age=7200"));
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(5), "terminal");

        await PollAsync();

        (store.Feeds.List().Single().NextAt - clock.GetUtcNow()).TotalMinutes.ShouldBeInRange(108, 132);
    }

    [Fact]
    public async Task A_pause_that_the_operator_chose_is_not_shortened_and_one_that_the_publisher_wants_ends_within_a_day()
    {
        site.Status("/feed", 304, ("Cache-Control", "max-age=31536000"));
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromDays(3), "terminal");
        store.Feeds.Add(ArchiveName.Parse("other"), site.Url("/feed"), TimeSpan.FromMinutes(15), "terminal");

        await PollAsync();

        store.Feeds.List().Select(feed => Math.Round((feed.NextAt - clock.GetUtcNow()).TotalDays)).Order().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task A_feed_that_became_a_page_says_so()
    {
        site.Serve("/feed", "<html><body>We have moved</body></html>");
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(5), "terminal");

        await PollAsync();

        store.Feeds.List().Single().Message.ShouldNotBeNull().ShouldStartWith("a web page came, not a feed");
    }

    [Fact]
    public async Task A_feed_without_a_byte_says_so()
    {
        site.Serve("/feed", "");
        store.Feeds.Add(ArchiveName.Default, site.Url("/feed"), TimeSpan.FromMinutes(5), "terminal");

        await PollAsync();

        store.Feeds.List().Single().Message.ShouldBe("nothing came where a feed should be; try again later, or check the address in a browser");
    }

    [Fact]
    public void Intervals_beyond_reason_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => store.Feeds.Add(ArchiveName.Default, "https://example.org/feed", TimeSpan.FromSeconds(5), "terminal")).Message.ShouldContain("15m, 2h or 1d");

    private Task<int> PollAsync() => poller.PollAsync(TestContext.Current.CancellationToken);

    private string Rss(params string[] names) =>
        "<rss version=\"2.0\"><channel><title>Feed</title>" + string.Concat(names.Select(name => $"<item><title>{name}</title><link>{site.Url("/" + name)}</link></item>")) + "</channel></rss>";

    /// <summary>Stands for any defect of ours: it throws when it is first asked.</summary>
    private sealed class BrokenOnce : Random
    {
        private int asked;

        public override double NextDouble() => Interlocked.Increment(ref asked) == 1 ? throw new TimeoutException() : .5;
    }
}
