using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>What a piece of work took: clock, processor, and the most memory the process had meanwhile.</summary>
internal sealed record Measurement(TimeSpan Clock, TimeSpan Processor, long PeakBytes)
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Does work and measures it.</summary>
    public static async Task<Measurement> OfAsync(Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        using var stop = new CancellationTokenSource();
        var peak = WatchMemoryAsync(stop.Token);
        var (processor, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        await Task.Run(work);
        clock.Stop();
        process.Refresh();
        var used = process.TotalProcessorTime - processor;
        await stop.CancelAsync();
        return new Measurement(clock.Elapsed, used, await peak);
    }

    /// <summary>A row of a table of what was done to so many megabytes of text.</summary>
    public string Row(string name, double megabytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {megabytes:0.0} | {Clock.TotalSeconds:0.00} | {megabytes / Clock.TotalSeconds:0.0} | {Processor.TotalSeconds:0.00} | {megabytes / Processor.TotalSeconds:0.0} | {PeakBytes / 1e6:0} |");

    private static async Task<long> WatchMemoryAsync(CancellationToken cancellationToken)
    {
        var peak = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            await Task.Delay(LookPause, CancellationToken.None);
        }

        return peak;
    }
}
