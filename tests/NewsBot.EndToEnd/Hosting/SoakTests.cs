using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Hosting;

/// <summary>A short soak of the real program; the benchmark <c>soak</c> runs the long one.</summary>
public sealed class SoakTests
{
    private const int Articles = 200;
    private const int Windows = 4;

    // Code is still being compiled and caches fill in half a minute; what leaks a kilobyte a request shows nevertheless, and less in the benchmark.
    private const double MostHeapGrowth = .35;
    private const int MostNewHandles = 120;

    [Fact]
    public async Task Under_mixed_load_nothing_fails_nothing_leaks_and_a_kill_loses_nothing_that_was_accepted()
    {
        using var folder = new TemporaryFolder();
        await using var website = await FakeWebsite.StartAsync();
        website.Serve("/feed", "<rss version=\"2.0\"><channel><title>Herald</title></channel></rss>", "application/rss+xml");
        await using var host = await SoakedHost.StartAsync(NewsBotProgram.Path, folder.File("data"));
        using var soak = new Soak(host, SoakedArchive.Constant(Articles));
        await soak.BeginAsync([website.Url("/feed")]);
        var windows = new List<SoakWindow>();
        var accepted = 0L;
        await foreach (var window in soak.RunAsync(TimeSpan.FromSeconds(24), Windows))
        {
            windows.Add(window);
            if (windows.Count == Windows)
            {
                accepted = await soak.KillHostAsync();
            }
        }

        soak.Failures.ShouldBeEmpty();
        soak.Uploads.ShouldBeGreaterThan(1);
        windows.ShouldAllBe(window => window.Requests > 0);
        var table = string.Join('\n', windows.Select(window => window.Row("")));
        SoakWindow.Growth(windows, window => window.Process.HeapMegabytes).ShouldBeLessThan(MostHeapGrowth, table);
        (windows[^1].Process.Handles - windows[1].Process.Handles).ShouldBeLessThan(MostNewHandles, table);
        await using var again = await SoakedHost.StartAsync(NewsBotProgram.Path, folder.File("data"));
        await Soak.WaitForArticlesAsync(again, accepted);
    }
}
