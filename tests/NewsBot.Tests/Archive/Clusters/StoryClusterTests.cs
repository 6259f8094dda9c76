using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StoryClusterTests
{
    private static readonly ArchiveName Archive = ArchiveName.Default;

    private const string Flood =
        "PORT SELWICK - The river rose to four metres on Monday night and flooded 120 houses in the lower town, the fire brigade said. Nobody was hurt. " +
        "Crews from three villages pumped water out of cellars until dawn. Mayor Ada Quill called it the worst flood since 1953 and promised help for families. " +
        "The bridge at Dock Street stays closed until engineers have looked at its pillars. Schools in the lower town will open again on Thursday at the earliest. " +
        "Farmers upstream lost 40 sheep.";

    [Fact]
    public void A_syndicated_copy_with_small_edits_joins_its_original_and_names_it_first()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("copy", "Floods hit lower town", Flood.Replace("Nobody was hurt. ", "").Replace("PORT SELWICK", "SELWICK"), "2024-01-02", "Courier", from: "Coastline Press"));
        shelf.Store(Story("origin", "River floods 120 houses", Flood, "2024-01-02", "Coastline Press")).ShouldBe(StoreResult.Duplicate);

        var cluster = shelf.ClusterOf("copy").ShouldNotBeNull();

        cluster.Shown.PublicId.ShouldBe("origin");
        cluster.Members.Count.ShouldBe(2);
        shelf.Find("copy").Standing.Cluster.ShouldBe(shelf.Find("origin").Standing.Cluster);
    }

    [Fact]
    public void A_copy_that_gives_the_agency_as_its_author_is_a_copy_of_what_the_agency_published()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("copy", "Floods hit lower town", Flood, "2024-01-01", "Courier") with { Authors = ["Coastline Press Agency"] });
        shelf.Store(Story("origin", "River floods 120 houses", Flood, "2024-01-02", "Coastline Press Agency"));

        var cluster = shelf.ClusterOf("copy").ShouldNotBeNull();

        cluster.Shown.PublicId.ShouldBe("origin");
        cluster.Members[1].SyndicatedFrom.ShouldBe("Coastline Press Agency");
    }

    [Theory]
    [InlineData("another story", "The council voted seven to four on Tuesday to build a new library on Mercer Square. The library will cost six million and hold ninety thousand books, twice as many as the old one.", "2024-01-02")]
    [InlineData("the same words a year later", Flood, "2025-01-02")]
    public void What_only_looks_alike_stays_apart(string why, string text, string published)
    {
        using var shelf = new Shelf();
        shelf.Store(Story("a", "River floods 120 houses", Flood, "2024-01-02", "Herald"));

        shelf.Store(Story("b", "River floods 120 houses", text, published, "Courier")).ShouldBe(StoreResult.Added, why);
    }

    [Fact]
    public void The_same_report_with_other_figures_is_another_story()
    {
        const string report = "The Bank said it forecast a shortage of around {0} mln stg in the money market today. Among the main factors, maturing assistance drains {1} mln while bills for repurchase take {2} mln. Exchequer transactions add {3} mln and bankers balances above target another {4} mln to the system, it said.";
        using var shelf = new Shelf();
        shelf.Store(Story("a", "Money market deficit forecast", string.Format(report, 250, 508, 75, 130, 35), "1987-03-03", "Reuters"));

        shelf.Store(Story("b", "Money market deficit forecast", string.Format(report, 600, 820, 31, 255, 110), "1987-03-04", "Reuters")).ShouldBe(StoreResult.Added);
    }

    [Theory]
    [InlineData("6-1/8", "1987-03-12T11:45:22Z", StoreResult.Added)]
    [InlineData("6-1/8", "1987-03-11T15:45:22Z", StoreResult.Duplicate)]
    [InlineData("6-5/16", "1987-03-12T11:45:22Z", StoreResult.Duplicate)]
    public void A_short_notice_of_another_day_with_another_figure_is_the_next_one_of_its_kind(string rate, string published, StoreResult expected)
    {
        const string notice = "The Bank entered the securities market to arrange two billion dlrs of customer repurchase agreements, a spokesman said. Dealers said funds were trading at {0} pct when it began its temporary and indirect supply of reserves to the banking system.";
        using var shelf = new Shelf();
        shelf.Store(Story("a", "Bank adds reserves", string.Format(notice, "6-5/16"), "1987-03-11T11:45:40Z", "Reuters"));

        shelf.Store(Story("b", "Bank adds reserves", string.Format(notice, rate), published, "Reuters")).ShouldBe(expected);
    }

    [Fact]
    public void A_corrected_reissue_supersedes_every_copy_of_the_old_text_and_readers_are_told()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("old", "River floods 120 houses", Flood, "2024-01-02", "Herald"));
        var before = shelf.Store_.LastSequence(Archive);

        shelf.Store(Story("new", "CORRECTED - River floods 12 houses", Flood.Replace("120", "12"), "2024-01-03", "Herald"));

        shelf.Find("old").Standing.SupersededBy.ShouldBe(shelf.Find("new").Id);
        shelf.Find("new").Standing.SupersededBy.ShouldBeNull();
        shelf.ClusterOf("old")!.Shown.PublicId.ShouldBe("new");
        shelf.Store_.ChangesAfter(Archive, before, 10).Select(change => change.Article!.PublicId).ShouldBe(["old", "new"], ignoreOrder: true);
    }

    [Fact]
    public void A_company_named_Corrections_has_corrected_nothing()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("a", "Prison beds sought", Flood, "2024-01-02", "Herald"));
        shelf.Store(Story("b", "CORRECTIONS <CCAX.O> seeks 1,000 prison beds", Flood, "2024-01-02", "Courier"));

        shelf.Find("a").Standing.SupersededBy.ShouldBeNull();
    }

    [Fact]
    public void A_member_that_changes_or_goes_leaves_its_cluster()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("a", "Flood", Flood, "2024-01-02", "Herald"));
        shelf.Store(Story("b", "Flood", Flood, "2024-01-02", "Courier"));
        shelf.Store(Story("c", "Flood", Flood, "2024-01-02", "Gazette"));

        shelf.Store(Story("c", "Library", "The council voted seven to four on Tuesday to build a new library on Mercer Square, which will cost six million.", "2024-01-02", "Gazette"));
        shelf.ClusterOf("c").ShouldBeNull();
        shelf.ClusterOf("a")!.Members.Count.ShouldBe(2);

        shelf.Store_.Remove(Archive, shelf.Find("b").Id, "removed").ShouldBeTrue();
        shelf.Find("a").Standing.Cluster.ShouldBeNull();
    }

    [Property(MaxTest = 25)]
    public void Clusters_do_not_depend_on_the_order_of_ingest(int seed)
    {
        var random = new Random(seed);
        var stories = Enumerable.Range(0, 12).Select(number => Story($"s{number}", number % 4 == 0 ? "CORRECTED - Flood" : "Flood", Edited(Flood, random), "2024-01-0" + (1 + (number % 5)), "Paper " + number)).ToList();
        using var one = new Shelf();
        using var other = new Shelf();
        one.Store_.Store(Archive, stories);
        foreach (var story in stories.OrderBy(_ => random.Next()))
        {
            other.Store(story);
        }

        one.Standings().ShouldBe(other.Standings());
        one.Store_.Clusters(Archive).Select(cluster => string.Join(',', cluster.Members.Select(member => member.PublicId)))
            .ShouldBe(other.Store_.Clusters(Archive).Select(cluster => string.Join(',', cluster.Members.Select(member => member.PublicId))));
    }

    [Property(MaxTest = 10)]
    public void A_story_with_hundreds_of_copies_is_one_cluster_in_any_order_of_ingest_and_other_stories_stay_out(int seed)
    {
        var random = new Random(seed);
        var stories = Enumerable.Range(0, 300).Select(number => Story($"s{number:000}", number == 77 ? "CORRECTED - Flood" : "Flood", Edited(Flood, random) + $" Reader {random.Next(500)} wrote in.", "2024-01-02", "Paper")).ToList();
        stories.AddRange(Enumerable.Range(0, 20).Select(number => Story($"t{number:000}", "Library", $"The council of ward {number} voted on Tuesday to build a library on square {number * 7}, which will cost {number + 3} million and hold many books.", "2024-01-02", "Paper")));
        using var one = new Shelf();
        using var other = new Shelf();
        one.Store_.Store(Archive, stories);
        foreach (var batch in stories.OrderBy(_ => random.Next()).Chunk(37))
        {
            other.Store_.Store(Archive, batch);
        }

        one.ClusterOf("s000")!.Members.Count.ShouldBe(300);
        one.ClusterOf("s000")!.Shown.PublicId.ShouldBe("s077");
        one.Standings().ShouldBe(other.Standings());
    }

    [Property(MaxTest = 15)]
    public void After_changes_and_removals_clusters_are_as_if_only_the_last_state_had_been_ingested(int seed)
    {
        var random = new Random(seed);
        var stories = Enumerable.Range(0, 60).Select(number => Story($"s{number:00}", number % 9 == 0 ? "CORRECTED - Flood" : "Flood", Edited(Flood, random), "2024-01-02", "Paper")).ToList();
        using var changed = new Shelf();
        changed.Store_.Store(Archive, stories);
        foreach (var number in Enumerable.Range(0, 60).Where(_ => random.Next(3) == 0).ToList())
        {
            stories[number] = stories[number] with { Text = random.Next(2) == 0 ? "The council voted seven to four on Tuesday to build a new library on Mercer Square, which will cost six million." : Edited(Flood, random) };
            changed.Store(stories[number]);
        }

        var removed = Enumerable.Range(0, 60).Where(_ => random.Next(4) == 0).Select(number => $"s{number:00}").ToList();
        changed.Store_.RemoveAll(Archive, [.. removed.Select(id => changed.Find(id).Id)], "removed");

        using var fresh = new Shelf();
        fresh.Store_.Store(Archive, stories.FindAll(story => !removed.Contains(story.ExternalId!)));
        changed.Standings().ShouldBe(fresh.Standings());
    }

    [Fact]
    public void Of_a_story_with_very_many_copies_the_first_are_read_with_the_correction_and_the_one_asked_for()
    {
        using var shelf = new Shelf();
        shelf.Store_.Store(Archive, [.. Enumerable.Range(0, 1_100).Select(number =>
            Story($"s{number:0000}", "Flood", Flood + $" Reader {number} wrote in.", $"2024-01-02T{number / 60:00}:{number % 60:00}:00Z", "Paper"))]);
        shelf.Store(Story("corrected", "CORRECTED - Flood", Flood, "2024-01-03T23:00:00Z", "Paper"));

        var cluster = shelf.ClusterOf("s1099").ShouldNotBeNull();

        cluster.Members.Count.ShouldBe(1_002);
        cluster.Shown.PublicId.ShouldBe("corrected");
        cluster.Members[1].PublicId.ShouldBe("s0000");
        cluster.Members[^1].PublicId.ShouldBe("s1099");
    }

    [Fact]
    public void An_article_that_joins_a_large_cluster_changes_nothing_for_its_members()
    {
        using var shelf = new Shelf();
        shelf.Store_.Store(Archive, [.. Enumerable.Range(0, 200).Select(number => Story($"s{number}", "Flood", Flood + $" Reader {number} wrote in.", "2024-01-02", "Paper"))]);
        var before = shelf.Store_.LastSequence(Archive);
        var cluster = shelf.Find("s0").Standing.Cluster;

        shelf.Store(Story("late", "Flood", Flood + " Another reader wrote in.", "2024-01-02", "Paper"));

        var changes = shelf.Store_.ChangesAfter(Archive, before, 1_000);
        changes.Count.ShouldBe(shelf.Find("late").Standing.Cluster == cluster ? 1 : 201, "only a new smallest identity renames a cluster");
    }

    [Fact]
    public void A_member_that_changes_stays_in_its_cluster_when_another_story_was_compared_with_it_in_the_same_batch()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("a", "Flood", Flood, "2024-01-02", "Herald"));
        shelf.Store(Story("b", "Flood", Flood, "2024-01-02", "Courier"));
        var otherFigures = Flood.Replace("four", "nine").Replace("120", "310").Replace("three", "eight").Replace("1953", "1911").Replace("40", "75");

        shelf.Store_.Store(Archive, [Story("other", "Flood", otherFigures, "2024-01-02", "Star"), Story("a", "Flood", Flood + " A reader wrote in.", "2024-01-02", "Herald")]);

        shelf.Find("a").Standing.Cluster.ShouldNotBeNull();
        shelf.Find("a").Standing.Cluster.ShouldBe(shelf.Find("b").Standing.Cluster);
        shelf.Find("other").Standing.Cluster.ShouldBeNull();
    }

    [Fact]
    public void Articles_of_another_archive_are_never_compared()
    {
        using var shelf = new Shelf();
        shelf.Store(Story("a", "Flood", Flood, "2024-01-02", "Herald"));

        shelf.Store_.Store(ArchiveName.Parse("other"), [Story("b", "Flood", Flood, "2024-01-02", "Courier")]).Single().Result.ShouldBe(StoreResult.Added);
    }

    [Fact]
    public void Stories_whose_keys_an_older_program_made_are_found_by_their_copies_and_leave_their_cluster_as_any_other()
    {
        const string olderSchema =
            """
            DROP TABLE story_key_blocks;
            DROP TABLE story_keys_marked;
            DROP TABLE story_keys_due;
            CREATE TABLE story_keys (article INTEGER NOT NULL PRIMARY KEY, bands BLOB NOT NULL, sketch BLOB, is_waiting INTEGER NOT NULL);
            INSERT INTO story_keys SELECT key, x'0102030405060708', NULL, 0 FROM articles;
            PRAGMA user_version = 98;
            """;
        using var folder = new TemporaryFolder();
        using (var older = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System))
        {
            older.Store(Archive, [Story("a", "River floods 120 houses", Flood, "2024-01-02", "Herald")]);
        }

        using (var database = Database.OpenForWriting(folder.Path))
        {
            database.Write(session =>
            {
                session.ExecuteOnce(olderSchema);
                return true;
            });
        }

        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        store.Store(Archive, [Story("b", "River floods 120 houses", Flood + " Rain is forecast.", "2024-01-02", "Courier")])[0].Result.ShouldBe(StoreResult.Duplicate);
        store.Remove(Archive, store.Find(Archive, "a")!.Id, "asked for");
        store.Store(Archive, [Story("c", "River floods 120 houses", Flood + " More rain is forecast.", "2024-01-02", "Post")])[0].Result.ShouldBe(StoreResult.Duplicate);

        var second = store.Find(Archive, "b")!;
        store.ClustersOf(Archive, [second.Id])[second.Id].Members.Select(member => member.PublicId).ShouldBe(["b", "c"], ignoreOrder: true);
    }

    private static string Edited(string text, Random random)
    {
        var sentences = text.Split(". ").ToList();
        for (var cuts = random.Next(4); cuts > 0; cuts--)
        {
            sentences.RemoveAt(random.Next(sentences.Count));
        }

        return string.Join(". ", sentences);
    }

    private static ArticleContent Story(string id, string title, string text, string published, string source, string? from = null) => new()
    {
        ExternalId = id,
        Title = title,
        Text = text,
        Source = source,
        SyndicatedFrom = from,
        Published = NewsTime.TryParse(published, out var time) ? time : null,
    };

    private sealed class Shelf : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public ArchiveStore Store_ { get; }

        public Shelf() => Store_ = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);

        public StoreResult Store(ArticleContent content) => Store_.Store(Archive, [content]).Single().Result;

        public Article Find(string id) => Store_.Find(Archive, id).ShouldNotBeNull();

        public StoryCluster? ClusterOf(string id) => Store_.ClustersOf(Archive, [Find(id).Id]).GetValueOrDefault(Find(id).Id);

        public List<string> Standings() => [.. Store_.List(Archive).Select(summary => Store_.Find(Archive, summary.Id)!).OrderBy(article => article.PublicId)
            .Select(article => $"{article.PublicId} {article.Standing.Cluster} {article.Standing.SupersededBy}")];

        public void Dispose()
        {
            Store_.Dispose();
            folder.Dispose();
        }
    }
}
