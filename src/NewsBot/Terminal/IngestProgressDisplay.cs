using System.Diagnostics;
using NewsBot.Ingestion;
using Spectre.Console;

namespace NewsBot.Terminal;

/// <summary>How far an ingest has come: a bar with rate and time left on a terminal, a plain line every few seconds elsewhere. Both on standard error.</summary>
internal static class IngestProgressDisplay
{
    /// <summary>The words beside the bar say how far it is, and must fit a narrow terminal.</summary>
    private const int BarWidth = 12;

    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);

    /// <summary>Shows the progress of work and returns what it gives.</summary>
    public static Task<IngestSummary> ShowAsync(Func<IProgress<IngestProgress>, Task<IngestSummary>> work) =>
        Console.IsErrorRedirected ? ShowLinesAsync(work) : ShowBarAsync(work);

    private static Task<IngestSummary> ShowBarAsync(Func<IProgress<IngestProgress>, Task<IngestSummary>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = BarWidth }, new TaskDescriptionColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("reading …", maxValue: 1);
                bar.IsIndeterminate = true;
                return work(new Immediate(progress =>
                {
                    bar.IsIndeterminate = progress.Fraction is null;
                    bar.Value = progress.Fraction ?? 0;
                    bar.Description = Markup.Escape(JobText.Step(progress));
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
                Console.Error.WriteLine(JobText.Step(progress));
            }
        }));
    }

    /// <summary>Reports on the thread that reports; <see cref="Progress{T}"/> would report later, after the bar is gone.</summary>
    private sealed class Immediate(Action<IngestProgress> show) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => show(value);
    }
}
