namespace NewsBot.Answering;

/// <summary>Takes the time of one answer's stages. For one thread.</summary>
internal sealed class StageTimes(TimeProvider time)
{
    private readonly Dictionary<string, double> milliseconds = new(StringComparer.Ordinal);
    private readonly long begin = time.GetTimestamp();
    private long last = time.GetTimestamp();

    /// <summary>The stage that began when the one before ended is over.</summary>
    public void EndOf(string stage)
    {
        var now = time.GetTimestamp();
        milliseconds[stage] = milliseconds.GetValueOrDefault(stage) + Between(last, now);
        last = now;
    }

    /// <summary>Milliseconds by stage, with <c>total</c>.</summary>
    public IReadOnlyDictionary<string, double> InMilliseconds() =>
        new Dictionary<string, double>(milliseconds, StringComparer.Ordinal) { ["total"] = Between(begin, time.GetTimestamp()) };

    private double Between(long from, long to) => Math.Round(time.GetElapsedTime(from, to).TotalMilliseconds, 3);
}
