using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Fakes;

/// <summary>What one part of a soak measured.</summary>
/// <param name="Requests">Requests answered.</param>
/// <param name="P50">Half of them took at most so many milliseconds.</param>
/// <param name="P95">95 of 100 took at most so many milliseconds.</param>
/// <param name="ResidentMegabytes">The process's memory at the end of the part.</param>
/// <param name="Handles">Its open files and sockets at the end of the part.</param>
/// <param name="Articles">Articles that the archive then held.</param>
public sealed record SoakWindow(int Requests, double P50, double P95, double ResidentMegabytes, int Handles, long Articles);

/// <summary>
/// A long run of a host as its users and its operator make it: questions, searches and pages by several readers, files that are uploaded and
/// ingested all the while, and a feed. Everything goes over HTTP to a process of its own.
/// </summary>
public sealed partial class Soak(Uri address, int processId, string adminKey) : IDisposable
{
    private const int Readers = 3;
    private const int ArticlesAFile = 20;

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };
    private readonly ConcurrentQueue<double> times = new();
    private readonly ConcurrentQueue<string> failures = new();
    private int uploads;
    private string token = "";

    /// <summary>What was not answered as it should be.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Files that were accepted so far.</summary>
    public int Uploads => uploads;

    /// <summary>Signs in, adds a feed to look at and waits for the first articles, without which there is no archive to ask.</summary>
    public async Task BeginAsync(string feed)
    {
        using var signedIn = await client.PostAsync("/admin/sign-in", new FormUrlEncodedContent([new("key", adminKey)]));
        token = TokenField().Match(await client.GetStringAsync("/admin")).Groups[1].Value;
        using var added = await client.PostAsync("/admin/feeds/add", new FormUrlEncodedContent([new("token", token), new("url", feed), new("archive", "default"), new("every", "5m")]));
        await SendFileAsync(CancellationToken.None);
        while (await ArticlesAsync() == 0)
        {
            await Task.Delay(100);
        }
    }

    /// <summary>Runs for a while and measures it in parts of equal length.</summary>
    public async IAsyncEnumerable<SoakWindow> RunAsync(TimeSpan time, int windows)
    {
        using var end = new CancellationTokenSource();
        var work = Enumerable.Range(0, Readers).Select(reader => ReadAsync(reader, end.Token)).Append(UploadAsync(end.Token)).ToList();
        for (var window = 0; window < windows; window++)
        {
            await Task.Delay(time / windows, CancellationToken.None);
            yield return await MeasureAsync();
        }

        await end.CancelAsync();
        await Task.WhenAll(work);
    }

    /// <summary>How many articles the archive holds, by the host's own figures.</summary>
    public async Task<long> ArticlesAsync() =>
        ArticleFigure().Match(await client.GetStringAsync("/metrics")) is { Success: true } figure ? long.Parse(figure.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<SoakWindow> MeasureAsync()
    {
        var taken = new List<double>();
        while (times.TryDequeue(out var one))
        {
            taken.Add(one);
        }

        taken.Sort();
        using var process = Process.GetProcessById(processId);
        var handles = Directory.Exists($"/proc/{processId}/fd") ? Directory.GetFileSystemEntries($"/proc/{processId}/fd").Length : process.HandleCount;
        return new SoakWindow(taken.Count, At(.5), At(.95), process.WorkingSet64 / 1e6, handles, await ArticlesAsync());

        double At(double share) => taken.Count == 0 ? 0 : taken[(int)(share * (taken.Count - 1))];
    }

    private async Task ReadAsync(int reader, CancellationToken cancellationToken)
    {
        for (var i = reader; !cancellationToken.IsCancellationRequested; i++)
        {
            var path = (i % 6) switch
            {
                0 => $"/?q={Uri.EscapeDataString($"Who opened the bridge number {i % 50}?")}",
                1 => $"/api/v1/ask?question={Uri.EscapeDataString($"How much did bridge {i % 50} cost?")}",
                2 => $"/search?q=bridge+{i % 50}",
                3 => "/",
                4 => "/healthz/ready",
                _ => "/admin/jobs",
            };
            await GetAsync(path, cancellationToken);
        }
    }

    private async Task GetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(path, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            times.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!response.IsSuccessStatusCode)
            {
                failures.Enqueue($"{path}: {(int)response.StatusCode}");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (HttpRequestException broken)
        {
            failures.Enqueue($"{path}: {broken.Message}");
        }
    }

    private async Task UploadAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await SendFileAsync(cancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            }
            catch (Exception ended) when (ended is OperationCanceledException or HttpRequestException && cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task SendFileAsync(CancellationToken cancellationToken)
    {
        var lines = Enumerable.Range(uploads * ArticlesAFile, ArticlesAFile).Select(Article);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "token" }, { new StringContent("default"), "archive" }, { new StringContent(string.Join('\n', lines)), "files", "soak.jsonl" },
        };
        using var response = await client.PostAsync("/admin/ingest/files", form, cancellationToken);
        uploads += response.Headers.Location?.ToString() == "/admin/jobs" ? 1 : 0;
    }

    private static string Article(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":"soak-{{number}}","headline":"Bridge {{number}} opens","content":"The bridge number {{number}} over the Ember opened on day {{number}}. Mayor Ines Calder {{number}} cut the ribbon at noon. It cost {{number + 3}} million crowns, said engineer Tomas Berg {{number * 7}}.","source":"Soak Herald","publish_date":"2024-09-20"}
        """);

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();

    [GeneratedRegex("newsbot_articles\\{[^}]*archive=\"default\"[^}]*\\} ([0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticleFigure();
}
