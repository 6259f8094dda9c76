using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>What administration reads.</summary>
public sealed partial class ArchiveStore
{
    private const int ListPage = 1_000;

    /// <summary>The articles of an archive without their texts, in the order in which they last changed. Read page by page, so any size will do.</summary>
    public IEnumerable<ArticleSummary> List(ArchiveName archive)
    {
        var after = 0L;
        while (true)
        {
            var page = ListAfter(archive, after);
            foreach (var (sequence, article) in page)
            {
                after = sequence;
                yield return article;
            }

            if (page.Count < ListPage)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<PublishedArticle> PublishedBetween(ArchiveName archive, DateTimeOffset first, DateTimeOffset last, int limit) => database.Read(session => session.Query(
        """
        SELECT a.id, v.source, v.language, a.copies
        FROM (SELECT key, id, current_version, published_at, iif(cluster IS NULL, 1, (SELECT count(*) FROM articles m WHERE m.cluster = o.cluster)) AS copies
            FROM articles o WHERE archive = (SELECT key FROM archives WHERE name = $archive) AND published_at BETWEEN $first AND $last
            AND removed_at IS NULL AND superseded_by IS NULL ORDER BY copies DESC, published_at DESC, id LIMIT $limit) a
        JOIN versions v ON v.article = a.key AND v.version = a.current_version ORDER BY a.copies DESC, a.published_at DESC, a.id
        """,
        static row => new PublishedArticle(ArticleRows.ReadGuid(row, 0)!.Value, ArticleRows.Text(row, 1), ArticleRows.Text(row, 2), row.GetInt32(3)),
        ("$archive", archive.Value),
        ("$first", first.ToUnixTimeSeconds()),
        ("$last", last.ToUnixTimeSeconds()),
        ("$limit", limit)));

    /// <summary>All versions of an article, oldest first; empty for an unknown one.</summary>
    public IReadOnlyList<Article> History(ArchiveName archive, Guid article) => database.Read(session => session.Query(
        $"""
        SELECT {ArticleRows.Columns} FROM articles a JOIN versions v ON v.article = a.key
        WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NULL ORDER BY v.version
        """,
        row => ArticleRows.Read(row, archive),
        ("$id", ArticleRows.Bytes(article)),
        ("$archive", archive.Value)));

    /// <summary>The bytes that an article's current version was read from, or null where they were not kept.</summary>
    public Document? DocumentOf(ArchiveName archive, Guid article) => database.Read(session => session.QueryFirst(
        """
        SELECT d.url, d.content_type, d.fetched_at, d.compressed, v.title
        FROM articles a JOIN versions v ON v.article = a.key AND v.version = a.current_version JOIN documents d ON d.key = v.document
        WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NULL
        """,
        ReadDocument,
        ("$id", ArticleRows.Bytes(article)),
        ("$archive", archive.Value)));

    /// <summary>Versions of all articles in the order in which they were stored, after a position; the position stands with each.</summary>
    /// <remarks>CROSS keeps SQLite from beginning with the articles: it would read all of them for each call, and an export would take the square of their number.</remarks>
    internal IReadOnlyList<(long Key, Article Version)> VersionsAfter(ArchiveName archive, long after, int limit, long characters) => database.Read(session => session.QueryUntil(
        $"""
        SELECT {ArticleRows.Columns}, v.key FROM versions v CROSS JOIN articles a ON a.key = v.article
        WHERE v.key > $after AND a.archive = (SELECT key FROM archives WHERE name = $archive) ORDER BY v.key LIMIT $limit
        """,
        row => (Key: row.GetInt64(row.FieldCount - 1), Version: ArticleRows.Read(row, archive)),
        read => (characters -= read.Version.Text.Length) <= 0,
        ("$after", after),
        ("$archive", archive.Value),
        ("$limit", limit)));

    /// <summary>The bytes that a version was read from, by its key; null where they were not kept.</summary>
    internal Document? DocumentOfVersion(long key) => database.Read(session => session.QueryFirst(
        "SELECT d.url, d.content_type, d.fetched_at, d.compressed, v.title FROM versions v JOIN documents d ON d.key = v.document WHERE v.key = $key", ReadDocument, ("$key", key)));

    /// <summary>What is left of all removed articles, in the order of their removal.</summary>
    internal IReadOnlyList<Tombstone> Tombstones(ArchiveName archive) => database.Read(session => session.Query(
        """
        SELECT id, external_id, removed_at, removal_reason, current_version FROM articles
        WHERE archive = (SELECT key FROM archives WHERE name = $archive) AND removed_at IS NOT NULL ORDER BY sequence
        """,
        ReadTombstone,
        ("$archive", archive.Value)));

    /// <inheritdoc/>
    public IReadOnlyList<Guid> RemovedArticles(ArchiveName archive) => database.Read(session => session.Query(
        "SELECT id FROM articles WHERE archive = (SELECT key FROM archives WHERE name = $archive) AND removed_at IS NOT NULL ORDER BY sequence",
        static row => ArticleRows.ReadGuid(row, 0)!.Value,
        ("$archive", archive.Value)));

    /// <inheritdoc/>
    public Tombstone? FindTombstone(ArchiveName archive, Guid article) => database.Read(session => session.QueryFirst(
        """
        SELECT a.id, a.external_id, a.removed_at, a.removal_reason, a.current_version FROM articles a
        WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NOT NULL
        """,
        ReadTombstone,
        ("$id", ArticleRows.Bytes(article)),
        ("$archive", archive.Value)));

    /// <summary>A stored answer's JSON, or null; an answer of another archive is not found.</summary>
    public string? FindAnswer(ArchiveName archive, Guid id) => database.Read(session => session.Scalar(
        "SELECT json FROM answers WHERE id = $id AND archive = (SELECT key FROM archives WHERE name = $archive)",
        ("$id", ArticleRows.Bytes(id)),
        ("$archive", archive.Value)) as string);

    /// <summary>The names of the settings that begin so, in order.</summary>
    public IReadOnlyList<string> SettingNames(string prefix) => database.Read(session => session.Query(
        "SELECT name FROM settings WHERE substr(name, 1, length($prefix)) = $prefix ORDER BY name", static row => row.GetString(0), ("$prefix", prefix)));

    /// <summary>A named value of the program, or null.</summary>
    public string? FindSetting(string name) => database.Read(session =>
        session.Scalar("SELECT value FROM settings WHERE name = $name", ("$name", name)) as string);

    private static Document ReadDocument(SqliteDataReader row) => new()
    {
        Url = ArticleRows.Text(row, 0),
        ContentType = ArticleRows.Text(row, 1),
        FetchedAt = ArticleRows.ReadInstant(row.GetString(2)),
        Bytes = KeptBytes.Unpacked((byte[])row.GetValue(3)),
        Name = row.GetString(4),
    };

    private static Tombstone ReadTombstone(SqliteDataReader row) => new(
        ArticleRows.ReadGuid(row, 0)!.Value,
        ArticleRows.Text(row, 1) ?? ArticleRows.ReadGuid(row, 0)!.Value.ToString(),
        ArticleRows.ReadInstant(row.GetString(2)),
        row.GetString(3))
    {
        LastVersion = row.GetInt32(4),
    };

    private List<(long Sequence, ArticleSummary Article)> ListAfter(ArchiveName archive, long sequence) => database.Read(session => session.Query(
        """
        SELECT a.sequence, a.id, a.external_id, v.version, v.title, v.url, v.source, v.published, v.stored_at, a.characters
        FROM articles a JOIN versions v ON v.article = a.key AND v.version = a.current_version
        WHERE a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.sequence > $after AND a.removed_at IS NULL
        ORDER BY a.sequence LIMIT $limit
        """,
        static row => (row.GetInt64(0), new ArticleSummary
        {
            Id = ArticleRows.ReadGuid(row, 1)!.Value,
            PublicId = ArticleRows.Text(row, 2) ?? ArticleRows.ReadGuid(row, 1)!.Value.ToString(),
            Version = row.GetInt32(3),
            Title = row.GetString(4),
            Url = ArticleRows.Text(row, 5),
            Source = ArticleRows.Text(row, 6),
            Published = ArticleRows.Time(row, 7),
            StoredAt = ArticleRows.ReadInstant(row.GetString(8)),
            Characters = row.GetInt64(9),
        }),
        ("$archive", archive.Value),
        ("$after", sequence),
        ("$limit", ListPage)));
}
