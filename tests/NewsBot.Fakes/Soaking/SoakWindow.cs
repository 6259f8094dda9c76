namespace NewsBot.Fakes;

/// <summary>What one part of a soak measured.</summary>
/// <param name="Requests">Requests answered.</param>
/// <param name="P50">Half of them took at most so many milliseconds.</param>
/// <param name="P95">95 of 100 took at most so many milliseconds.</param>
/// <param name="Process">The host's memory and handles at the end of the part.</param>
/// <param name="Articles">Articles that the archive then held.</param>
public sealed record SoakWindow(int Requests, double P50, double P95, ProcessSize Process, long Articles)
{
    /// <summary>The heading of a table of parts, in Markdown.</summary>
    public const string Heading = "| until | requests | p50 ms | p95 ms | heap MB | private MB | handles | articles |\n|---|---|---|---|---|---|---|---|";

    /// <summary>The part as a row of the table.</summary>
    /// <param name="until">When it ended.</param>
    public string Row(string until) =>
        FormattableString.Invariant($"| {until} | {Requests:N0} | {P50:0.0} | {P95:0.0} | {Process.HeapMegabytes:0.0} | {Process.PrivateMegabytes:0} | {Process.Handles} | {Articles:N0} |");

    /// <summary>
    /// By how much a figure grew after the warm-up: the median of the last third of the parts beside that of the first third after it; .05 is 5 %.
    /// Medians, since one part may fall on a merge of the index or a job that is just being read.
    /// </summary>
    /// <param name="windows">The parts, in order; at least two.</param>
    /// <param name="figure">The figure.</param>
    public static double Growth(IReadOnlyList<SoakWindow> windows, Func<SoakWindow, double> figure)
    {
        var warm = windows.Skip(Math.Max(1, (int)(windows.Count * WarmUp))).ToList();
        var third = Math.Max(1, warm.Count / 3);
        return (Median(warm.TakeLast(third)) / Median(warm.Take(third))) - 1;

        double Median(IEnumerable<SoakWindow> part)
        {
            var sorted = part.Select(figure).Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    // Of ten minutes: code is compiled again within the first, and the page caches of the database, which have a size of their own, are full after the fourth.
    private const double WarmUp = .4;
}
