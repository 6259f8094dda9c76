using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>The feeds that are looked at on a schedule. Safe for several threads at once; what a write returned is on the disk.</summary>
public sealed class FeedSchedule
{
    /// <summary>The shortest pause between two looks at one feed.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);

    /// <summary>The longest one.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(30);

    private const string Columns =
        "number, archive, url, every_seconds, added_by, next_at, last_attempt_at, last_success_at, failures, message, is_dead, etag, last_modified";

    private readonly Database database;
    private readonly TimeProvider clock;

    internal FeedSchedule(Database database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
    }

    /// <summary>Adds a feed, or changes how often a known one is looked at; it is looked at at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is too short or too long; the message says what is allowed.</exception>
    public ScheduledFeed Add(ArchiveName archive, string url, TimeSpan every, string addedBy)
    {
        if (every < ShortestInterval || every > LongestInterval)
        {
            throw new ArgumentOutOfRangeException(nameof(every), every, "A feed can be looked at every minute at most and every 30 days at least; give a time such as 15m, 2h or 1d.");
        }

        // Two ways to write one address are one feed.
        url = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsoluteUri : url;
        return database.Write(session =>
        {
            session.Execute(
                """
                INSERT INTO feeds (archive, url, every_seconds, added_by, added_at, next_at) VALUES ($archive, $url, $every, $by, $now, $now)
                ON CONFLICT (archive, url) DO UPDATE SET every_seconds = excluded.every_seconds, next_at = excluded.next_at, is_dead = 0, failures = 0
                """,
                ("$archive", archive.Value),
                ("$url", url),
                ("$every", (long)every.TotalSeconds),
                ("$by", addedBy),
                ("$now", Now()));
            return session.QueryFirst($"SELECT {Columns} FROM feeds WHERE archive = $archive AND url = $url", Read, ("$archive", archive.Value), ("$url", url))!;
        });
    }

    /// <summary>Takes a feed off the schedule; its articles stay. False when there is none of that number.</summary>
    public bool Remove(long number) => database.Write(session => session.Execute("DELETE FROM feeds WHERE number = $number", ("$number", number)) > 0);

    /// <summary>All feeds, by number.</summary>
    public IReadOnlyList<ScheduledFeed> List() => database.Read(session => session.Query($"SELECT {Columns} FROM feeds ORDER BY number", Read));

    /// <summary>The feeds whose time has come, longest waiting first.</summary>
    public IReadOnlyList<ScheduledFeed> Due() => database.Read(session => session.Query(
        $"SELECT {Columns} FROM feeds WHERE is_dead = 0 AND next_at <= $now ORDER BY next_at", Read, ("$now", Now())));

    /// <summary>Records a look at a feed: everything but its number, archive and who added it is kept as given.</summary>
    public void Record(ScheduledFeed feed) => database.Write(session => session.Execute(
        """
        UPDATE OR IGNORE feeds SET url = $url, next_at = $next, last_attempt_at = $attempt, last_success_at = $success, failures = $failures, message = $message,
            is_dead = $dead, etag = $etag, last_modified = $modified
        WHERE number = $number
        """,
        ("$url", feed.Url),
        ("$next", ArticleRows.Write(feed.NextAt)),
        ("$attempt", feed.LastAttemptAt is { } attempt ? ArticleRows.Write(attempt) : null),
        ("$success", feed.LastSuccessAt is { } success ? ArticleRows.Write(success) : null),
        ("$failures", feed.Failures),
        ("$message", feed.Message),
        ("$dead", feed.IsDead),
        ("$etag", feed.ETag),
        ("$modified", feed.LastModified),
        ("$number", feed.Number)));

    private static ScheduledFeed Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Archive = ArchiveName.Parse(row.GetString(1)),
        Url = row.GetString(2),
        Every = TimeSpan.FromSeconds(row.GetInt64(3)),
        AddedBy = row.GetString(4),
        NextAt = ArticleRows.ReadInstant(row.GetString(5)),
        LastAttemptAt = row.IsDBNull(6) ? null : ArticleRows.ReadInstant(row.GetString(6)),
        LastSuccessAt = row.IsDBNull(7) ? null : ArticleRows.ReadInstant(row.GetString(7)),
        Failures = row.GetInt32(8),
        Message = ArticleRows.Text(row, 9),
        IsDead = row.GetBoolean(10),
        ETag = ArticleRows.Text(row, 11),
        LastModified = ArticleRows.Text(row, 12),
    };

    private string Now() => ArticleRows.Write(clock.GetUtcNow());
}
