using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// Writes articles inside one transaction: decides for each whether it is new, changed, known or a copy, and numbers every change
/// in the archive's log.
/// </summary>
internal sealed class ArticleWriter(SqliteSession session, ArchiveLog log, ClusterWriter clusters)
{
    private const int ArticlesPerStatement = 500;

    private readonly long archive = log.Archive;

    private readonly Dictionary<Guid, KnownArticle> knownArticles = [];

    /// <summary>Looks up which articles are known; called once, before the first is written.</summary>
    public void Prepare(IReadOnlyCollection<PreparedArticle?> articles)
    {
        foreach (var chunk in articles.OfType<PreparedArticle>().Select(article => article.Id).Distinct().Chunk(ArticlesPerStatement))
        {
            var list = string.Join(',', chunk.Select(id => $"x'{id:N}'"));
            foreach (var (id, known) in session.QueryOnce($"SELECT id, key, current_version, fingerprint, removed_at IS NOT NULL FROM articles WHERE id IN ({list})", ReadKnown))
            {
                knownArticles.Add(id, known);
            }
        }
    }

    /// <summary>Writes one article.</summary>
    public StoreOutcome Write(PreparedArticle article)
    {
        var known = knownArticles.GetValueOrDefault(article.Id);
        if (known is { IsRemoved: false } && (known.Fingerprint.AsSpan().SequenceEqual(article.Fingerprint) || IsEarlierVersion(known, article)))
        {
            return Outcome(StoreResult.Unchanged, article, known.Version);
        }

        var version = Math.Max((known?.Version ?? 0) + 1, article.Version ?? 0);
        var correction = CorrectionOf(known, article);
        var key = known is null ? InsertArticle(article, version, correction) : UpdateArticle(known.Key, article, version, correction);
        InsertVersion(key, version, article);
        knownArticles[article.Id] = new KnownArticle(key, version, article.Fingerprint, IsRemoved: false);
        var isCopy = article.Print is { } print && clusters.Place(key, article, print, isNew: known is null);
        return Outcome(Result(known, isCopy), article, version);
    }

    /// <summary>Whether an article is a version that was stored before, as each but the last of an export that is read again; of others nobody knows when they were.</summary>
    private bool IsEarlierVersion(KnownArticle known, PreparedArticle article) => article.StoredAt is { } storedAt && session.Scalar(
        """
        SELECT 1 FROM versions WHERE article = $key AND stored_at = $stored AND title = $title AND text = $body AND url IS $url AND authors IS $authors AND source IS $source
            AND published IS $published AND modified IS $modified AND section IS $section AND tags IS $tags LIMIT 1
        """,
        ("$key", known.Key),
        ("$stored", ArticleRows.Write(storedAt)),
        ("$title", article.Content.Title),
        ("$body", article.Content.Text),
        ("$url", article.Content.Url),
        ("$authors", ArticleRows.WriteList(article.Content.Authors)),
        ("$source", article.Content.Source),
        ("$published", article.Content.Published?.ToString()),
        ("$modified", article.Content.Modified?.ToString()),
        ("$section", article.Content.Section),
        ("$tags", ArticleRows.WriteList(article.Content.Tags))) is not null;

    /// <summary>
    /// A correction is what an editor's note says, or else what a new version changed in a number, a name or a date; once corrected, an article stays so. A
    /// note that stands in the first version known was made when that was published.
    /// </summary>
    private ArticleCorrection? CorrectionOf(KnownArticle? known, PreparedArticle article)
    {
        var at = article.Content.Modified ?? (known is null ? article.Content.Published : null) ?? NewsTime.OfInstant(article.StoredAt ?? log.Now);
        if (article.CorrectionNote is { } note)
        {
            return new ArticleCorrection(at, note);
        }

        return known is { IsRemoved: false } && CurrentVersion(known) is { } before
            ? VersionChange.FactsBetween(before.Text, article.Content.Text) is { } change ? new ArticleCorrection(at, change) : before.Correction
            : null;
    }

    private VersionBefore? CurrentVersion(KnownArticle known) => session.QueryFirst(
        "SELECT v.text, a.corrected_at, a.correction FROM articles a JOIN versions v ON v.article = a.key AND v.version = a.current_version WHERE a.key = $key",
        static row => new VersionBefore(row.GetString(0), ArticleRows.Time(row, 1) is { } at ? new ArticleCorrection(at, ArticleRows.Text(row, 2) ?? "") : null),
        ("$key", known.Key));

    private static StoreOutcome Outcome(StoreResult result, PreparedArticle article, int version) =>
        new(result, article.Id, version, article.Content.ExternalId ?? article.Id.ToString());

    private static StoreResult Result(KnownArticle? known, bool isCopy) => (known, isCopy) switch
    {
        ({ IsRemoved: false }, _) => StoreResult.Updated,
        (_, true) => StoreResult.Duplicate,
        _ => StoreResult.Added,
    };

    private static (Guid Id, KnownArticle Known) ReadKnown(SqliteDataReader row) => (
        ArticleRows.ReadGuid(row, 0)!.Value,
        new KnownArticle(row.GetInt64(1), row.GetInt32(2), row.IsDBNull(3) ? [] : (byte[])row.GetValue(3), row.GetBoolean(4)));

    private long InsertArticle(PreparedArticle article, int version, ArticleCorrection? correction)
    {
        session.Execute(
            """
            INSERT INTO articles (archive, id, external_id, sequence, current_version, fingerprint, published, published_at, characters, passages, is_reissue, corrected_at, correction)
            VALUES ($archive, $id, $external, $sequence, $version, $fingerprint, $published, $at, $characters, $passages, $reissue, $corrected, $correction)
            """,
            ("$archive", archive),
            ("$id", ArticleRows.Bytes(article.Id)),
            ("$external", article.Content.ExternalId),
            ("$sequence", log.Next()),
            ("$version", version),
            ("$fingerprint", article.Fingerprint),
            ("$published", article.Content.Published?.ToString()),
            ("$at", article.Content.Published?.Instant.ToUnixTimeSeconds()),
            ("$characters", article.Content.Text.Length),
            ("$passages", article.Passages.Count),
            ("$reissue", article.IsReissue),
            ("$corrected", correction?.At.ToString()),
            ("$correction", correction?.What));
        return session.LastKey();
    }

    private long UpdateArticle(long key, PreparedArticle article, int version, ArticleCorrection? correction)
    {
        session.Execute(
            """
            UPDATE articles SET external_id = $external, sequence = $sequence, current_version = $version, fingerprint = $fingerprint,
                published = $published, published_at = $at, characters = $characters, passages = $passages, is_reissue = $reissue, corrected_at = $corrected, correction = $correction, removed_at = NULL, removal_reason = NULL
            WHERE key = $key
            """,
            ("$external", article.Content.ExternalId),
            ("$sequence", log.Next()),
            ("$version", version),
            ("$fingerprint", article.Fingerprint),
            ("$published", article.Content.Published?.ToString()),
            ("$at", article.Content.Published?.Instant.ToUnixTimeSeconds()),
            ("$characters", article.Content.Text.Length),
            ("$passages", article.Passages.Count),
            ("$reissue", article.IsReissue),
            ("$corrected", correction?.At.ToString()),
            ("$correction", correction?.What),
            ("$key", key));
        return key;
    }

    private void InsertVersion(long key, int version, PreparedArticle article)
    {
        var content = article.Content;
        session.Execute(
            """
            INSERT INTO versions (article, version, stored_at, title, url, authors, source, published, modified, language, syndicated_from, is_truncated,
                extractor, document, passages, text, section, tags, author_note)
            VALUES ($article, $version, $stored, $title, $url, $authors, $source, $published, $modified, $language, $syndicated, $truncated,
                $extractor, $document, $passages, $body, $section, $tags, $note)
            """,
            ("$article", key),
            ("$version", version),
            ("$stored", ArticleRows.Write(article.StoredAt ?? log.Now)),
            ("$title", content.Title),
            ("$url", content.Url),
            ("$authors", ArticleRows.WriteList(content.Authors)),
            ("$source", content.Source),
            ("$published", content.Published?.ToString()),
            ("$modified", content.Modified?.ToString()),
            ("$language", content.Language),
            ("$syndicated", content.SyndicatedFrom),
            ("$truncated", content.IsTruncated),
            ("$extractor", content.Extractor),
            ("$document", article.Document is { } document ? Keep(document) : null),
            ("$passages", PassageCodec.Encode(article.Passages)),
            ("$body", content.Text),
            ("$section", content.Section),
            ("$tags", ArticleRows.WriteList(content.Tags)),
            ("$note", content.AuthorNote));
    }

    private long Keep(Document document)
    {
        var sha256 = document.Sha256;
        if (session.Scalar("SELECT key FROM documents WHERE sha256 = $sha", ("$sha", sha256)) is long known)
        {
            return known;
        }

        session.Execute(
            "INSERT INTO documents (sha256, url, content_type, fetched_at, compressed) VALUES ($sha, $url, $type, $fetched, $bytes)",
            ("$sha", sha256),
            ("$url", document.Url),
            ("$type", document.ContentType),
            ("$fetched", ArticleRows.Write(document.FetchedAt)),
            ("$bytes", KeptBytes.Packed(document.Bytes)));
        return session.LastKey();
    }

    private sealed record VersionBefore(string Text, ArticleCorrection? Correction);

    private sealed record KnownArticle(long Key, int Version, byte[] Fingerprint, bool IsRemoved);
}
