using System.Globalization;

namespace NewsBot.Archive;

/// <summary>
/// The durable queue of ingest jobs. A job that runs is held by one opened store; since only one store writes to a folder, a job held by
/// another one was left behind by a crash and may be taken up again. A reader may add jobs and steer them, not work on them. Safe for several workers at once.
/// </summary>
public sealed class JobQueue
{
    /// <summary>How the requesters of jobs from chat servers begin: "guild 42".</summary>
    private const string GuildMark = "guild ";

    private const int ItemsPage = 1_000;

    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly bool isWriter;
    private readonly string holder = Guid.NewGuid().ToString();

    internal JobQueue(Database database, TimeProvider clock, bool isWriter)
    {
        this.database = database;
        this.clock = clock;
        this.isWriter = isWriter;
    }

    /// <summary>Adds a job to the queue.</summary>
    public Job Enqueue(ArchiveName archive, JobRequest request, string requestedBy, int priority = 0) =>
        database.Write(session => Add(session, archive, request, requestedBy, priority));

    /// <summary>Adds a job and takes it at once, so that no worker gets between.</summary>
    public Job Begin(ArchiveName archive, JobRequest request, string requestedBy) =>
        database.Write(session => Take(session, Add(session, archive, request, requestedBy, priority: 0).Number)!);

    /// <summary>
    /// Takes the next job that waits or was left behind, and marks it as running; null when there is none. What was left behind comes first, then the
    /// highest priority, then whoever has the fewest jobs running and was served longest ago, so that nobody's many jobs keep another's one waiting.
    /// </summary>
    /// <param name="mostPerGuild">How many jobs of one chat server may run at once; operators have no such limit.</param>
    public Job? TakeNext(int mostPerGuild = int.MaxValue) => database.Write(session => Take(session, session.Scalar(
        $"""
        SELECT number FROM (
            SELECT number, state, priority, requested_by,
                (SELECT count(*) FROM jobs r WHERE r.requested_by = j.requested_by AND r.state = 'Running' AND r.holder = $me) AS running,
                (SELECT max(started_at) FROM jobs r WHERE r.requested_by = j.requested_by) AS served_at
            FROM jobs j WHERE state = 'Queued' OR (state = 'Running' AND holder <> $me))
        WHERE state = 'Running' OR running < $most OR requested_by NOT LIKE '{GuildMark}%'
        ORDER BY state = 'Running' DESC, priority DESC, running, served_at, number LIMIT 1
        """,
        ("$me", holder),
        ("$most", mostPerGuild)) as long?));

    /// <summary>Takes one job that waits or was left behind; null when it does neither.</summary>
    public Job? Take(long number) => database.Write(session => Take(session, session.Scalar(
        "SELECT number FROM jobs WHERE number = $number AND (state IN ('Queued', 'Paused') OR (state = 'Running' AND holder <> $me))",
        ("$number", number),
        ("$me", holder)) as long?));

    /// <summary>The latest job with exactly this request that waits, is paused or was left behind by a crash; null when there is none.</summary>
    public Job? FindInterrupted(ArchiveName archive, JobRequest request) => database.Read(session => session.QueryFirst(
        $"""
        SELECT {JobRows.Columns} FROM jobs WHERE archive = $archive AND request = $request AND (state IN ('Paused', 'Queued') OR (state = 'Running' AND holder <> $me))
        ORDER BY number DESC LIMIT 1
        """,
        JobRows.Read,
        ("$archive", archive.Value),
        ("$request", JobRows.Write(request)),
        ("$me", holder)));

    /// <summary>A job, or null.</summary>
    public Job? Find(long number) => database.Read(session => FindIn(session, number));

    /// <summary>The latest job with a target whose path or address contains a text; null when there is none.</summary>
    public Job? FindByTarget(string part) => database.Read(session => session.QueryFirst(
        $"SELECT {JobRows.Columns} FROM jobs WHERE instr(request, $part) > 0 ORDER BY number DESC LIMIT 1", JobRows.Read, ("$part", part)));

    /// <summary>The latest jobs, newest first.</summary>
    public IReadOnlyList<Job> List(int limit = 100) => database.Read(session =>
        session.Query($"SELECT {JobRows.Columns} FROM jobs ORDER BY number DESC LIMIT $limit", JobRows.Read, ("$limit", limit)));

    /// <summary>The jobs that wait, run or stand still for one requester, for limits.</summary>
    public int CountOpen(string requestedBy) => database.Read(session => Convert.ToInt32(session.Scalar(
        "SELECT count(*) FROM jobs WHERE requested_by = $by AND state IN ('Queued', 'Running', 'Paused')", ("$by", requestedBy)), CultureInfo.InvariantCulture));

    /// <summary>The outcomes of the items of all jobs together.</summary>
    public OutcomeCounts Totals() => database.Read(session => session.Query(
        "SELECT coalesce(sum(added), 0), coalesce(sum(updated), 0), coalesce(sum(unchanged), 0), coalesce(sum(duplicates), 0), coalesce(sum(failed), 0) FROM jobs",
        static row => new OutcomeCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)))[0]);

    /// <summary>How many jobs are in a state.</summary>
    public long Count(JobState state) => database.Read(session =>
        (long)session.Scalar("SELECT count(*) FROM jobs WHERE state = $state", ("$state", state.ToString()))!);

    /// <summary>The items of a job in the order in which they ended, from the one after <paramref name="afterOrdinal"/>; the ordinals start at 1.</summary>
    public IReadOnlyList<JobItem> Items(long number, long afterOrdinal = 0, int limit = int.MaxValue) => database.Read(session => session.Query(
        "SELECT name, outcome, article, reason FROM job_items WHERE job = $job AND ordinal > $after ORDER BY ordinal LIMIT $limit",
        JobRows.ReadItem,
        ("$job", number),
        ("$after", afterOrdinal),
        ("$limit", limit)));

    /// <summary>All items of a job in the order in which they ended, read page by page, so any number will do.</summary>
    public IEnumerable<JobItem> AllItems(long number)
    {
        // A retry takes items out, so their ordinals have gaps.
        var after = 0L;
        while (PageAfter(number, after) is { Count: > 0 } page)
        {
            foreach (var (ordinal, item) in page)
            {
                after = ordinal;
                yield return item;
            }
        }
    }

    /// <summary>All items of a job that failed, newest first, read page by page, so any number will do.</summary>
    public IEnumerable<JobItem> AllFailures(long number)
    {
        var before = long.MaxValue;
        while (FailuresBefore(number, before) is { Count: > 0 } page)
        {
            foreach (var (ordinal, item) in page)
            {
                before = ordinal;
                yield return item;
            }
        }
    }

    /// <summary>Why items of a job failed: the reasons that stopped most of them, most first.</summary>
    public IReadOnlyList<FailureReason> FailureReasons(long number, int limit) => database.Read(session => session.Query(
        """
        SELECT coalesce(reason, ''), count(*), name, min(ordinal) FROM job_items WHERE job = $job AND outcome = 'Failed'
        GROUP BY reason ORDER BY 2 DESC, 4 LIMIT $limit
        """,
        static row => new FailureReason(row.GetString(0), row.GetInt64(1), row.GetString(2)),
        ("$job", number),
        ("$limit", limit)));

    /// <summary>The latest items of a job that failed, newest first.</summary>
    public IReadOnlyList<JobItem> Failures(long number, int limit) => database.Read(session => session.Query(
        "SELECT name, outcome, article, reason FROM job_items WHERE job = $job AND outcome = 'Failed' ORDER BY ordinal DESC LIMIT $limit",
        JobRows.ReadItem,
        ("$job", number),
        ("$limit", limit)));

    /// <summary>How many items of a job told of an article that another archive had removed; they are in none of the job's counts.</summary>
    public long CountRemoved(long number) => database.Read(session => (long)session.Scalar(
        "SELECT count(*) FROM job_items WHERE job = $job AND outcome = 'Removed'", ("$job", number))!);

    /// <summary>Lets a job stand still; its worker stops after the batch at hand. False when it has ended.</summary>
    public bool Pause(long number, string message) => SetState(number, JobState.Paused, message, "state IN ('Queued', 'Running')");

    /// <summary>Stops a job for good. False when it has ended.</summary>
    public bool Cancel(long number) => SetState(number, JobState.Cancelled, null, "state IN ('Queued', 'Running', 'Paused')");

    /// <summary>Puts a running job that this store holds back into the queue, as when the host stops.</summary>
    public bool Release(long number) => SetState(number, JobState.Queued, null, "state = 'Running'");

    /// <summary>Marks a running job as done. False when it does not run, or when another worker has taken it up since.</summary>
    public bool Complete(Job job) => SetState(job.Number, JobState.Done, null, string.Create(CultureInfo.InvariantCulture, $"state = 'Running' AND attempts = {job.Attempts}"));

    /// <summary>
    /// Lets a paused or cancelled job go on, and tries the failed items of any other again. False when it waits or runs already, or is done and none failed.
    /// </summary>
    public bool Retry(long number) => database.Write(session =>
    {
        var canGoOn = session.Scalar(
            "SELECT 1 FROM jobs WHERE number = $number AND (state IN ('Paused', 'Cancelled') OR (state = 'Done' AND failed > 0))", ("$number", number)) is not null;
        if (canGoOn)
        {
            session.Execute("DELETE FROM job_items WHERE job = $number AND outcome = 'Failed'", ("$number", number));
            session.Execute("UPDATE jobs SET state = 'Queued', failed = 0, message = NULL, ended_at = NULL WHERE number = $number", ("$number", number));
        }

        return canGoOn;
    });

    /// <summary>The names of the items that have an outcome; a job that is taken up again passes over them.</summary>
    public NamesSeen FinishedItems(long number)
    {
        var names = new NamesSeen();
        foreach (var item in AllItems(number))
        {
            names.Add(item.Name);
        }

        return names;
    }

    private List<(long Ordinal, JobItem Item)> PageAfter(long number, long after) => database.Read(session => session.Query(
        "SELECT name, outcome, article, reason, ordinal FROM job_items WHERE job = $job AND ordinal > $after ORDER BY ordinal LIMIT $limit",
        static row => (row.GetInt64(4), JobRows.ReadItem(row)),
        ("$job", number),
        ("$after", after),
        ("$limit", ItemsPage)));

    private List<(long Ordinal, JobItem Item)> FailuresBefore(long number, long before) => database.Read(session => session.Query(
        "SELECT name, outcome, article, reason, ordinal FROM job_items WHERE job = $job AND outcome = 'Failed' AND ordinal < $before ORDER BY ordinal DESC LIMIT $limit",
        static row => (row.GetInt64(4), JobRows.ReadItem(row)),
        ("$job", number),
        ("$before", before),
        ("$limit", ItemsPage)));

    private static Job? FindIn(SqliteSession session, long number) =>
        session.QueryFirst($"SELECT {JobRows.Columns} FROM jobs WHERE number = $number", JobRows.Read, ("$number", number));

    private Job Add(SqliteSession session, ArchiveName archive, JobRequest request, string requestedBy, int priority)
    {
        session.Execute(
            "INSERT INTO jobs (archive, state, priority, request, requested_by, created_at) VALUES ($archive, 'Queued', $priority, $request, $by, $now)",
            ("$archive", archive.Value),
            ("$priority", priority),
            ("$request", JobRows.Write(request)),
            ("$by", requestedBy),
            ("$now", Now()));
        return FindIn(session, session.LastKey())!;
    }

    private Job? Take(SqliteSession session, long? number)
    {
        // A reader would take the writer's running jobs for ones that a crash left behind.
        if (!isWriter)
        {
            throw new InvalidOperationException("Only the process that writes to the data folder works on jobs.");
        }

        if (number is not { } found)
        {
            return null;
        }

        session.Execute(
            """
            UPDATE jobs SET state = 'Running', holder = $me, attempts = attempts + 1, started_at = coalesce(started_at, $now), message = NULL
            WHERE number = $number
            """,
            ("$me", holder),
            ("$now", Now()),
            ("$number", found));
        return FindIn(session, found);
    }

    private bool SetState(long number, JobState state, string? message, string condition) => database.Write(session => session.Execute(
        $"""
        UPDATE jobs SET state = $state, message = $message, ended_at = CASE WHEN $state IN ('Done', 'Cancelled') THEN $now END
        WHERE number = $number AND {condition}
        """,
        ("$state", state.ToString()),
        ("$message", message),
        ("$now", Now()),
        ("$number", number)) > 0);

    private string Now() => ArticleRows.Write(clock.GetUtcNow());
}
