namespace NewsBot.Archive;

/// <summary>What is read of clusters.</summary>
public sealed partial class ArchiveStore
{
    /// <summary>So many members of a cluster are read, those published first; nobody reads further down a list of copies.</summary>
    private const int MostMembers = 1_000;

    private const int MostReissues = 20;

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
        if (session.Scalar(
            "SELECT cluster FROM articles WHERE id = $id AND archive = (SELECT key FROM archives WHERE name = $archive) AND removed_at IS NULL",
            ("$id", ArticleRows.Bytes(article)),
            ("$archive", archive.Value)) is not byte[] cluster)
        {
            return null;
        }

        // Each way to members ends by itself, or a story with a hundred thousand copies would be read whole for each question that finds one.
        var members = session.Query(
            $"""
            SELECT m.id, m.external_id, v.title, v.source, v.url, v.published, v.syndicated_from, m.superseded_by, v.authors
            FROM articles m CROSS JOIN versions v ON v.article = m.key AND v.version = m.current_version
            WHERE m.key IN (
                SELECT key FROM articles WHERE id = $id
                UNION ALL SELECT key FROM (SELECT key FROM articles WHERE cluster = $cluster AND published_at IS NOT NULL ORDER BY published_at LIMIT {MostMembers})
                UNION ALL SELECT key FROM (SELECT key FROM articles WHERE cluster = $cluster AND published_at IS NULL LIMIT {MostMembers})
                UNION ALL SELECT key FROM (SELECT key FROM articles WHERE cluster = $cluster AND is_reissue = 1 ORDER BY published_at DESC LIMIT {MostReissues}))
            """,
            static row => new ClusterMember
            {
                Article = ArticleRows.ReadGuid(row, 0)!.Value,
                PublicId = ArticleRows.Text(row, 1) ?? ArticleRows.ReadGuid(row, 0)!.Value.ToString(),
                Title = row.GetString(2),
                Source = ArticleRows.Text(row, 3),
                Url = ArticleRows.Text(row, 4),
                Published = ArticleRows.Time(row, 5),
                SyndicatedFrom = ArticleRows.Text(row, 6),
                Authors = ArticleRows.ReadList(row.GetString(8)),
                SupersededBy = ArticleRows.ReadGuid(row, 7),
            },
            ("$id", ArticleRows.Bytes(article)),
            ("$cluster", cluster));
        return members.Count > 1 ? StoryCluster.Of(new Guid(cluster, bigEndian: true), members) : null;
    }
}
