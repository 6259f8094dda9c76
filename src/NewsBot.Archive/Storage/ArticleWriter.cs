using System.Globalization;
using System.IO.Compression;

namespace NewsBot.Archive;

/// <summary>
/// Writes articles inside one transaction: decides for each whether it is new, changed, known or a copy, and numbers every change
/// in the archive's log.
/// </summary>
internal sealed class ArticleWriter(SqliteSession session, ArchiveLog log)
{
    private readonly long archive = log.Archive;
    private readonly string storedAt = ArticleRows.Write(log.Now);

    /// <summary>Writes one article.</summary>
    public StoreOutcome Write(PreparedArticle article)
    {
        var known = Find(article.Id);
        if (known is { IsRemoved: false } && known.Fingerprint.AsSpan().SequenceEqual(article.Fingerprint))
        {
            return Outcome(StoreResult.Unchanged, article, known.Version);
        }

        var version = (known?.Version ?? 0) + 1;
        var key = known is null ? InsertArticle(article) : UpdateArticle(known.Key, article, version);
        InsertVersion(key, version, article);
        var isCopy = JoinCopies(key, article);
        return Outcome(Result(known, isCopy), article, version);
    }

    private static StoreOutcome Outcome(StoreResult result, PreparedArticle article, int version) =>
        new(result, article.Id, version, article.Content.ExternalId ?? article.Id.ToString());

    private static StoreResult Result(KnownArticle? known, bool isCopy) => (known, isCopy) switch
    {
        ({ IsRemoved: false }, _) => StoreResult.Updated,
        (_, true) => StoreResult.Duplicate,
        _ => StoreResult.Added,
    };

    private KnownArticle? Find(Guid id) => session.QueryFirst(
        "SELECT key, current_version, fingerprint, removed_at IS NOT NULL FROM articles WHERE id = $id",
        static row => new KnownArticle(row.GetInt64(0), row.GetInt32(1), row.IsDBNull(2) ? [] : (byte[])row.GetValue(2), row.GetBoolean(3)),
        ("$id", ArticleRows.Bytes(id)));

    private long InsertArticle(PreparedArticle article)
    {
        session.Execute(
            """
            INSERT INTO articles (archive, id, external_id, sequence, current_version, fingerprint, text_hash, published, published_at, characters, passages)
            VALUES ($archive, $id, $external, $sequence, 1, $fingerprint, $text, $published, $at, $characters, $passages)
            """,
            ("$archive", archive),
            ("$id", ArticleRows.Bytes(article.Id)),
            ("$external", article.Content.ExternalId),
            ("$sequence", log.Next()),
            ("$fingerprint", article.Fingerprint),
            ("$text", article.TextHash),
            ("$published", article.Content.Published?.ToString()),
            ("$at", article.Content.Published?.Instant.ToUnixTimeSeconds()),
            ("$characters", article.Content.Text.Length),
            ("$passages", article.Passages.Count));
        return session.LastKey();
    }

    private long UpdateArticle(long key, PreparedArticle article, int version)
    {
        session.Execute(
            """
            UPDATE articles SET external_id = $external, sequence = $sequence, current_version = $version, fingerprint = $fingerprint, text_hash = $text,
                published = $published, published_at = $at, characters = $characters, passages = $passages, removed_at = NULL, removal_reason = NULL
            WHERE key = $key
            """,
            ("$external", article.Content.ExternalId),
            ("$sequence", log.Next()),
            ("$version", version),
            ("$fingerprint", article.Fingerprint),
            ("$text", article.TextHash),
            ("$published", article.Content.Published?.ToString()),
            ("$at", article.Content.Published?.Instant.ToUnixTimeSeconds()),
            ("$characters", article.Content.Text.Length),
            ("$passages", article.Passages.Count),
            ("$key", key));
        return key;
    }

    private void InsertVersion(long key, int version, PreparedArticle article)
    {
        var content = article.Content;
        session.Execute(
            """
            INSERT INTO versions (article, version, stored_at, title, url, authors, source, published, modified, language, syndicated_from, is_truncated,
                extractor, document, passages, text)
            VALUES ($article, $version, $stored, $title, $url, $authors, $source, $published, $modified, $language, $syndicated, $truncated,
                $extractor, $document, $passages, $body)
            """,
            ("$article", key),
            ("$version", version),
            ("$stored", storedAt),
            ("$title", content.Title),
            ("$url", content.Url),
            ("$authors", ArticleRows.WriteAuthors(content.Authors)),
            ("$source", content.Source),
            ("$published", content.Published?.ToString()),
            ("$modified", content.Modified?.ToString()),
            ("$language", content.Language),
            ("$syndicated", content.SyndicatedFrom),
            ("$truncated", content.IsTruncated),
            ("$extractor", content.Extractor),
            ("$document", article.Document is { } document ? Keep(document) : null),
            ("$passages", PassageCodec.Encode(article.Passages)),
            ("$body", content.Text));
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
            ("$bytes", Compressed(document.Bytes)));
        return session.LastKey();
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var compressor = new BrotliStream(result, CompressionLevel.Fastest))
        {
            compressor.Write(bytes);
        }

        return result.ToArray();
    }

    /// <summary>Puts an article into one cluster with the others that have its text. The cluster is named by its smallest identity, so that no order of ingest matters.</summary>
    private bool JoinCopies(long key, PreparedArticle article)
    {
        var others = session.Query(
            "SELECT key, id, cluster FROM articles WHERE archive = $archive AND text_hash = $text AND key <> $key AND removed_at IS NULL",
            static row => (Key: row.GetInt64(0), Id: ArticleRows.ReadGuid(row, 1)!.Value, Cluster: ArticleRows.ReadGuid(row, 2)),
            ("$archive", archive),
            ("$text", article.TextHash),
            ("$key", key));
        var cluster = others.Select(other => other.Id).Append(article.Id).MinBy(id => id.ToString(), StringComparer.Ordinal);
        foreach (var other in others.Where(other => other.Cluster != cluster))
        {
            session.Execute(
                "UPDATE articles SET cluster = $cluster, sequence = $sequence WHERE key = $key",
                ("$cluster", ArticleRows.Bytes(cluster)), ("$sequence", log.Next()), ("$key", other.Key));
        }

        session.Execute(
            "UPDATE articles SET cluster = $cluster WHERE key = $key", ("$cluster", others.Count == 0 ? null : ArticleRows.Bytes(cluster)), ("$key", key));
        return others.Count > 0;
    }

    private sealed record KnownArticle(long Key, int Version, byte[] Fingerprint, bool IsRemoved);
}
