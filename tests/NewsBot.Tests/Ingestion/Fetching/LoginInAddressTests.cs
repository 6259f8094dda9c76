using Microsoft.AspNetCore.Http;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Ingestion.Fetching;

public sealed class LoginInAddressTests : IAsyncLifetime
{
    private const string Secret = "s3cret";

    private readonly IngestFixture ingest = new();
    private FakeWebsite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await FakeWebsite.StartAsync();
        ingest.Options.AllowedNetworks.Add("127.0.0.0/8");
    }

    public async ValueTask DisposeAsync()
    {
        ingest.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_page_behind_a_login_is_fetched_with_it_and_kept_without_it()
    {
        site.On("/members", async context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Basic YWRhOnMzY3JldA==" ? 200 : 401;
            await context.Response.WriteAsync(FakeWebsite.ArticlePage("Members only", 12));
        });
        site.Status("/old", 301, ("Location", "/members"));

        var summary = await ingest.IngestAsync(WithLogin("/old"));

        summary.Added.ShouldBe(1);
        ingest.Articles().Single().Url.ShouldBe(site.Url("/members"));
    }

    [Fact]
    public async Task A_login_is_sent_to_no_other_server()
    {
        await using var other = await FakeWebsite.StartAsync();
        other.Serve("/plan", FakeWebsite.ArticlePage("Plan", 12));
        site.Status("/old", 302, ("Location", other.Url("/plan")));

        await ingest.IngestAsync(WithLogin("/old"));

        other.Requests.Single().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task What_is_told_of_a_job_shows_no_login()
    {
        site.Status("/page", 404);
        site.Serve("/feed", """<rss version="2.0"><channel><title>F</title><item><title>No link</title></item></channel></rss>""", "application/rss+xml");

        var summary = await ingest.IngestAsync(WithLogin("/page"), WithLogin("/feed"), "ftp://ada:s3cret@host.example/a");

        var job = ingest.Store.Jobs.Find(summary.Job)!;
        summary.Failed.Count.ShouldBe(3);
        string.Join(' ', [.. job.Request.ShownTargets, .. summary.Failed.Select(failed => failed.Item + failed.Reason)]).ShouldNotContain(Secret);
        job.Request.Targets[0].ShouldContain(Secret, customMessage: "the fetch needs it");
    }

    [Fact]
    public void The_record_of_administration_and_the_list_of_feeds_show_no_login()
    {
        var feed = ingest.Store.Feeds.Add(ArchiveName.Default, WithLogin("/feed"), TimeSpan.FromHours(1), "terminal");
        ingest.Store.Readers.Add(new AuditEntry(DateTimeOffset.UnixEpoch, "", "terminal", "feeds add", $"feed {feed.Number}: {feed.Url} every 1h"));

        feed.ShownUrl.ShouldBe(site.Url("/feed").Replace("://", "://***@"));
        ingest.Store.Readers.Audit(1).Single().Detail.ShouldBe($"feed 1: {feed.ShownUrl} every 1h");
    }

    private string WithLogin(string path) => site.Url(path).Replace("://", $"://ada:{Secret}@");
}
