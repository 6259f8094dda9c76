using System.Text.Json;

namespace NewsBot.Archive;

/// <summary>Takes articles out of an archive inside one transaction and leaves a tombstone without words.</summary>
internal sealed class ArticleRemoval(SqliteSession session, ArchiveLog log, ClusterWriter clusters)
{
    private bool hasRemoved;

    /// <summary>Removes one article; its public id, or null when there is none.</summary>
    public string? Remove(Guid article, string reason)
    {
        var found = session.QueryFirst(
            "SELECT key, external_id FROM articles WHERE id = $id AND archive = $archive AND removed_at IS NULL",
            static row => new Found(row.GetInt64(0), ArticleRows.Text(row, 1)),
            ("$id", ArticleRows.Bytes(article)),
            ("$archive", log.Archive));
        if (found is null)
        {
            return null;
        }

        clusters.Detach(found.Key);
        session.Execute("DELETE FROM versions WHERE article = $key", ("$key", found.Key));
        hasRemoved = true;
        RemoveAnswersNaming(article, found);
        LeaveTombstone(found, reason);
        return found.ExternalId ?? article.ToString();
    }

    /// <summary>Keeps in the record of administration who removed what.</summary>
    public void Record(RemovedBy by, string detail) => session.Execute(
        "INSERT INTO audit (at, guild, user, action, detail) VALUES ($at, $guild, $by, $action, $detail)",
        ("$at", ArticleRows.Write(log.Now)),
        ("$guild", by.Guild),
        ("$by", by.User),
        ("$action", by.Action),
        ("$detail", detail));

    /// <summary>Keeps what another archive kept of a removed article. An article that is, or was, here stays as it is; false then.</summary>
    public bool Keep(Tombstone tombstone)
    {
        if (session.Scalar("SELECT 1 FROM articles WHERE id = $id", ("$id", ArticleRows.Bytes(tombstone.Id))) is not null)
        {
            return false;
        }

        session.Execute(
            """
            INSERT INTO articles (archive, id, external_id, sequence, current_version, characters, passages, removed_at, removal_reason)
            VALUES ($archive, $id, $external, $sequence, $version, 0, 0, $at, $reason)
            """,
            ("$archive", log.Archive),
            ("$id", ArticleRows.Bytes(tombstone.Id)),
            ("$external", tombstone.ExternalId),
            ("$sequence", log.Next()),
            ("$version", tombstone.LastVersion),
            ("$at", ArticleRows.Write(tombstone.RemovedAt)),
            ("$reason", tombstone.Reason));
        return true;
    }

    /// <summary>Removes the bytes that no version names any more; called once, at the end.</summary>
    public void Finish()
    {
        if (hasRemoved)
        {
            session.Execute("DELETE FROM documents WHERE key NOT IN (SELECT document FROM versions WHERE document IS NOT NULL)");
        }
    }

    private void RemoveAnswersNaming(Guid article, Found found)
    {
        session.Execute("DELETE FROM answers WHERE archive = $archive AND instr(json, $id) > 0", ("$archive", log.Archive), ("$id", article.ToString()));
        if (found.ExternalId is { } external)
        {
            var quoted = "\"" + JsonEncodedText.Encode(external) + "\"";
            session.Execute("DELETE FROM answers WHERE archive = $archive AND instr(json, $id) > 0", ("$archive", log.Archive), ("$id", quoted));
        }
    }

    private void LeaveTombstone(Found found, string reason)
    {
        session.Execute(
            """
            UPDATE articles SET sequence = $sequence, fingerprint = NULL, published = NULL,
                published_at = NULL, characters = 0, passages = 0, cluster = NULL, superseded_by = NULL, corrected_at = NULL, correction = NULL,
                removed_at = $now, removal_reason = $reason
            WHERE key = $key
            """,
            ("$sequence", log.Next()),
            ("$now", ArticleRows.Write(log.Now)),
            ("$reason", reason),
            ("$key", found.Key));
    }

    private sealed record Found(long Key, string? ExternalId);
}
