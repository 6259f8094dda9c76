using System.Security.Cryptography;
using System.Text;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Hosting;

/// <summary>A short soak of the real program; the benchmark <c>soak</c> runs the long one.</summary>
public sealed class SoakTests
{
    private const string Key = "a key for the soak";

    // The host is warm and its caches are filled only after minutes; what leaks a little a request shows in the benchmark.
    private const int MostNewHandles = 60;

    [Fact]
    public async Task Under_mixed_load_nothing_fails_no_handle_leaks_and_a_kill_loses_nothing_that_was_stored()
    {
        using var folder = new TemporaryFolder();
        await using var website = await FakeWebsite.StartAsync();
        website.Serve("/feed", "<rss version=\"2.0\"><channel><title>Herald</title></channel></rss>", "application/rss+xml");
        var settings = new Dictionary<string, string>
        {
            ["NEWSBOT_Web__AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
            ["NEWSBOT_Ingestion__AllowedNetworks__0"] = "127.0.0.0/8",
        };
        var host = await ServingProgram.StartAsync(folder.File("data"), environment: settings);
        var windows = new List<SoakWindow>();
        long stored;
        using (var soak = new Soak(host.Address, host.ProcessId, Key))
        {
            await soak.BeginAsync(website.Url("/feed"));
            await foreach (var window in soak.RunAsync(TimeSpan.FromSeconds(24), windows: 4))
            {
                windows.Add(window);
            }

            stored = await soak.ArticlesAsync();
            soak.Failures.ShouldBeEmpty();
            soak.Uploads.ShouldBeGreaterThan(0);
            await host.KillAsync();
        }

        windows.ShouldAllBe(window => window.Requests > 0);
        (windows[^1].Handles - windows[1].Handles).ShouldBeLessThan(MostNewHandles);
        stored.ShouldBeGreaterThan(0);
        await using var again = await ServingProgram.StartAsync(folder.File("data"), environment: settings);
        using var after = new Soak(again.Address, again.ProcessId, Key);
        (await after.ArticlesAsync()).ShouldBeGreaterThanOrEqualTo(stored);
    }
}
