using System.Globalization;

namespace NewsBot.Archive;

/// <summary>
/// The archives of one data folder. One process writes at a time, any number read. Every method is safe for several threads at once;
/// what a write returned is on the disk.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArchiveUnavailableException"/> when the disk is full, the file damaged or the folder not readable; its
/// message says what to do. What a failed batch had begun is rolled back.
/// </remarks>
public sealed partial class ArchiveStore : IArchiveReader, IDisposable
{
    private readonly Database database;
    private readonly WriterLock? writerLock;
    private readonly TimeProvider clock;
    private readonly BandMemory bands = new();

    private ArchiveStore(string folder, Database database, WriterLock? writerLock, TimeProvider clock)
    {
        Folder = folder;
        this.database = database;
        this.writerLock = writerLock;
        this.clock = clock;
        Jobs = new JobQueue(database, clock, isWriter: writerLock is not null);
        Feeds = new FeedSchedule(database, clock);
        Readers = new ReaderLog(database);
        Questions = new QuestionLog(database);
        Answers = new AnswerLedger(database);
        Exchanges = new ExchangeLog(database);
        Tokens = new TokenLedger(database);
        Boilerplate = new BoilerplateBook(database, clock);
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The queue of ingest jobs.</summary>
    public JobQueue Jobs { get; }

    /// <summary>The feeds that are looked at on a schedule.</summary>
    public FeedSchedule Feeds { get; }

    /// <summary>What is kept of readers in chat servers: feedback, unanswered questions, the record of administration.</summary>
    public ReaderLog Readers { get; }

    /// <summary>What was asked, wherever it was asked, and what became of it.</summary>
    public QuestionLog Questions { get; }

    /// <summary>What is remembered of given answers beside their words.</summary>
    public AnswerLedger Answers { get; }

    /// <summary>Which messages of chat servers answer which questions.</summary>
    public ExchangeLog Exchanges { get; }

    /// <summary>Which tokens of a language model were used, and for whom.</summary>
    public TokenLedger Tokens { get; }

    /// <summary>The lines of sites that are no article's text.</summary>
    public BoilerplateBook Boilerplate { get; }

    /// <summary>Whether a folder holds a store, so that it can be opened for reading.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Database.FileName));

    /// <summary>Opens a data folder; with <see cref="StoreAccess.Write"/> it is created where it is missing.</summary>
    /// <exception cref="ArchiveLockedException">Another process writes to the folder.</exception>
    /// <exception cref="ArchiveUnavailableException">The folder cannot be used; the message says why and what to do.</exception>
    public static ArchiveStore Open(string folder, StoreAccess access, TimeProvider clock)
    {
        folder = Path.GetFullPath(folder);
        if (access == StoreAccess.Read)
        {
            return new ArchiveStore(folder, Database.OpenForReading(folder), writerLock: null, clock);
        }

        CreateFolder(folder);
        var taken = WriterLock.Take(folder, clock);
        try
        {
            return new ArchiveStore(folder, Database.OpenForWriting(folder), taken, clock);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>The process that writes to a data folder now, or null.</summary>
    public static WriterClaim? WriterOf(string folder) => WriterLock.CurrentHolder(Path.GetFullPath(folder));

    /// <summary>Tells other processes where this one serves; false where that cannot be written down, as on a full disk.</summary>
    public bool AnnounceHost(string address) => writerLock?.Announce(address) == true;

    /// <inheritdoc/>
    public IReadOnlyList<ArchiveName> Archives() => database.Read(session =>
        session.Query("SELECT name FROM archives ORDER BY name", static row => ArchiveName.Parse(row.GetString(0))));

    /// <summary>Whether an archive exists.</summary>
    public bool Exists(ArchiveName archive) => database.Read(session => KeyOf(session, archive) is not null);

    /// <inheritdoc/>
    public Article? Find(ArchiveName archive, string publicId) =>
        Find(archive, ArticleIdentity.OfExternalId(archive, publicId)) ?? (Guid.TryParse(publicId, out var id) ? Find(archive, id) : null);

    /// <inheritdoc/>
    public Article? Find(ArchiveName archive, Guid article, int? version = null) => database.Read(session => session.QueryFirst(
        $"""
        SELECT {ArticleRows.Columns} FROM articles a JOIN versions v ON v.article = a.key AND v.version = coalesce($version, a.current_version)
        WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NULL
        """,
        row => ArticleRows.Read(row, archive),
        ("$version", version),
        ("$id", ArticleRows.Bytes(article)),
        ("$archive", archive.Value)));

    /// <summary>The current version of the article at an address, or null.</summary>
    public Article? FindByUrl(ArchiveName archive, string url) => Find(archive, ArticleIdentity.OfUrl(archive, url));

    /// <inheritdoc/>
    public IReadOnlyList<Article> FindMany(ArchiveName archive, IReadOnlyCollection<Guid> articles) => database.Read(session =>
        articles.Distinct().Select(id => session.QueryFirst(
            $"""
            SELECT {ArticleRows.Columns} FROM articles a JOIN versions v ON v.article = a.key AND v.version = a.current_version
            WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NULL
            """,
            row => ArticleRows.Read(row, archive),
            ("$id", ArticleRows.Bytes(id)),
            ("$archive", archive.Value))).OfType<Article>().ToList());

    /// <inheritdoc/>
    public IReadOnlyList<Passage> PassagesOf(ArchiveName archive, Guid article, int version) => database.Read(session =>
        session.Scalar(
            """
            SELECT v.passages FROM articles a JOIN versions v ON v.article = a.key AND v.version = $version
            WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NULL
            """,
            ("$version", version),
            ("$id", ArticleRows.Bytes(article)),
            ("$archive", archive.Value)) is byte[] bytes ? PassageCodec.Decode(bytes) : []);

    /// <inheritdoc/>
    public IReadOnlyList<ArticleChange> ChangesAfter(ArchiveName archive, long sequence, int limit, long characters = long.MaxValue) => database.Read(session => session.QueryUntil(
        $"""
        SELECT {ArticleRows.Columns} FROM articles a LEFT JOIN versions v ON v.article = a.key AND v.version = a.current_version AND a.removed_at IS NULL
        WHERE a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.sequence > $after ORDER BY a.sequence LIMIT $limit
        """,
        row => new ArticleChange(row.GetInt64(2), ArticleRows.ReadGuid(row, 0)!.Value, row.IsDBNull(1) ? null : ArticleRows.Read(row, archive)),
        change => (characters -= change.Article?.Text.Length ?? 0) <= 0,
        ("$archive", archive.Value),
        ("$after", sequence),
        ("$limit", limit)));

    /// <inheritdoc/>
    public long LastSequence(ArchiveName archive) => database.Read(session =>
        session.Scalar("SELECT last_sequence FROM archives WHERE name = $archive", ("$archive", archive.Value)) is long last ? last : 0);

    /// <inheritdoc/>
    public NewsTime? NewestPublished(ArchiveName archive) => database.Read(session => FirstPublished(session, KeyOf(session, archive) ?? -1, "DESC"));

    /// <inheritdoc/>
    public ArchiveStatistics Statistics(ArchiveName archive) => database.Read(session =>
    {
        var key = KeyOf(session, archive) ?? -1;
        var versions = (long)session.Scalar(
            "SELECT count(*) FROM versions v JOIN articles a ON a.key = v.article WHERE a.archive = $archive", ("$archive", key))!;
        var (articles, passages, characters) = session.Query(
            $"SELECT count(*), coalesce(sum(passages), 0), coalesce(sum(characters), 0) {PresentArticles}",
            static row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
            ("$archive", key))[0];
        return new ArchiveStatistics(articles, versions, passages, characters, FirstPublished(session, key, "ASC"), FirstPublished(session, key, "DESC"));
    });

    private const string PresentArticles = "FROM articles WHERE archive = $archive AND removed_at IS NULL";

    private static NewsTime? FirstPublished(SqliteSession session, long archive, string order) => session.Scalar(
        $"SELECT published {PresentArticles} AND published_at IS NOT NULL ORDER BY published_at {order}, published LIMIT 1", ("$archive", archive)) is string text
        && NewsTime.TryParse(text, out var time) ? time : null;

    /// <summary>How SQLite carries out what was asked of this store so far, by statement; for tests, which a plan that reads whole tables should fail.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Plans() => database.Plans();

    /// <summary>Gives back the connections and, for a writer, the folder.</summary>
    public void Dispose()
    {
        database.Dispose();
        writerLock?.Dispose();
    }

    private static long? KeyOf(SqliteSession session, ArchiveName archive) =>
        session.Scalar("SELECT key FROM archives WHERE name = $archive", ("$archive", archive.Value)) as long?;

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveUnavailableException(
                $"The data folder {folder} cannot be created ({exception.Message.TrimEnd('.')}). Choose another folder with --data, or give this user the right to write there.", exception);
        }
    }
}
