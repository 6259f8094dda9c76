using System.Diagnostics;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>
/// How a job goes on, for who follows it: on a terminal one line that changes and fits its width, else a line every few seconds, both on standard error; in
/// JSON every step.
/// </summary>
internal sealed class JobSteps(Action<Job>? json) : IDisposable
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);

    private static bool IsTerminal => !Console.IsErrorRedirected;

    private DateTimeOffset? shown;
    private long shownAt;
    private bool isLineOpen;

    /// <summary>Shows how far a job is, if that is news.</summary>
    public void Show(Job job)
    {
        var isDue = json is not null || IsTerminal || shown is null || Stopwatch.GetElapsedTime(shownAt) >= PlainInterval;
        var at = job.State == JobState.Queued ? job.CreatedAt : job.Progress?.At;
        if (at is null || at == shown || !isDue || IngestProgress.Of(job) is not { } progress)
        {
            return;
        }

        (shown, shownAt) = (at, Stopwatch.GetTimestamp());
        if (json is not null)
        {
            json(job);
        }
        else if (IsTerminal)
        {
            Console.Error.Write("\r" + Fitted(JobText.Step(progress), Console.WindowWidth - 1));
            isLineOpen = true;
        }
        else
        {
            Console.Error.WriteLine(JobText.Step(progress));
        }
    }

    /// <summary>Ends the line that changes.</summary>
    public void Dispose()
    {
        if (isLineOpen)
        {
            Console.Error.WriteLine();
        }
    }

    /// <summary>A line of exactly the width, so that it covers the one before and never wraps.</summary>
    internal static string Fitted(string text, int width) =>
        width <= 0 ? text : text.Length <= width ? text.PadRight(width) : text[..Math.Max(0, width - 1)] + "…";
}
