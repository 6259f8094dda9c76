using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// Keeps the clusters of an archive inside one transaction. Pairs of the same story text are found by bands and verified by real overlap; a
/// cluster is what the pairs connect and is named by its smallest identity. Both depend on the texts alone, so no order of ingest matters.
/// </summary>
internal sealed class ClusterWriter(SqliteSession session, ArchiveLog log)
{
    /// <summary>
    /// At most so many articles that share a band are compared. Hundreds share one only if they are copies of each other, and then any of
    /// them leads to the cluster.
    /// </summary>
    private const int MostCompared = 200;

    private readonly BandIndex bands = new(session);
    private readonly Dictionary<long, Story> stories = [];
    private readonly HashSet<long> changed = [];

    /// <summary>Looks up what the articles of the transaction may be compared with; called once, before the first is placed.</summary>
    public void Prepare(IEnumerable<PreparedArticle?> articles) => bands.Load(articles.OfType<PreparedArticle>().SelectMany(article => article.Bands));

    /// <summary>Compares a stored article with the others; true when its story stands already in the archive.</summary>
    public bool Place(long key, PreparedArticle article, bool isNew)
    {
        var story = new Story(article.Features, article.Content.Published);
        stories[key] = story;
        if (!isNew)
        {
            Detach(key);
        }

        var copies = bands.Sharing(article.Bands, key, MostCompared).FindAll(other => AreSame(story, other));
        foreach (var copy in copies)
        {
            Connect(key, copy);
            Connect(copy, key);
        }

        bands.Add(key, article.Bands);
        if (copies.Count > 0)
        {
            changed.Add(key);
        }

        return copies.Count > 0;
    }

    /// <summary>Takes an article out of its cluster; the others are sorted out at the end.</summary>
    public void Detach(long key)
    {
        changed.UnionWith(NeighboursOf(key));
        changed.Add(key);
        stories.Remove(key, out var story);
        session.Execute("DELETE FROM story_pairs WHERE article = $key", ("$key", key));
        session.Execute("DELETE FROM story_pairs WHERE other = $key", ("$key", key));
        bands.Remove(key);
        if (story is not null)
        {
            stories[key] = story;
        }
    }

    /// <summary>Names the clusters that changed and logs every article whose standing did; called once, at the end of the transaction.</summary>
    public void Finish()
    {
        bands.Write();
        var seen = new HashSet<long>();
        foreach (var key in changed.Where(key => !seen.Contains(key)))
        {
            var members = Connected(key);
            seen.UnionWith(members);
            Name(members);
        }
    }

    private bool AreSame(Story story, long other)
    {
        if (!stories.TryGetValue(other, out var found))
        {
            found = Load(other);
            if (found is null)
            {
                return false;
            }

            stories[other] = found;
        }

        return StoryOverlap.AreSameStory(story.Features, story.Published, found.Features, found.Published);
    }

    private Story? Load(long key) => session.QueryFirst(
        "SELECT v.title, v.text, v.published FROM articles a JOIN versions v ON v.article = a.key AND v.version = a.current_version WHERE a.key = $key AND a.removed_at IS NULL",
        static row => new Story(StoryFeatures.Of(row.GetString(0), row.GetString(1)), ArticleRows.Time(row, 2)),
        ("$key", key));

    private void Connect(long article, long other) => session.Execute(
        "INSERT INTO story_pairs (article, other) VALUES ($article, $other) ON CONFLICT DO NOTHING", ("$article", article), ("$other", other));

    private List<long> NeighboursOf(long key) =>
        session.Query("SELECT other FROM story_pairs WHERE article = $key", static row => row.GetInt64(0), ("$key", key));

    private HashSet<long> Connected(long start)
    {
        var found = new HashSet<long> { start };
        var next = new Queue<long>([start]);
        while (next.TryDequeue(out var key))
        {
            foreach (var neighbour in NeighboursOf(key).Where(found.Add))
            {
                next.Enqueue(neighbour);
            }
        }

        return found;
    }

    private void Name(IReadOnlyCollection<long> keys)
    {
        var members = keys.Select(Member.Load(session)).OfType<Member>().OrderBy(member => member.Id, BigEndianOrder).ToList();
        Guid? cluster = members.Count > 1 ? members[0].Id : null;
        var correction = members.Where(member => member.IsReissue).OrderBy(member => member.PublishedAt ?? long.MinValue).ThenBy(member => member.Id, BigEndianOrder).LastOrDefault();
        foreach (var member in members)
        {
            var supersededBy = cluster is null || correction is null || member.IsReissue ? null : (Guid?)correction.Id;
            if (member.Cluster != cluster || member.SupersededBy != supersededBy)
            {
                session.Execute(
                    "UPDATE articles SET cluster = $cluster, superseded_by = $by, sequence = $sequence WHERE key = $key",
                    ("$cluster", cluster is { } id ? ArticleRows.Bytes(id) : null),
                    ("$by", supersededBy is { } by ? ArticleRows.Bytes(by) : null),
                    ("$sequence", log.Next()),
                    ("$key", member.Key));
            }
        }
    }

    private static IComparer<Guid> BigEndianOrder { get; } = Comparer<Guid>.Create(static (a, b) => ArticleRows.Bytes(a).AsSpan().SequenceCompareTo(ArticleRows.Bytes(b)));

    private sealed record Story(StoryFeatures Features, NewsTime? Published);

    private sealed record Member(long Key, Guid Id, long? PublishedAt, bool IsReissue, Guid? Cluster, Guid? SupersededBy)
    {
        public static Func<long, Member?> Load(SqliteSession session) => key => session.QueryFirst(
            "SELECT key, id, published_at, is_reissue, cluster, superseded_by FROM articles WHERE key = $key AND removed_at IS NULL",
            Read,
            ("$key", key));

        private static Member Read(SqliteDataReader row) => new(
            row.GetInt64(0), ArticleRows.ReadGuid(row, 1)!.Value, row.IsDBNull(2) ? null : row.GetInt64(2), row.GetBoolean(3), ArticleRows.ReadGuid(row, 4), ArticleRows.ReadGuid(row, 5));
    }
}
