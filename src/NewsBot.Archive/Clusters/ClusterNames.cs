using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// Writes which cluster each article belongs to and which correction replaces it, and logs every article for which that changed. A cluster that only grew
/// is not read again: its name and its latest re-issue are looked up.
/// </summary>
internal sealed class ClusterNames(SqliteSession session, ArchiveLog log, PlacedArticles placed)
{
    private const int MembersAtOnce = 64;

    private static readonly IComparer<Guid> BigEndianOrder = Comparer<Guid>.Create(static (a, b) => ArticleRows.Bytes(a).AsSpan().SequenceCompareTo(ArticleRows.Bytes(b)));

    /// <summary>Takes an article out of its cluster, whose name comes back; null when it was in none.</summary>
    public Guid? Leave(long key)
    {
        var cluster = session.Scalar("SELECT cluster FROM articles WHERE key = $key", ("$key", key)) is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid?)null;
        if (cluster is not null)
        {
            session.Execute("UPDATE articles SET cluster = NULL, superseded_by = NULL WHERE key = $key", ("$key", key));
        }

        return cluster;
    }

    /// <summary>Takes all articles out of a cluster; they come back by identity.</summary>
    public IReadOnlyList<long> Dissolve(Guid cluster)
    {
        var members = session.Query("SELECT key FROM articles WHERE cluster = $cluster ORDER BY id", static row => row.GetInt64(0), ("$cluster", ArticleRows.Bytes(cluster)));
        foreach (var member in members)
        {
            Write(member, cluster: null, supersededBy: null);
        }

        return members;
    }

    /// <summary>The first member of a cluster by identity that satisfies a condition; null when none does. A part of them is read at a time, since a story may have very many.</summary>
    public long? FirstOf(Guid cluster, Predicate<long> condition)
    {
        byte[] after = [];
        while (session.Query(
            "SELECT key, id FROM articles WHERE cluster = $cluster AND id > $after ORDER BY id LIMIT $limit",
            static row => (Key: row.GetInt64(0), Id: (byte[])row.GetValue(1)),
            ("$cluster", ArticleRows.Bytes(cluster)),
            ("$after", after),
            ("$limit", MembersAtOnce)) is { Count: > 0 } members)
        {
            if (members.FindIndex(member => condition(member.Key)) is >= 0 and var at)
            {
                return members[at].Key;
            }

            after = members[^1].Id;
        }

        return null;
    }

    /// <summary>Names a group by its smallest identity and has its latest re-issue supersede the others.</summary>
    public void Name(StoryForest.Group group)
    {
        var members = group.Articles.Select(Load).OfType<StoryMember>().ToList();
        var kept = group.Clusters.Select(Load).OfType<KeptCluster>().ToList();
        var isShared = kept.Sum(cluster => cluster.Size) + members.Count > 1;
        Guid? name = isShared ? members.Select(member => member.Id).Concat(kept.Select(cluster => cluster.Smallest)).Min(BigEndianOrder) : null;
        var correction = isShared
            ? members.Where(member => member.IsReissue).Select(member => new Reissue(member.Id, member.PublishedAt)).Concat(kept.Select(cluster => cluster.Latest).OfType<Reissue>())
                .OrderBy(reissue => reissue.PublishedAt ?? long.MinValue).ThenBy(reissue => reissue.Id, BigEndianOrder).LastOrDefault()?.Id
            : null;
        foreach (var member in members.OrderBy(member => member.Id, BigEndianOrder))
        {
            Update(member, name, correction);
        }

        foreach (var cluster in kept.Where(cluster => cluster.Name != name || cluster.SupersededBy != correction))
        {
            foreach (var member in MembersOf(cluster.Name))
            {
                Update(member, name, correction);
            }
        }
    }

    private void Update(StoryMember member, Guid? cluster, Guid? correction)
    {
        var supersededBy = member.IsReissue ? null : correction;
        if (member.Cluster != cluster || member.SupersededBy != supersededBy)
        {
            Write(member.Key, cluster, supersededBy);
        }
    }

    private void Write(long key, Guid? cluster, Guid? supersededBy) => session.Execute(
        "UPDATE articles SET cluster = $cluster, superseded_by = $by, sequence = $sequence WHERE key = $key",
        ("$cluster", cluster is { } id ? ArticleRows.Bytes(id) : null),
        ("$by", supersededBy is { } by ? ArticleRows.Bytes(by) : null),
        ("$sequence", log.Next()),
        ("$key", key));

    private KeptCluster? Load(Guid cluster)
    {
        var bytes = ArticleRows.Bytes(cluster);
        var size = Convert.ToInt32(session.Scalar("SELECT count(*) FROM (SELECT 1 FROM articles WHERE cluster = $cluster LIMIT 2)", ("$cluster", bytes)), System.Globalization.CultureInfo.InvariantCulture);
        return size == 0 ? null : new KeptCluster(
            cluster,
            new Guid((byte[])session.Scalar("SELECT min(id) FROM articles WHERE cluster = $cluster", ("$cluster", bytes))!, bigEndian: true),
            size,
            session.QueryFirst(
                "SELECT id, published_at FROM articles WHERE cluster = $cluster AND is_reissue = 1 ORDER BY published_at DESC, id DESC LIMIT 1",
                static row => new Reissue(ArticleRows.ReadGuid(row, 0)!.Value, row.IsDBNull(1) ? null : row.GetInt64(1)),
                ("$cluster", bytes)),
            session.Scalar("SELECT superseded_by FROM articles WHERE cluster = $cluster AND is_reissue = 0 LIMIT 1", ("$cluster", bytes)) is byte[] by ? new Guid(by, bigEndian: true) : null);
    }

    private StoryMember? Load(long key) => placed.MemberOf(key) ?? session.QueryFirst(
        "SELECT key, id, published_at, is_reissue, cluster, superseded_by FROM articles WHERE key = $key AND removed_at IS NULL", Read, ("$key", key));

    private List<StoryMember> MembersOf(Guid cluster) => session.Query(
        "SELECT key, id, published_at, is_reissue, cluster, superseded_by FROM articles WHERE cluster = $cluster ORDER BY id", Read, ("$cluster", ArticleRows.Bytes(cluster)));

    private static StoryMember Read(SqliteDataReader row) => new(
        row.GetInt64(0), ArticleRows.ReadGuid(row, 1)!.Value, row.IsDBNull(2) ? null : row.GetInt64(2), row.GetBoolean(3), ArticleRows.ReadGuid(row, 4), ArticleRows.ReadGuid(row, 5));

    private sealed record Reissue(Guid Id, long? PublishedAt);

    /// <summary>A cluster as it is kept. Its size is 1 or 2, which stands for more; whether its members are superseded one of them tells for all.</summary>
    private sealed record KeptCluster(Guid Name, Guid Smallest, int Size, Reissue? Latest, Guid? SupersededBy);
}
