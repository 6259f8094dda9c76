using System.Globalization;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>
/// Failed items for people: each with its reason while they are few; of many each reason once, with how many items it stopped and one of them.
/// </summary>
internal static class FailureList
{
    private const int MostItems = 20;

    private const int MostReasons = 10;

    /// <summary>Writes what failed, and where the rest can be read.</summary>
    public static void Write(TerminalText output, JobQueue jobs, IngestSummary summary)
    {
        var failed = summary.Failed;
        if (failed.Count <= MostItems)
        {
            foreach (var (item, reason) in failed)
            {
                Line(output, $"{item}: {reason}");
            }

            return;
        }

        var reasons = jobs.FailureReasons(summary.Job, MostReasons);
        foreach (var (reason, items, first) in reasons)
        {
            Line(output, items == 1
                ? $"{first}: {reason}"
                : string.Create(CultureInfo.InvariantCulture, $"{items:N0} items, the first is {first}: {reason}"));
        }

        var others = failed.Count - reasons.Sum(reason => reason.Items);
        var unnamed = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{others:N0} more failed for other reasons. ");
        output.Faint($"{unnamed}'newsbot jobs show {summary.Job} --all' names every item.", "  ");
    }

    /// <summary>Writes one failure.</summary>
    public static void Line(TerminalText output, string text) => output.Paragraph(text, "    ", "  × ");
}
