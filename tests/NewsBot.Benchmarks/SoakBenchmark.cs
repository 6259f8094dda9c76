using System.Globalization;
using NewsBot.Fakes;

namespace NewsBot.Benchmarks;

/// <summary>
/// <c>soak [MINUTES] [constant|growing]</c> (10, constant): the program under mixed load: questions, searches, pages, streams, uploads that are ingested, removals,
/// feeds. Prints times, memory and handles by tenths, then kills the program under load, starts it again and compares what it holds. On a constant archive
/// memory and handles may grow by 5 % after the warm-up; more ends it with 1.
/// </summary>
internal static class SoakBenchmark
{
    private const double UsualMinutes = 10;
    private const int Windows = 10;
    private const int ConstantArticles = 2_000;
    private const double MostGrowth = .05;
    private const int FailuresShown = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var minutes = arguments.Length > 0 ? double.Parse(arguments[0], CultureInfo.InvariantCulture) : UsualMinutes;
        var isGrowing = arguments is [_, "growing"];
        using var folder = new TemporaryFolder();
        await using var website = await FakeWebsite.StartAsync();
        website.Serve("/feed", "<rss version=\"2.0\"><channel><title>Herald</title></channel></rss>", "application/rss+xml");
        var program = Path.Combine(AppContext.BaseDirectory, "newsbot.dll");
        await using var host = await SoakedHost.StartAsync(program, folder.File("data"));
        using var soak = new Soak(host, isGrowing ? SoakedArchive.Growing() : SoakedArchive.Constant(ConstantArticles));
        await soak.BeginAsync([website.Url("/feed")]);
        var windows = new List<SoakWindow>();
        var accepted = 0L;
        Console.WriteLine(SoakWindow.Heading);
        await foreach (var window in soak.RunAsync(TimeSpan.FromMinutes(minutes), Windows))
        {
            windows.Add(window);
            Console.WriteLine(window.Row(FormattableString.Invariant($"{minutes * windows.Count / Windows:0.#} min")));
            if (windows.Count == Windows)
            {
                accepted = await soak.KillHostAsync();
            }
        }

        await using var again = await SoakedHost.StartAsync(program, folder.File("data"));
        await Soak.WaitForArticlesAsync(again, accepted);
        Console.WriteLine(FormattableString.Invariant($"Failures: {soak.Failures.Count}. {accepted} articles were accepted before the kill under load, and {await Soak.ArticlesAsync(again)} are there after it."));
        foreach (var failure in soak.Failures.Take(FailuresShown))
        {
            Console.WriteLine(failure);
        }

        return soak.Failures.Count == 0 && (Grew(windows) <= MostGrowth || isGrowing) ? 0 : 1;
    }

    private static double Grew(IReadOnlyList<SoakWindow> windows)
    {
        var (heap, own) = (SoakWindow.Growth(windows, window => window.Process.HeapMegabytes), SoakWindow.Growth(windows, window => window.Process.PrivateMegabytes));
        var (handles, p95) = (SoakWindow.Growth(windows, window => window.Process.Handles), SoakWindow.Growth(windows, window => window.P95));
        Console.WriteLine(FormattableString.Invariant($"After the warm-up: heap {heap:+0.0 %;-0.0 %}, private memory {own:+0.0 %;-0.0 %}, handles {handles:+0.0 %;-0.0 %}, p95 {p95:+0.0 %;-0.0 %}."));
        return Math.Max(Math.Max(heap, own), handles);
    }
}
