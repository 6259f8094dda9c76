using Microsoft.AspNetCore.Http;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Ingestion;

/// <summary>An ingest that somebody pauses from another terminal says that it is not all, and goes on where it was.</summary>
public sealed class PausedIngestTests : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new() { ["NEWSBOT_Ingestion__AllowedNetworks__0"] = "127.0.0.0/8", ["NEWSBOT_Ingestion__HostDelayMilliseconds"] = "0" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_ingest_that_was_paused_is_no_success_and_the_same_ingest_goes_on_with_it()
    {
        await using var site = await FakeWebsite.StartAsync();
        var paused = new TaskCompletionSource();
        site.Serve("/1", FakeWebsite.ArticlePage("First", 7));
        site.On("/2", async context =>
        {
            await paused.Task;
            await context.Response.WriteAsync(FakeWebsite.ArticlePage("Second", 800));
        });
        site.Serve("/3", FakeWebsite.ArticlePage("Third", 90_000));
        string[] ingest = ["ingest", site.Url("/1"), site.Url("/2"), site.Url("/3"), "--json", "--data", _folder.File("data")];

        var running = NewsBotProgram.RunWithAsync(Settings, ingest);
        while (site.Requests.Count < 2 && !running.IsCompleted)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        (await NewsBotProgram.RunAsync("jobs", "pause", "1", "--data", _folder.File("data"))).ExitCode.ShouldBe(0);
        paused.SetResult();
        var stopped = await running;
        var resumed = await NewsBotProgram.RunWithAsync(Settings, ingest);

        stopped.ExitCode.ShouldBe(1);
        stopped.Errors.ShouldContain("Job 1 is paused (paused by the operator), so this is not all; 'newsbot jobs retry 1' goes on with it.");
        (resumed.ExitCode, resumed.Json().GetProperty("job").GetInt64(), resumed.Json().GetProperty("articles").GetArrayLength()).ShouldBe((0, 1, 3));
    }
}
