using NewsBot.Archive;

namespace NewsBot.Ingestion.Jobs;

/// <summary>
/// The pace of one run of a job: items and bytes over the last seconds, and how long the rest will take: of files by their bytes, of feeds and sitemaps by the
/// pages they list, once all of them are read. Looking at the last seconds only, a job that slows down says so soon.
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
    public JobProgress Measure(long items, long bytesRead, long? bytesTotal, int? itemsLeft = null)
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
        var itemsPerSecond = (items - first.Items) / seconds;
        return new JobProgress
        {
            BytesRead = bytesRead,
            BytesTotal = bytesTotal,
            ItemsPerSecond = itemsPerSecond,
            TimeLeft = bytesTotal is { } total
                ? At(bytesPerSecond, Math.Max(0, total - bytesRead))
                : itemsLeft is { } left ? At(itemsPerSecond, left) : null,
            At = clock.GetUtcNow(),
        };
    }

    private static TimeSpan? At(double perSecond, double rest) => perSecond > 0 ? TimeSpan.FromSeconds(rest / perSecond) : null;

    private readonly record struct Sample(long At, long Items, long BytesRead);
}
