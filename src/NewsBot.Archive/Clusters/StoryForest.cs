namespace NewsBot.Archive;

/// <summary>
/// Which articles belong together inside one transaction: groups of whole clusters as they are kept and of articles without one. Uniting two
/// groups costs nothing for the members that a cluster has already.
/// </summary>
internal sealed class StoryForest(SqliteSession session, PlacedArticles placed)
{
    private readonly Dictionary<long, Group> articles = [];
    private readonly Dictionary<Guid, Group> clusters = [];
    private readonly HashSet<Group> changed = [];

    /// <summary>The groups that were changed.</summary>
    public IEnumerable<Group> Changed() => changed.Select(Root).Distinct().ToList();

    /// <summary>The group of an article.</summary>
    public Group Of(long article)
    {
        if (!articles.TryGetValue(article, out var group))
        {
            group = KeptClusterOf(article) is { } cluster ? OfCluster(cluster) : new Group([article], []);
            articles.Add(article, group);
        }

        return Root(group);
    }

    /// <summary>Puts the groups of two articles together.</summary>
    public void Unite(long article, long other)
    {
        var (a, b) = (Of(article), Of(other));
        if (a == b)
        {
            return;
        }

        var (large, small) = a.Parts >= b.Parts ? (a, b) : (b, a);
        large.Articles.AddRange(small.Articles);
        large.Clusters.AddRange(small.Clusters);
        small.Parent = large;
        changed.Add(large);
    }

    /// <summary>Notes that a cluster lost a member.</summary>
    public void Touch(Guid cluster) => changed.Add(Root(OfCluster(cluster)));

    /// <summary>Forgets everything; what is kept is looked up again.</summary>
    public void Clear()
    {
        articles.Clear();
        clusters.Clear();
        changed.Clear();
    }

    private Guid? KeptClusterOf(long article) =>
        !placed.IsInserted(article) && session.Scalar("SELECT cluster FROM articles WHERE key = $key", ("$key", article)) is byte[] bytes ? new Guid(bytes, bigEndian: true) : null;

    private Group OfCluster(Guid cluster)
    {
        if (!clusters.TryGetValue(cluster, out var group))
        {
            clusters.Add(cluster, group = new Group([], [cluster]));
        }

        return group;
    }

    private static Group Root(Group group)
    {
        while (group.Parent is { } parent)
        {
            // Halving the path keeps later look-ups short.
            group.Parent = parent.Parent ?? parent;
            group = parent;
        }

        return group;
    }

    /// <summary>Articles that are one story.</summary>
    /// <param name="articles">Those that are in no kept cluster.</param>
    /// <param name="clusters">The kept clusters that belong to it, with all their members.</param>
    internal sealed class Group(List<long> articles, List<Guid> clusters)
    {
        public List<long> Articles { get; } = articles;

        public List<Guid> Clusters { get; } = clusters;

        public int Parts => Articles.Count + Clusters.Count;

        internal Group? Parent { get; set; }
    }
}
