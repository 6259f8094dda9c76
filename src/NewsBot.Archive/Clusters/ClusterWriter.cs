namespace NewsBot.Archive;

/// <summary>
/// Keeps the clusters of an archive inside one transaction. Articles of the same story text are found by bands and verified by real overlap; a
/// cluster is what such pairs connect and is named by its smallest identity. Both depend on the texts alone, so no order of ingest matters.
/// </summary>
/// <remarks>
/// What is connected already is not compared, so an article costs one comparison for each story it resembles, not for each copy; the pairs kept are
/// a tree over the cluster. Of a large cluster some members stand for all of it in each band. A story with very many copies therefore costs no more a copy than
/// one with few.
/// </remarks>
internal sealed class ClusterWriter
{
    /// <summary>
    /// An article is compared with at most so many articles that share a band and turn out to be other stories. More share one only where a form is
    /// filled in again and again.
    /// </summary>
    private const int MostUnlike = 200;

    /// <summary>So many members of a cluster stand for it in one band.</summary>
    private const int MostInBand = 32;

    private readonly SqliteSession session;
    private readonly ArchiveName archive;
    private readonly BandIndex bands;
    private readonly StoryForest forest;
    private readonly ClusterNames names;
    private readonly PlacedArticles placed = new();
    private readonly Dictionary<long, Story?> stories = [];

    /// <summary>Makes a writer for one transaction.</summary>
    public ClusterWriter(SqliteSession session, ArchiveLog log, BandMemory memory)
    {
        this.session = session;
        archive = log.Name;
        bands = new BandIndex(session, memory);
        forest = new StoryForest(session, placed);
        names = new ClusterNames(session, log, placed);
    }

    /// <summary>Compares a stored article with the others; true when its story stands already in the archive.</summary>
    public bool Place(long key, PreparedArticle article, StoryPrint print, bool isNew)
    {
        if (!isNew)
        {
            Detach(key);
        }

        placed.Add(key, article, isNew);
        return Join(key, Story.Of(article, print));
    }

    /// <summary>Takes an article out of its cluster. What hung together by it alone is compared anew.</summary>
    public void Detach(long key)
    {
        // What the transaction connected so far becomes what is kept, so that only that has to be understood here.
        NameChanged();
        placed.Written(gone: key);
        stories.Remove(key);
        session.Execute("DELETE FROM story_pairs WHERE other = $key AND article IN (SELECT other FROM story_pairs WHERE article = $key)", ("$key", key));
        var connections = session.Execute("DELETE FROM story_pairs WHERE article = $key", ("$key", key));
        var stoodForOthers = bands.Remove(key);
        if (names.Leave(key) is not { } cluster)
        {
            return;
        }

        if (connections > 1)
        {
            Rejoin(names.Dissolve(cluster));
            return;
        }

        forest.Touch(cluster);
        if (stoodForOthers && names.FirstOf(cluster, member => !bands.Has(member)) is { } successor && StoryOf(successor) is { } story)
        {
            bands.Add(successor, story.Day, story.Print.Bands, story.Print.Sketch);
        }
    }

    /// <summary>Names the clusters that changed and logs every article whose standing did; called once, at the end of the transaction.</summary>
    public void Finish()
    {
        NameChanged();
        bands.Write();
    }

    private void NameChanged()
    {
        foreach (var group in forest.Changed())
        {
            names.Name(group);
        }

        forest.Clear();
    }

    private bool Join(long key, Story story)
    {
        var (unlike, hasOthers) = (0, false);
        foreach (var candidate in bands.Sharing(story.Print.Bands, story.Day))
        {
            var other = candidate.Article;
            if (other == key)
            {
                continue;
            }

            // Who stands alone is in no story with anybody, and need not be looked up.
            var mayBeSame = MayBeSame(story, other);
            if (mayBeSame && hasOthers && forest.Of(other) == forest.Of(key))
            {
                continue;
            }

            if (mayBeSame && AreSame(key, story, other))
            {
                Connect(key, other);
                Connect(other, key);
                forest.Unite(key, other);
                hasOthers = true;
            }
            else if (++unlike == MostUnlike)
            {
                break;
            }
        }

        bands.Add(key, story.Day, hasOthers ? BandsToStandIn(story, forest.Of(key)) : story.Print.Bands, story.Print.Sketch);
        return hasOthers;
    }

    private long[] BandsToStandIn(Story story, StoryForest.Group group) => Array.FindAll(story.Print.Bands, band => !StandsInBand(band, story.Day, group));

    /// <summary>Whether enough members of a story, of about the same time, have a band.</summary>
    private bool StandsInBand(long band, int day, StoryForest.Group group)
    {
        var sharing = bands.With(band, day);
        return sharing.Count >= MostInBand && sharing.Where(other => forest.Of(other.Article) == group).Take(MostInBand).Count() == MostInBand;
    }

    private void Rejoin(IReadOnlyList<long> members)
    {
        forest.Clear();
        foreach (var member in members)
        {
            session.Execute("DELETE FROM story_pairs WHERE article = $key", ("$key", member));
            bands.Remove(member);
        }

        foreach (var member in members)
        {
            if (StoryOf(member) is { } story)
            {
                Join(member, story);
            }
        }
    }

    private bool MayBeSame(Story story, long other) =>
        StorySketch.MayBeSame(story.Print.Sketch, placed.Find(other)?.Print is { } print ? print.Sketch : bands.SketchOf(other));

    private bool AreSame(long key, Story story, long other)
    {
        // What is compared once may be compared again.
        stories[key] = story;
        return StoryOf(other) is { } found && StoryOverlap.AreSameStory(story.Features, story.Published, found.Features, found.Published);
    }

    private Story? StoryOf(long key)
    {
        if (!stories.TryGetValue(key, out var story))
        {
            stories.Add(key, story = placed.Find(key) is { Print: { } print } article ? Story.Of(article, print) : Load(key));
        }

        return story;
    }

    private Story? Load(long key) => session.QueryFirst(
        "SELECT v.title, v.text, v.published FROM articles a JOIN versions v ON v.article = a.key AND v.version = a.current_version WHERE a.key = $key AND a.removed_at IS NULL",
        row => new Story(row.GetString(0), row.GetString(1), ArticleRows.Time(row, 2), archive),
        ("$key", key));

    private void Connect(long article, long other) => session.Execute(
        "INSERT INTO story_pairs (article, other) VALUES ($article, $other) ON CONFLICT DO NOTHING", ("$article", article), ("$other", other));

    /// <summary>A story as it is compared; what is compared of it is read from its text when that is first needed.</summary>
    private sealed class Story(string title, string text, NewsTime? published, ArchiveName archive)
    {
        private StoryFeatures? features;
        private StoryPrint? print;

        public StoryFeatures Features => features ??= StoryFeatures.Of(title, text);

        public StoryPrint Print => print ??= StoryPrint.Of(text, archive.Value);

        public NewsTime? Published => published;

        public int Day { get; } = StoryKey.DayOf(published?.Instant.ToUnixTimeSeconds());

        public static Story Of(PreparedArticle article, StoryPrint print) =>
            new(article.Content.Title, article.Content.Text, article.Content.Published, article.Archive) { print = print };
    }
}
