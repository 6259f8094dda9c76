using NewsBot.Archive;

namespace NewsBot.Ingestion.Jobs;

/// <summary>
/// The pace of one run of a job: items and bytes over the last seconds, and how long the rest will take. Looking at the last seconds only, a
/// job that slows down says so soon.
/// </summary>
internal sealed class JobPace
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    private readonly TimeProvider clock;
    private readonly Queue<Sample> samples = new();

    public JobPace(TimeProvider clock, long items, long bytesRead)
    {
        this.clock = clock;
        samples.Enqueue(new Sample(clock.GetTimestamp(), items, bytesRead));
    }

    /// <summary>Takes in how far the job has come now.</summary>
    public JobProgress Measure(long items, long bytesRead, long? bytesTotal)
    {
        var now = clock.GetTimestamp();
        while (samples.Count > 1 && clock.GetElapsedTime(samples.Peek().At, now) > Window)
        {
            samples.Dequeue();
        }

        var first = samples.Peek();
        samples.Enqueue(new Sample(now, items, bytesRead));
        var seconds = Math.Max(clock.GetElapsedTime(first.At, now).TotalSeconds, .001);
        var bytesPerSecond = (bytesRead - first.BytesRead) / seconds;
        return new JobProgress
        {
            BytesRead = bytesRead,
            BytesTotal = bytesTotal,
            ItemsPerSecond = (items - first.Items) / seconds,
            TimeLeft = bytesTotal is { } total && bytesPerSecond > 0 ? TimeSpan.FromSeconds(Math.Max(0, total - bytesRead) / bytesPerSecond) : null,
            At = clock.GetUtcNow(),
        };
    }

    private readonly record struct Sample(long At, long Items, long BytesRead);
}
