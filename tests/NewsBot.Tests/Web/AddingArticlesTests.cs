using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Jobs;
using NewsBot.Web.Administration;

namespace NewsBot.Tests.Web;

public sealed class AddingArticlesTests
{
    private static readonly byte[] Story = Encoding.UTF8.GetBytes(
        "Ferry timetable changes\n\nThe ferry to Hollen leaves at noon from Monday, the harbour office said. Captain Ines Calder will steer it.\n");

    [Fact]
    public async Task An_uploaded_file_becomes_an_article_by_a_job_and_the_file_is_gone_afterwards()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge], more: services => services.AddIngestWorker());

        var page = await admin.UploadAsync("default", ("ferry.txt", Story));

        page.ShouldContain("reads 1 uploaded file into the archive default");
        await UntilAsync(() => admin.Store.Jobs.List().Single().State == JobState.Done);
        admin.Store.Jobs.List().Single().Counts.Added.ShouldBe(1);
        await UntilAsync(() => FilesIn(admin) == 0);
        admin.Store.Readers.Audit(1).Single().Action.ShouldBe("ingest");
    }

    [Fact]
    public async Task What_no_reader_of_articles_reads_is_refused_by_its_bytes_and_nothing_stays()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        var picture = new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1 };

        var page = await admin.UploadAsync("default", ("ferry.txt", Story), ("article.html", picture));

        page.ShouldContain("“article.html” is none of the kinds that hold articles");
        admin.Store.Jobs.List().ShouldBeEmpty();
        FilesIn(admin).ShouldBe(0);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("..\\..\\windows.txt")]
    [InlineData(".hidden")]
    [InlineData("a name with spaces and ünicode.txt")]
    public async Task A_name_never_leads_out_of_the_folder_of_uploads(string name)
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);

        await admin.UploadAsync("default", (name, Story));

        var path = admin.Store.Jobs.List().Single().Request.Targets.Single();
        Path.GetFullPath(path).ShouldStartWith(Path.Combine(admin.Store.Folder, "uploads"));
        Path.GetFileName(path).ShouldStartWith("1-");
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task An_upload_beyond_the_limit_is_refused_and_nothing_stays()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:UploadMegabytes"] = "1" });

        string page;
        try
        {
            page = await admin.UploadAsync("default", ("large.txt", Encoding.ASCII.GetBytes(new string('a', 3 * 1024 * 1024))));
        }
        catch (HttpRequestException)
        {
            // The server may hang up before all was sent; the next page has the reason.
            page = await admin.GetAsync("/admin/ingest");
        }

        page.ShouldContain("larger than Web:UploadMegabytes allows");
        admin.Store.Jobs.List().ShouldBeEmpty();
        FilesIn(admin).ShouldBe(0);
    }

    [Fact]
    public async Task Without_the_sessions_token_no_file_is_taken()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        using var form = new MultipartFormDataContent { { new StringContent("forged"), "token" }, { new ByteArrayContent(Story), "files", "ferry.txt" } };

        using var response = await admin.Web.Client.PostAsync("/admin/ingest/files", form);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        FilesIn(admin).ShouldBe(0);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_taken_in_and_the_page_says_why()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        admin.Store.LimitSize(1);
        await Task.Delay(1, TestContext.Current.CancellationToken);

        using var response = await admin.Web.Client.PostAsync("/admin/feeds/add", new FormUrlEncodedContent([new("token", admin.Token), new("url", "https://herald.example/feed")]));

        // The look at the disk is at most ten seconds old, so the first write may still be tried; either way nothing is stored and it is said.
        ((int)response.StatusCode).ShouldBeOneOf(503, 507, 303);
        admin.Store.Feeds.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task Addresses_become_one_job_and_what_is_none_is_refused()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);

        (await admin.SendAsync("/admin/ingest/addresses", ("archive", "board"), ("kind", "feed"), ("addresses", "https://herald.example/feed\r\nhttps://tribune.example/feed\n")))
            .ShouldContain("will read 2 addresses into the archive board");
        (await admin.SendAsync("/admin/ingest/addresses", ("archive", "board"), ("kind", "auto"), ("addresses", "file:///etc/passwd"))).ShouldContain("Nothing was added");
        (await admin.SendAsync("/admin/ingest/addresses", ("archive", "Bad Name"), ("kind", "auto"), ("addresses", "https://a.example/"))).ShouldContain("Nothing was added");

        var job = admin.Store.Jobs.List().ShouldHaveSingleItem();
        job.Request.Targets.Count.ShouldBe(2);
        job.Request.Kind.ShouldBe("feed");
    }

    [Fact]
    public async Task Jobs_are_steered_and_their_failures_shown()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        await admin.SendAsync("/admin/ingest/addresses", ("archive", "default"), ("kind", "auto"), ("addresses", "https://herald.example/a"));

        (await admin.SendAsync("/admin/jobs/steer", ("job", "1"), ("do", "pause"))).ShouldContain("Job 1: pause.");
        admin.Store.Jobs.Find(1)!.State.ShouldBe(JobState.Paused);
        (await admin.SendAsync("/admin/jobs/steer", ("job", "1"), ("do", "retry"))).ShouldContain("Queued");
        (await admin.SendAsync("/admin/jobs/steer", ("job", "1"), ("do", "cancel"))).ShouldContain("Cancelled");
        (await admin.SendAsync("/admin/jobs/steer", ("job", "1"), ("do", "dance"))).ShouldContain("Nothing was changed");
        (await admin.GetAsync("/admin/jobs/1")).ShouldContain("https://herald.example/a");
        (await admin.Web.GetAsync("/admin/jobs/99")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_watches_sees_jobs_go_on()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        var job = admin.Store.Jobs.Begin(ArchiveName.Default, new JobRequest { Targets = ["https://herald.example/a"] }, "web");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/jobs/events");
        using var response = await admin.Web.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await stream.ReadLineAsync()).ShouldBe("event: begun");

        // The listener stands in line once the stream has begun, or a moment later.
        var events = admin.Web.Services.GetRequiredService<JobEvents>();
        var reading = ReadUntilAsync(stream, "Running");
        while (!reading.IsCompleted)
        {
            events.Report(new IngestProgress(job.Number, job.Counts, 50, 100));
            await Task.WhenAny(reading, Task.Delay(20));
        }

        (await reading).ShouldContain($"id=\"job-{job.Number}\"");
    }

    [Fact]
    public async Task Without_a_session_nobody_watches_jobs()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync("/admin/jobs/events")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Feeds_are_added_listed_and_removed()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);

        (await admin.SendAsync("/admin/feeds/add", ("url", "https://herald.example/feed"), ("archive", "default"), ("every", "1h"))).ShouldContain("is looked at every hour");
        (await admin.SendAsync("/admin/feeds/add", ("url", "javascript:alert(1)"), ("archive", "default"), ("every", "1h"))).ShouldContain("Nothing was added");
        (await admin.GetAsync("/admin/feeds")).ShouldContain("https://herald.example/feed");
        (await admin.SendAsync("/admin/feeds/remove", ("feed", "1"))).ShouldContain("looked at no more");

        admin.Store.Feeds.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_an_earlier_run_left_go_when_their_job_has_ended()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge]);
        await admin.UploadAsync("default", ("ferry.txt", Story));
        var uploads = admin.Web.Services.GetRequiredService<Uploads>();

        uploads.Sweep();
        FilesIn(admin).ShouldBe(1, "the job still waits");
        admin.Store.Jobs.Cancel(1);
        uploads.Sweep();

        FilesIn(admin).ShouldBe(0);
    }

    private static int FilesIn(SignedInWeb admin)
    {
        var folder = Path.Combine(admin.Store.Folder, "uploads");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
    }

    private static async Task<string> ReadUntilAsync(StreamReader stream, string wanted)
    {
        var read = new StringBuilder();
        while (!read.ToString().Contains(wanted, StringComparison.Ordinal) && await stream.ReadLineAsync() is { } line)
        {
            read.AppendLine(line);
        }

        return read.ToString();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
