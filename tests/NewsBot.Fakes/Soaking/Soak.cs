using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Fakes;

/// <summary>
/// A long run of a host as its users and its operator make it: readers without a pause, files that are uploaded and ingested, articles that are removed,
/// and feeds. Everything goes over HTTP to a process of its own.
/// </summary>
public sealed partial class Soak : IDisposable
{
    private const string OwnAddress = "10.255.255.1";

    private static readonly TimeSpan UploadPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SoakedHost host;
    private readonly SoakedArchive archive;
    private readonly HttpClient client;
    private readonly SoakedReaders readers;
    private string token = "";

    /// <summary>Prepares a soak; nothing runs yet.</summary>
    public Soak(SoakedHost host, SoakedArchive archive)
    {
        this.host = host;
        this.archive = archive;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = host.Address };
        readers = new SoakedReaders(client);
    }

    /// <summary>What was not answered as it should be.</summary>
    public IReadOnlyCollection<string> Failures => readers.Failures;

    /// <summary>Files that were accepted so far.</summary>
    public int Uploads { get; private set; }

    /// <summary>Signs in, adds feeds to look at and waits for the first articles, without which there is no archive to ask.</summary>
    public async Task BeginAsync(IEnumerable<string> feeds)
    {
        using var signedIn = await SendAsync("/admin/sign-in", CancellationToken.None, ("key", SoakedHost.AdminKey));
        token = TokenField().Match(await client.GetStringAsync("/admin")).Groups[1].Value;
        foreach (var feed in feeds)
        {
            using var added = await SendAsync("/admin/feeds/add", CancellationToken.None, ("url", feed), ("archive", "default"), ("every", "5m"));
        }

        var beginning = archive.Beginning().ToList();
        await UploadAsync(beginning, CancellationToken.None);
        await WaitForArticlesAsync(host, beginning.Count);
    }

    /// <summary>Runs for a while and measures it in parts of equal length.</summary>
    public async IAsyncEnumerable<SoakWindow> RunAsync(TimeSpan time, int windows)
    {
        using var end = new CancellationTokenSource();
        Task[] work = [readers.ReadAsync(end.Token), WriteAsync(end.Token)];
        for (var window = 0; window < windows; window++)
        {
            await Task.Delay(time / windows, CancellationToken.None);
            var times = readers.TakeTimes();
            yield return new SoakWindow(times.Count, At(times, .5), At(times, .95), await host.MeasureAsync(), await ArticlesAsync(host));
        }

        await end.CancelAsync();
        await Task.WhenAll(work);
    }

    /// <summary>Kills the host while everything runs, and says how many articles it must hold for ever, since it has accepted them.</summary>
    public async Task<long> KillHostAsync()
    {
        var accepted = archive.ArticlesAfter(Uploads);
        readers.ExpectNothingMore();
        await host.KillAsync();
        return accepted;
    }

    /// <summary>Waits until a host that was started again on the same folder holds so many articles.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    public static async Task WaitForArticlesAsync(SoakedHost host, long articles)
    {
        var waited = Stopwatch.StartNew();
        while (await ArticlesAsync(host) is var held && held < articles)
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException(FormattableString.Invariant($"{articles} articles were accepted before the kill; {held} are there after it."));
            }

            await Task.Delay(100);
        }
    }

    /// <summary>How many articles a host's archive holds, by its own figures.</summary>
    public static async Task<long> ArticlesAsync(SoakedHost host)
    {
        using var figures = new HttpClient { BaseAddress = host.Address };
        return ArticleFigure().Match(await figures.GetStringAsync("/metrics")) is { Success: true } figure ? long.Parse(figure.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await UploadAsync(archive.NextFile(), cancellationToken);
                if (archive.NextRemoval() is { } article)
                {
                    using var removed = await SendAsync("/admin/articles/remove", cancellationToken, ("archive", "default"), ("article", article), ("reason", "soaked"));
                }

                await Task.Delay(UploadPause, cancellationToken);
            }
            catch (Exception ended) when (ended is OperationCanceledException or HttpRequestException && (cancellationToken.IsCancellationRequested || readers.ExpectNothing))
            {
                return;
            }
        }
    }

    private async Task UploadAsync(IEnumerable<string> articles, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "token" }, { new StringContent("default"), "archive" }, { new StringContent(string.Join('\n', articles)), "files", "soak.jsonl" },
        };
        using var response = await client.PostAsync("/admin/ingest/files", form, cancellationToken);
        Uploads += response.Headers.Location?.ToString() == "/admin/jobs" ? 1 : 0;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Add("X-Forwarded-For", OwnAddress);
        return await client.SendAsync(request, cancellationToken);
    }

    private static double At(List<double> times, double share) => times.Count == 0 ? 0 : times[(int)(share * (times.Count - 1))];

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();

    [GeneratedRegex("newsbot_articles\\{[^}]*archive=\"default\"[^}]*\\} ([0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticleFigure();
}
