using System.Text.Json;

namespace NewsBot.Archive;

/// <summary>Takes articles out of an archive inside one transaction and leaves a tombstone without words.</summary>
internal sealed class ArticleRemoval(SqliteSession session, ArchiveName archive, DateTimeOffset now)
{
    /// <summary>Removes one article; false when there is none.</summary>
    public bool Remove(Guid article, string reason)
    {
        var found = session.QueryFirst(
            "SELECT a.key, a.archive, a.external_id FROM articles a JOIN archives n ON n.key = a.archive WHERE a.id = $id AND n.name = $archive AND a.removed_at IS NULL",
            static row => new Found(row.GetInt64(0), row.GetInt64(1), ArticleRows.Text(row, 2)),
            ("$id", ArticleRows.Bytes(article)),
            ("$archive", archive.Value));
        if (found is null)
        {
            return false;
        }

        RemoveVersions(found.Key);
        RemoveAnswersNaming(article, found);
        LeaveTombstone(found, reason);
        return true;
    }

    private void RemoveVersions(long key)
    {
        session.Execute("DELETE FROM versions WHERE article = $key", ("$key", key));
        session.Execute("DELETE FROM documents WHERE key NOT IN (SELECT document FROM versions WHERE document IS NOT NULL)");
    }

    private void RemoveAnswersNaming(Guid article, Found found)
    {
        session.Execute("DELETE FROM answers WHERE archive = $archive AND instr(json, $id) > 0", ("$archive", found.Archive), ("$id", article.ToString()));
        if (found.ExternalId is { } external)
        {
            var quoted = "\"" + JsonEncodedText.Encode(external) + "\"";
            session.Execute("DELETE FROM answers WHERE archive = $archive AND instr(json, $id) > 0", ("$archive", found.Archive), ("$id", quoted));
        }
    }

    private void LeaveTombstone(Found found, string reason)
    {
        session.Execute("UPDATE archives SET last_sequence = last_sequence + 1 WHERE key = $archive", ("$archive", found.Archive));
        session.Execute(
            """
            UPDATE articles SET sequence = (SELECT last_sequence FROM archives WHERE key = articles.archive), fingerprint = NULL, text_hash = NULL, published = NULL,
                published_at = NULL, characters = 0, passages = 0, cluster = NULL, superseded_by = NULL, corrected_at = NULL, correction = NULL,
                removed_at = $now, removal_reason = $reason
            WHERE key = $key
            """,
            ("$now", ArticleRows.Write(now)),
            ("$reason", reason),
            ("$key", found.Key));
    }

    private sealed record Found(long Key, long Archive, string? ExternalId);
}
