using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Ingestion.Fetching;

public sealed class WebIngestTests : IAsyncLifetime
{
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
    public async Task A_page_is_fetched_extracted_and_kept_under_its_address()
    {
        site.Serve("/plan", FakeWebsite.ArticlePage("Plan approved", 12));

        var summary = await ingest.IngestAsync(site.Url("/plan"));

        summary.Failed.ShouldBeEmpty();
        var article = ingest.Articles().Single();
        article.Title.ShouldBe("Plan approved");
        article.Url.ShouldBe(site.Url("/plan"));
        article.Text.ShouldContain("approved plan number 12");
        site.Requests.Single().Headers["User-Agent"].ShouldStartWith("NewsBot/");
    }

    [Fact]
    public async Task A_page_cannot_pass_itself_off_as_an_article_of_another_site()
    {
        site.Serve("/fake", FakeWebsite.ArticlePage("Fake", 3).Replace("</head>", "<link rel=\"canonical\" href=\"https://www.herald.example/real\"></head>"));
        site.Serve("/own", FakeWebsite.ArticlePage("Own", 700).Replace("</head>", $"<link rel=\"canonical\" href=\"{site.Url("/true")}\"></head>"));

        await ingest.IngestAsync(site.Url("/fake"), site.Url("/own"));

        ingest.Articles().Select(article => article.Url).ShouldBe([site.Url("/fake"), site.Url("/true")]);
    }

    [Fact]
    public async Task A_changed_page_is_a_new_version()
    {
        site.Serve("/plan", FakeWebsite.ArticlePage("Plan approved", 12));
        await ingest.IngestAsync(site.Url("/plan"));
        site.Serve("/plan", FakeWebsite.ArticlePage("Plan approved", 14));

        (await ingest.IngestAsync(site.Url("/plan"))).Updated.ShouldBe(1);

        ingest.Articles().Single().Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_is_gone_leaves_the_archive_and_a_tombstone()
    {
        site.Serve("/plan", FakeWebsite.ArticlePage("Plan approved", 12));
        await ingest.IngestAsync(site.Url("/plan"));
        var id = ingest.Articles().Single().Id;
        site.Status("/plan", 410);

        var summary = await ingest.IngestAsync(site.Url("/plan"));

        summary.Failed.Single().Reason.ShouldStartWith("the server said 410 (gone): the page was withdrawn for good; leave it out. ");
        summary.Failed.Single().Reason.ShouldEndWith($"article '{id}', which was taken out; old citations of it say that it was withdrawn");
        ingest.Articles().ShouldBeEmpty();
        ingest.Store.FindTombstone(ArchiveName.Default, id)!.Reason.ShouldContain("withdrawn");
    }

    [Theory]
    [InlineData(401, "needs a login")]
    [InlineData(403, "save the page in your browser")]
    [InlineData(404, "check the address")]
    [InlineData(410, "withdrawn for good")]
    [InlineData(429, "try again later")]
    [InlineData(500, "trouble of its own")]
    [InlineData(503, "trouble of its own")]
    public async Task Each_refusal_of_a_server_says_what_to_do(int status, string remedy)
    {
        ingest.Options.FetchRetries = 0;
        site.Status("/page", status);

        (await FailureOf("/page")).ShouldContain(remedy);
    }

    [Theory]
    [InlineData(429, "3600", "try again in 60 minutes, as it asks")]
    [InlineData(503, "7205", "try again in 3 hours, as it asks")]
    [InlineData(429, "nonsense", "try again later")]
    public async Task A_server_that_says_when_to_come_back_is_quoted(int status, string wait, string remedy)
    {
        site.Status("/story", status, ("Retry-After", wait));

        (await ingest.IngestAsync(site.Url("/story"))).Failed.Single().Reason.ShouldEndWith(remedy);
    }

    [Fact]
    public async Task A_page_whose_sending_breaks_off_is_not_kept()
    {
        site.On("/half", async context =>
        {
            context.Response.ContentLength = 50_000;
            await context.Response.WriteAsync(FakeWebsite.ArticlePage("Half", 5));
        });

        var summary = await ingest.IngestAsync(site.Url("/half"));

        (summary.Added, summary.Failed.Single().Reason).ShouldBe((0, "the server broke off in the middle; try again later"));
    }

    [Fact]
    public async Task A_packed_page_that_was_cut_off_is_not_kept()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(FakeWebsite.ArticlePage("Cut", 5)));
        }

        site.On("/cut", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray().AsMemory(..^40));
        });

        var summary = await ingest.IngestAsync(site.Url("/cut"));

        (summary.Added, summary.Failed.Single().Reason).ShouldBe((0, "it is damaged or ends in the middle; fetch it again"));
    }

    [Fact]
    public async Task A_connection_that_is_closed_without_an_answer_says_so()
    {
        site.On("/reset", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        (await ingest.IngestAsync(site.Url("/reset"))).Failed.Single().Reason.ShouldBe("the server closed the connection without an answer; try again later");
    }

    [Fact]
    public async Task A_server_without_encryption_says_which_address_to_try()
    {
        var summary = await ingest.IngestAsync(site.Url("/story").Replace("http:", "https:"));

        summary.Failed.Single().Reason.ShouldContain("what answers does not speak TLS); check the address and whether it begins with http or https");
    }

    [Fact]
    public async Task A_robots_txt_that_does_not_unpack_forbids_nothing()
    {
        site.Serve("/story", FakeWebsite.ArticlePage("Story", 5));
        site.On("/robots.txt", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.WriteAsync("User-agent: *");
        });

        (await ingest.IngestAsync(site.Url("/story"))).Added.ShouldBe(1);
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_after_the_time_the_server_asks_for()
    {
        var tries = 0;
        site.On("/page", async context =>
        {
            if (tries++ == 0)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "0";
                return;
            }

            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(FakeWebsite.ArticlePage("Second try", 3));
        });

        (await ingest.IngestAsync(site.Url("/page"))).Added.ShouldBe(1);
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        ingest.Options.FetchTimeoutSeconds = 1;
        ingest.Options.FetchRetries = 0;
        site.On("/page", context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted));

        (await FailureOf("/page")).ShouldContain("did not answer within 1 seconds");
    }

    [Fact]
    public async Task Redirects_are_followed_and_circles_are_noticed()
    {
        site.Status("/old", 301, ("Location", "/new"));
        site.Serve("/new", FakeWebsite.ArticlePage("Moved", 5));
        site.Status("/circle", 302, ("Location", "/circle"));

        await ingest.IngestAsync(site.Url("/old"));

        ingest.Articles().Single().Url.ShouldBe(site.Url("/new"));
        (await FailureOf("/circle")).ShouldContain("in circles");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "not public")]
    [InlineData("http://[::ffff:10.0.0.1]/", "not public")]
    [InlineData("file:///etc/passwd", "'file' addresses are not fetched")]
    [InlineData("gopher://127.0.0.1/", "'gopher' addresses are not fetched")]
    public async Task A_redirect_into_the_network_is_refused_like_a_first_address(string target, string reason)
    {
        site.Status("/away", 302, ("Location", target));

        (await FailureOf("/away")).ShouldContain(reason);
    }

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127.1/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://ｌｏｃａｌｈｏｓｔ/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    public async Task Loopback_is_refused_however_it_is_written(string url)
    {
        ingest.Options.AllowedNetworks.Clear();

        var summary = await ingest.IngestAsync(url);

        summary.Failed.Single().Reason.ShouldContain("not public");
    }

    [Fact]
    public async Task Robots_txt_is_kept()
    {
        site.Serve("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain");
        site.Serve("/private/page", FakeWebsite.ArticlePage("Secret", 1));

        (await FailureOf("/private/page")).ShouldContain("robots.txt");
        site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_whose_robots_txt_is_broken_is_left_alone()
    {
        site.Status("/robots.txt", 500);
        site.Serve("/page", FakeWebsite.ArticlePage("Page", 1));

        (await FailureOf("/page")).ShouldContain("robots.txt");
    }

    [Fact]
    public async Task What_is_no_article_says_so()
    {
        site.Serve("/picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0], "image/png");
        site.Serve("/empty", "");

        (await FailureOf("/picture.png")).ShouldContain("no kind of file that ingest reads");
        (await FailureOf("/empty")).ShouldContain("empty");
        (await FailureOf("/nowhere")).ShouldContain("404");
    }

    [Fact]
    public async Task A_page_that_is_too_large_or_a_bomb_is_refused()
    {
        ingest.Options.MaximumDocumentBytes = 100_000;
        ingest.Options.MaximumUnpackingRatio = 50;
        site.Serve("/large", "<html><body>" + new string('x', 200_000));
        site.On("/bomb", async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.SmallestSize);
            await packed.WriteAsync("{\"text\":\""u8.ToArray());
            for (var i = 0; i < 40; i++)
            {
                await packed.WriteAsync(new byte[1_000_000]);
            }
        });

        (await FailureOf("/large")).ShouldContain("larger than 97.7 KB");
        ingest.Options.MaximumDocumentBytes = 100_000_000;
        (await FailureOf("/bomb")).ShouldContain("MaximumUnpackingRatio");
    }

    [Fact]
    public async Task A_feed_is_read_through_the_pages_it_links_to_and_its_own_text_stands_in_for_a_missing_page()
    {
        site.Serve("/one", FakeWebsite.ArticlePage("One", 1));
        site.Status("/two", 404);
        site.Serve("/feed", $"""
            <rss version="2.0"><channel><title>Harbor feed</title><link>{site.Address}</link>
            <item><title>One</title><link>{site.Url("/one")}</link></item>
            <item><title>Two</title><link>/two</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>The second story stands in the feed alone.</description></item>
            <item><title>Three</title><link>{site.Url("/three")}</link></item>
            </channel></rss>
            """, "application/rss+xml");

        var summary = await ingest.IngestAsync(site.Url("/feed"));

        summary.Added.ShouldBe(2);
        summary.Failed.Single().ShouldSatisfyAllConditions(failure => failure.Item.ShouldBe(site.Url("/three")), failure => failure.Reason.ShouldContain("404"));
        var two = ingest.Articles().Single(article => article.Title == "Two");
        two.Url.ShouldBe(site.Url("/two"));
        two.Source.ShouldBe("Harbor feed");
        two.Content.IsTruncated.ShouldBeTrue();
    }

    private async Task<string> FailureOf(string path) => (await ingest.IngestAsync(site.Url(path))).Failed.Single().Reason;
}
