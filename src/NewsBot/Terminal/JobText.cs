using System.Globalization;
using NewsBot.Archive;
using NewsBot.Ingestion;

namespace NewsBot.Terminal;

/// <summary>Jobs in words.</summary>
internal static class JobText
{
    /// <summary>Writes a job: where it stands, what came of its items, how fast it goes.</summary>
    public static void Write(TerminalText output, Job job)
    {
        output.Paragraph(FormattableString.Invariant($"job {job.Number}, {job.State.ToString().ToLowerInvariant()}, archive {job.Archive}: {job.Counts}"));
        if (job is { State: JobState.Running, Progress: { } progress })
        {
            output.Paragraph(Pace(progress), "    ");
        }

        var priority = job.Priority == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", priority {job.Priority}");
        output.Faint($"{string.Join(", ", job.Request.ShownTargets)} (asked for by {job.RequestedBy}{priority})", "    ");
        if (job.Message is { } message)
        {
            output.Faint(message, "    ");
        }
    }

    /// <summary>Writes how many articles an export named as removed, where it did.</summary>
    public static void WriteRemoved(TerminalText output, long removed)
    {
        if (removed > 0)
        {
            output.Paragraph($"{AnswerText.Counted(removed, "article")} that the export names as removed: known as removed here too, so that old citations can be explained", "    ");
        }
    }

    /// <summary>E.g. "42 %, 1,200 items/s, 3 min 20 s left", or "3 items/s, time left not known yet", as while sitemaps are still unread.</summary>
    public static string Pace(JobProgress progress) => string.Join(", ", new[]
    {
        progress.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $"{fraction:P0}") : null,
        $"{Rate(progress.ItemsPerSecond)} items/s",
        Left(progress.TimeLeft),
    }.OfType<string>());

    /// <summary>A running job in one line, e.g. "42 %, 1,200 items, 3 failed, 300/s, 3 min 20 s left".</summary>
    public static string Step(IngestProgress progress)
    {
        if (progress.IsWaiting)
        {
            return "waits for its turn among the host's jobs";
        }

        var part = progress.Fraction is { } fraction ? fraction.ToString("P0", CultureInfo.InvariantCulture) + ", " : "";
        var failed = progress.Counts.Failed > 0 ? FormattableString.Invariant($", {progress.Counts.Failed:N0} failed") : "";
        return FormattableString.Invariant(
            $"{part}{AnswerText.Counted(progress.Counts.Total, "item")}{failed}, {Rate(progress.ItemsPerSecond)}/s, {Left(progress.TimeLeft)}");
    }

    /// <summary>How long the rest takes, or that nobody knows: the words of the web page and of Discord too.</summary>
    public static string Left(TimeSpan? left) => left is { } known ? Span(known) + " left" : "time left not known yet";

    /// <summary>E.g. "40 s", "3 min 20 s", "2 h 5 min".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min"),
    };

    // A polite ingest of pages makes less than one a second.
    private static string Rate(double perSecond) => perSecond.ToString(perSecond < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);
}
