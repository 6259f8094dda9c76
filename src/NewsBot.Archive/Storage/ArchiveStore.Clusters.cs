namespace NewsBot.Archive;

/// <summary>What is read of clusters.</summary>
public sealed partial class ArchiveStore
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<Guid, StoryCluster> ClustersOf(ArchiveName archive, IReadOnlyCollection<Guid> articles) => database.Read(session =>
    {
        var result = new Dictionary<Guid, StoryCluster>();
        foreach (var article in articles.Where(article => !result.ContainsKey(article)))
        {
            if (ClusterOf(session, archive, article) is { } cluster)
            {
                foreach (var member in cluster.Members)
                {
                    result[member.Article] = cluster;
                }
            }
        }

        return (IReadOnlyDictionary<Guid, StoryCluster>)result;
    });

    /// <summary>All clusters of an archive, largest first.</summary>
    public IReadOnlyList<StoryCluster> Clusters(ArchiveName archive) => database.Read(session => session.Query(
            "SELECT cluster FROM articles WHERE archive = (SELECT key FROM archives WHERE name = $archive) AND cluster IS NOT NULL GROUP BY cluster ORDER BY count(*) DESC, cluster",
            static row => ArticleRows.ReadGuid(row, 0)!.Value,
            ("$archive", archive.Value))
        .Select(cluster => ClusterOf(session, archive, cluster)).OfType<StoryCluster>().ToList());

    private static StoryCluster? ClusterOf(SqliteSession session, ArchiveName archive, Guid article)
    {
        // CROSS JOIN and the plus keep SQLite to the way from one article to its cluster; left to itself it reads all articles of the archive.
        var members = session.Query(
            """
            SELECT m.id, m.external_id, v.title, v.source, v.url, v.published, v.syndicated_from, m.superseded_by, m.cluster, v.authors
            FROM articles a CROSS JOIN articles m ON m.cluster = a.cluster AND +m.archive = a.archive JOIN versions v ON v.article = m.key AND v.version = m.current_version
            WHERE a.id = $id AND a.archive = (SELECT key FROM archives WHERE name = $archive) AND m.removed_at IS NULL
            """,
            static row => (Cluster: ArticleRows.ReadGuid(row, 8)!.Value, Member: new ClusterMember
            {
                Article = ArticleRows.ReadGuid(row, 0)!.Value,
                PublicId = ArticleRows.Text(row, 1) ?? ArticleRows.ReadGuid(row, 0)!.Value.ToString(),
                Title = row.GetString(2),
                Source = ArticleRows.Text(row, 3),
                Url = ArticleRows.Text(row, 4),
                Published = ArticleRows.Time(row, 5),
                SyndicatedFrom = ArticleRows.Text(row, 6),
                Authors = ArticleRows.ReadList(row.GetString(9)),
                SupersededBy = ArticleRows.ReadGuid(row, 7),
            }),
            ("$id", ArticleRows.Bytes(article)),
            ("$archive", archive.Value));
        return members.Count > 1 ? StoryCluster.Of(members[0].Cluster, [.. members.Select(member => member.Member)]) : null;
    }
}
