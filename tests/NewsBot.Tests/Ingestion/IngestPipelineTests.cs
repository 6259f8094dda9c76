using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion;

public sealed class IngestPipelineTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task The_sample_archive_is_taken_in_completely_with_the_sources_it_states()
    {
        var sample = Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample");

        var summary = await ingest.IngestAsync(sample);

        summary.Failed.ShouldBeEmpty();
        var articles = ingest.Articles();
        articles.Count.ShouldBe(40);
        articles.ShouldAllBe(article => article.Source != null && article.Source.EndsWith("(invented sample)", StringComparison.Ordinal));
        articles.ShouldAllBe(article => article.Title.Length > 0 && article.Text.Length > 0);
    }

    [Fact]
    public async Task Ingesting_twice_changes_nothing()
    {
        ingest.Write("a.txt", "A bridge opens\n\nThe bridge opened on Monday.");
        ingest.Write("b.jsonl", """{"id":"b","title":"B","text":"One."}""" + "\n");

        var first = await ingest.IngestAsync(ingest.Folder.File("in"));
        var last = ingest.Store.LastSequence(ArchiveName.Default);
        var second = await ingest.IngestAsync(ingest.Folder.File("in"));

        first.Added.ShouldBe(2);
        (second.Added, second.Updated, second.Unchanged, second.Duplicates).ShouldBe((0, 0, 2, 0));
        second.Articles.ShouldBe(first.Articles);
        ingest.Store.LastSequence(ArchiveName.Default).ShouldBe(last);
    }

    [Fact]
    public async Task A_job_that_goes_on_does_not_fetch_again_what_it_has()
    {
        ingest.Options.AllowedNetworks.Add("127.0.0.0/8");
        await using var site = await FakeWebsite.StartAsync();
        var pages = Enumerable.Range(1, 3).Select(number => $"/{number}").ToList();
        site.Serve("/pages.txt", string.Join('\n', pages.Select(site.Url)), "text/plain");
        pages.ForEach(page => site.Serve(page, FakeWebsite.ArticlePage("Story " + page, page[1] * 31)));
        site.On("/3", async context => await Task.Delay(Timeout.Infinite, context.RequestAborted));
        var request = new IngestRequest { Archive = ArchiveName.Default, Targets = [site.Url("/pages.txt")] };

        // The third page never comes, so the first two are stored and the job then stops.
        await foreach (var item in ingest.Pipeline.IngestAsync(request, progress: null, TestContext.Current.CancellationToken))
        {
            if (item.Name == site.Url("/2"))
            {
                break;
            }
        }

        site.Serve("/3", FakeWebsite.ArticlePage("Story 3", 500));
        var summary = await ingest.Pipeline.IngestToEndAsync(request, progress: null, TestContext.Current.CancellationToken);

        (summary.Job, summary.Added, summary.Failed.Count).ShouldBe((1, 3, 0));
        site.Requests.Count(seen => seen.Path is "/1" or "/2").ShouldBe(2);
    }

    [Fact]
    public async Task A_disk_that_fills_pauses_the_job_with_the_reason_and_it_goes_on_when_there_is_space()
    {
        var random = new Random(1);
        ingest.Write("a.jsonl", string.Join('\n', Enumerable.Range(0, 6_000).Select(number => $$"""{"id":"{{number}}","title":"Story {{number}}","text":"{{string.Join(' ', Enumerable.Range(0, 60).Select(_ => random.Next()))}}"}""")));
        ingest.Store.LimitSize(1_500);

        var failure = await Should.ThrowAsync<ArchiveUnavailableException>(() => ingest.IngestAsync(ingest.Folder.File("in")));
        var paused = ingest.Store.Jobs.List().Single();
        ingest.Store.LimitSize(1_000_000);
        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        failure.Message.ShouldContain("is full");
        (paused.State, paused.Message).ShouldBe((JobState.Paused, failure.Message + " 'jobs retry' then goes on with the job where it was."));
        (summary.Job, summary.Added, ingest.Articles().Count).ShouldBe((paused.Number, 6_000, 6_000));
    }

    [Fact]
    public async Task One_bad_file_never_stops_the_rest()
    {
        ingest.Write("a.txt", "");
        ingest.Write("b.txt", "Title\n\nText.");
        ingest.Write("c.html", [0, 1, 2, 3, 0, 0, 0, 0]);
        ingest.Write("d.jsonl", "{\"title\":\"no text\"}\nnot json\n[1]\n{\"title\":\"fine\",\"text\":\"Body.\"}\n");

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Added.ShouldBe(2);
        summary.Failed.Select(failure => Path.GetFileName(failure.Item)).ShouldBe(["a.txt", "c.html", "d.jsonl:1", "d.jsonl:2", "d.jsonl:3"]);
    }

    [Fact]
    public async Task The_same_text_under_another_identity_is_kept_and_counted_as_a_duplicate()
    {
        var text = string.Join(' ', Enumerable.Repeat("The council approved the tunnel on Monday after a long debate.", 5));
        ingest.Write("a.jsonl", $$"""
            {"id":"a","title":"Tunnel","text":"{{text}}","source":"Herald"}
            {"id":"b","title":"The tunnel","text":"{{text}}","source":"Courier"}
            """);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        (summary.Added, summary.Duplicates).ShouldBe((1, 1));
        var articles = ingest.Articles();
        articles.Select(article => article.Standing.Cluster).Distinct().Count().ShouldBe(1);
        articles[0].Standing.Cluster.ShouldNotBeNull();
    }

    [Fact]
    public async Task Progress_ends_with_all_bytes_read()
    {
        ingest.Write("a.txt", "Title\n\nText.");
        var seen = new List<IngestProgress>();

        await ingest.Pipeline.IngestToEndAsync(
            new IngestRequest { Archive = ArchiveName.Default, Targets = [ingest.Folder.File("in")] }, new Recorder(seen), TestContext.Current.CancellationToken);

        seen[^1].Fraction.ShouldBe(1);
        seen[^1].Counts.Added.ShouldBe(1);
    }

    [Fact]
    public async Task A_large_document_is_stored_before_the_next_one_is_made_an_article()
    {
        var padding = string.Concat(Enumerable.Repeat("\\u0061", 800_000));
        var path = ingest.Write("large.jsonl", string.Join('\n', Enumerable.Range(0, 3).Select(number => $$"""{"id":"{{number}}","title":"Story {{number}}","text":"{{padding}}"}""")));
        var seen = new List<IngestProgress>();

        await ingest.Pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [path] }, new Recorder(seen), TestContext.Current.CancellationToken);

        seen.Select(progress => progress.Counts.Total).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_job_that_was_stopped_goes_on_where_it_was_and_ends_as_if_it_had_never_stopped()
    {
        var lines = Enumerable.Range(0, 2_500).Select(number => $$"""{"id":"{{number}}","title":"Story {{number}}","text":"Text of story {{number}}."}""");
        var path = ingest.Write("many.jsonl", string.Join('\n', lines));
        var request = new IngestRequest { Archive = ArchiveName.Default, Targets = [path] };

        await foreach (var _ in ingest.Pipeline.IngestAsync(request, null, TestContext.Current.CancellationToken))
        {
            break;
        }

        ingest.Store.Jobs.List().Single().State.ShouldBe(JobState.Paused);
        ingest.Articles().Count.ShouldBe(2_000);
        var summary = await ingest.IngestAsync(path);

        ingest.Store.Jobs.List().Single().State.ShouldBe(JobState.Done);
        (summary.Added, summary.Unchanged, summary.Articles.Count()).ShouldBe((2_500, 0, 2_500));
    }

    [Fact]
    public async Task A_cancelled_ingest_throws_as_cancelled_and_leaves_a_paused_job()
    {
        ingest.Write("a.txt", "Title\n\nText.");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => ingest.Pipeline.IngestToEndAsync(
            new IngestRequest { Archive = ArchiveName.Default, Targets = [ingest.Folder.File("in")] }, null, cancelled.Token));

        ingest.Store.Jobs.List().Single().State.ShouldBe(JobState.Paused);
    }

    private sealed class Recorder(List<IngestProgress> seen) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => seen.Add(value);
    }
}
