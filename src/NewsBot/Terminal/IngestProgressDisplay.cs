using System.Diagnostics;
using System.Globalization;
using NewsBot.Ingestion;
using Spectre.Console;

namespace NewsBot.Terminal;

/// <summary>How far an ingest has come: a bar with rate and time left on a terminal, a plain line every few seconds elsewhere. Both on standard error.</summary>
internal static class IngestProgressDisplay
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);

    /// <summary>Shows the progress of work and returns what it gives.</summary>
    public static Task<IngestSummary> ShowAsync(Func<IProgress<IngestProgress>, Task<IngestSummary>> work) =>
        Console.IsErrorRedirected ? ShowLinesAsync(work) : ShowBarAsync(work);

    private static Task<IngestSummary> ShowBarAsync(Func<IProgress<IngestProgress>, Task<IngestSummary>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("Ingesting", maxValue: 1);
                return work(new Immediate(progress =>
                {
                    bar.IsIndeterminate = progress.Fraction is null;
                    bar.Value = progress.Fraction ?? 0;
                    bar.Description = Markup.Escape(Describe(progress));
                }));
            });
    }

    private static Task<IngestSummary> ShowLinesAsync(Func<IProgress<IngestProgress>, Task<IngestSummary>> work)
    {
        var clock = Stopwatch.StartNew();
        var next = PlainInterval;
        return work(new Immediate(progress =>
        {
            if (clock.Elapsed >= next)
            {
                next = clock.Elapsed + PlainInterval;
                var part = progress.Fraction is { } fraction ? fraction.ToString("P0", CultureInfo.InvariantCulture) + ", " : "";
                Console.Error.WriteLine(part + Describe(progress));
            }
        }));
    }

    private static string Describe(IngestProgress progress)
    {
        var rate = progress.ItemsPerSecond;
        var left = Console.IsErrorRedirected && progress.TimeLeft is { } span ? $", {JobText.Span(span)} left" : "";
        var failed = progress.Counts.Failed > 0 ? FormattableString.Invariant($", {progress.Counts.Failed:N0} failed") : "";
        return FormattableString.Invariant($"{progress.Counts.Total:N0} items, {rate:N0}/s{failed}{left}");
    }

    /// <summary>Reports on the thread that reports; <see cref="Progress{T}"/> would report later, after the bar is gone.</summary>
    private sealed class Immediate(Action<IngestProgress> show) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => show(value);
    }
}
