using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace NewsBot.Fakes;

/// <summary>
/// Readers of a host who ask, search, open pages and listen without a pause, each request under another address: whole answers, streams that are read to
/// their end and streams that are left.
/// </summary>
internal sealed class SoakedReaders(HttpClient client)
{
    private const int Readers = 3;
    private const int Articles = 20;

    // A prime, so that the numbers come in other company each time.
    private const int Words = 997;

    private readonly ConcurrentQueue<double> times = new();
    private readonly ConcurrentQueue<string> failures = new();
    private int requests;
    private volatile bool expectNothing;

    /// <summary>Whether the host may be gone by now.</summary>
    public bool ExpectNothing => expectNothing;

    /// <summary>What was not answered as it should be.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>From now on it is no failure that nobody answers.</summary>
    public void ExpectNothingMore() => expectNothing = true;

    /// <summary>Reads until the token ends it.</summary>
    public Task ReadAsync(CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => ReadOneAfterTheOtherAsync(cancellationToken)));

    /// <summary>The times of the requests since the last call, in milliseconds, sorted.</summary>
    public List<double> TakeTimes()
    {
        var taken = new List<double>();
        while (times.TryDequeue(out var one))
        {
            taken.Add(one);
        }

        taken.Sort();
        return taken;
    }

    private async Task ReadOneAfterTheOtherAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && !expectNothing)
        {
            var number = Interlocked.Increment(ref requests);
            var (path, isLeft) = Next(number);
            try
            {
                await ReadAsync(path, isLeft, number, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                NoteFailure($"{path}: {broken.Message}");
            }
        }
    }

    private void NoteFailure(string failure)
    {
        if (!expectNothing)
        {
            failures.Enqueue(failure);
        }
    }

    // No two questions are the same, so that nothing that remembers them stays unseen; their words are, as a language's are limited.
    private static (string Path, bool IsLeft) Next(int number)
    {
        var (one, other) = (number % Words, number / Words % Words);
        return (number % 11) switch
        {
            0 => ($"/?q={Uri.EscapeDataString($"Who opened the bridge number {one} over the Ember on day {other}?")}", false),
            1 => ($"/api/v1/ask?question={Uri.EscapeDataString($"How much did bridge {one} cost on day {other}?")}", false),
            2 => ($"/search?q=bridge+{one}+day+{other}", false),
            3 => ("/", false),
            4 => ("/healthz/ready", false),
            5 => ("/admin/jobs", false),
            6 => ($"/articles/soak-{number % Articles}?start=0&end=30", false),
            7 => ($"/ask/stream?q={Uri.EscapeDataString($"What did engineer Tomas Berg {one} say of bridge {other}?")}", false),
            8 => ($"/ask/stream?q={Uri.EscapeDataString($"Which mayor opened bridge {one}, {other} or {one + other}?")}", true),
            9 => ("/admin/jobs/events", true),
            _ => ($"/api/v1/search?q=ribbon+{one}+{other}", false),
        };
    }

    private async Task ReadAsync(string path, bool isLeft, int number, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]).ToString());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (isLeft)
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            _ = await stream.ReadAsync(new byte[1], cancellationToken);
        }
        else
        {
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            times.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // An article may just have been removed.
        if (!response.IsSuccessStatusCode && !(response.StatusCode == HttpStatusCode.Gone && path.StartsWith("/articles/", StringComparison.Ordinal)))
        {
            NoteFailure($"{path}: {(int)response.StatusCode}");
        }
    }
}
