using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Fakes;

namespace NewsBot.Benchmarks;

/// <summary>
/// <c>soak [MINUTES]</c> (10): the program under mixed load: questions, searches, pages, uploads that are ingested, a feed. Prints memory, handles and
/// times by tenths, then kills the program under load, starts it again and compares what it holds.
/// </summary>
internal static class SoakBenchmark
{
    private const double UsualMinutes = 10;
    private const int Windows = 10;
    private const string Key = "a key for the soak";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var minutes = arguments.Length > 0 ? double.Parse(arguments[0], CultureInfo.InvariantCulture) : UsualMinutes;
        using var folder = new TemporaryFolder();
        await using var website = await FakeWebsite.StartAsync();
        website.Serve("/feed", "<rss version=\"2.0\"><channel><title>Herald</title></channel></rss>", "application/rss+xml");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var host = await StartAsync(folder.File("data"), address);
        using var soak = new Soak(address, host.Id, Key);
        await soak.BeginAsync(website.Url("/feed"));
        Console.WriteLine("| until | requests | p50 ms | p95 ms | memory MB | handles | articles |\n|---|---|---|---|---|---|---|");
        var done = 0;
        await foreach (var window in soak.RunAsync(TimeSpan.FromMinutes(minutes), Windows))
        {
            done++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {minutes * done / Windows:0.#} min | {window.Requests} | {window.P50:0.0} | {window.P95:0.0} | {window.ResidentMegabytes:0} | {window.Handles} | {window.Articles} |"));
        }

        var stored = await soak.ArticlesAsync();
        host.Kill();
        await host.WaitForExitAsync();
        using var again = await StartAsync(folder.File("data"), address);
        using var after = new Soak(address, again.Id, Key);
        Console.WriteLine(FormattableString.Invariant($"Failures: {soak.Failures.Count}. Before the kill {stored} articles, after it {await after.ArticlesAsync()}."));
        again.Kill();
        await again.WaitForExitAsync();
        return soak.Failures.Count == 0 ? 0 : 1;
    }

    private static async Task<Process> StartAsync(string data, Uri address)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newsbot.dll"));
        start.ArgumentList.Add("serve");
        start.Environment["NEWSBOT_DATA"] = data;
        start.Environment["NEWSBOT_Web__Urls"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["NEWSBOT_Web__AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));
        start.Environment["NEWSBOT_Ingestion__AllowedNetworks__0"] = "127.0.0.0/8";
        start.Environment["NEWSBOT_Logging__LogLevel__Default"] = "Error";
        var process = Process.Start(start)!;
        using var client = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(client))
        {
            await Task.Delay(200);
        }

        return process;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/healthz/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
