using System.Globalization;

namespace NewsBot.Archive;

/// <summary>Writes the outcomes of a job's items inside the transaction that stores their articles, so that the two never disagree.</summary>
internal sealed class JobLedger(SqliteSession session, Job job)
{
    private long ordinal = Convert.ToInt64(
        session.Scalar("SELECT coalesce(max(ordinal), 0) FROM job_items WHERE job = $job", ("$job", job.Number)), CultureInfo.InvariantCulture);

    /// <summary>Records one item.</summary>
    public void Record(JobItem item) => session.Execute(
        "INSERT INTO job_items (job, ordinal, name, outcome, article, reason) VALUES ($job, $ordinal, $name, $outcome, $article, $reason)",
        ("$job", job.Number),
        ("$ordinal", ++ordinal),
        ("$name", item.Name),
        ("$outcome", item.Outcome.ToString()),
        ("$article", item.Article),
        ("$reason", item.Reason));

    /// <summary>Adds to the job's counts.</summary>
    public void Count(OutcomeCounts counts) => session.Execute(
        """
        UPDATE jobs SET added = added + $added, updated = updated + $updated, unchanged = unchanged + $unchanged, duplicates = duplicates + $duplicates,
            failed = failed + $failed
        WHERE number = $job
        """,
        ("$added", counts.Added),
        ("$updated", counts.Updated),
        ("$unchanged", counts.Unchanged),
        ("$duplicates", counts.Duplicates),
        ("$failed", counts.Failed),
        ("$job", job.Number));

    /// <summary>Keeps how far the job's worker has come.</summary>
    public void Note(JobProgress progress) => session.Execute(
        "UPDATE jobs SET bytes_read = $read, bytes_total = $total, items_per_second = $rate, seconds_left = $left, progressed_at = $at WHERE number = $job",
        ("$read", progress.BytesRead),
        ("$total", progress.BytesTotal),
        ("$rate", progress.ItemsPerSecond),
        ("$left", progress.TimeLeft?.TotalSeconds),
        ("$at", ArticleRows.Write(progress.At)),
        ("$job", job.Number));

    /// <summary>Whether nobody has taken up the job since its worker did, as after a pause and a retry that the worker has not seen yet.</summary>
    public bool IsHeld() => session.Scalar("SELECT 1 FROM jobs WHERE number = $job AND attempts = $attempt", ("$job", job.Number), ("$attempt", job.Attempts)) is not null;

    /// <summary>Whether the job may go on: it was neither paused nor cancelled.</summary>
    public bool IsRunning() => session.Scalar("SELECT 1 FROM jobs WHERE number = $job AND state = 'Running'", ("$job", job.Number)) is not null;
}
