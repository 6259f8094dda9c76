namespace NewsBot.Archive;

/// <summary>
/// One archive inside one transaction: its key, and the numbers of its log of changes. Whoever changes articles takes the next number;
/// the last one is written at the end.
/// </summary>
internal sealed class ArchiveLog
{
    private readonly SqliteSession session;
    private long sequence;

    private ArchiveLog(SqliteSession session, ArchiveName name, long archive, long sequence, DateTimeOffset now)
    {
        this.session = session;
        this.sequence = sequence;
        Name = name;
        Archive = archive;
        Now = now;
    }

    /// <summary>The archive's name.</summary>
    public ArchiveName Name { get; }

    /// <summary>The archive's key.</summary>
    public long Archive { get; }

    /// <summary>The time of the transaction.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Opens the log of an archive, which is created where it is missing.</summary>
    public static ArchiveLog OpenOrCreate(SqliteSession session, ArchiveName name, DateTimeOffset now)
    {
        session.Execute(
            "INSERT INTO archives (name, created_at) VALUES ($name, $now) ON CONFLICT (name) DO NOTHING",
            ("$name", name.Value),
            ("$now", ArticleRows.Write(now)));
        return Open(session, name, now)!;
    }

    /// <summary>Opens the log of an archive, or gives null where there is no such archive.</summary>
    public static ArchiveLog? Open(SqliteSession session, ArchiveName name, DateTimeOffset now) => session.QueryFirst(
        "SELECT key, last_sequence FROM archives WHERE name = $name",
        row => new ArchiveLog(session, name, row.GetInt64(0), row.GetInt64(1), now),
        ("$name", name.Value));

    /// <summary>The number of the next change.</summary>
    public long Next() => ++sequence;

    /// <summary>Writes how far the log has come; called once, at the end of the transaction.</summary>
    public void Close() =>
        session.Execute("UPDATE archives SET last_sequence = $sequence WHERE key = $archive", ("$sequence", sequence), ("$archive", Archive));
}
