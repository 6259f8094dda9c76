using NewsBot.Archive;
using NewsBot.Retrieval;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval;

public class EmbeddedIndexTests
{
    private static readonly ArticleContent Bridge = Article(
        "bridge", "Council approves the harbor bridge", "The council of Port Alder approved a new bridge over the harbor on Tuesday.", "2025-06-10", "Harbor Herald");

    private static readonly ArticleContent Ferry = Article(
        "ferry", "Ferry line adds winter sailings", "The ferry company will sail twice a day in winter. A bridge is not planned.", "2025-06-01", "Coast Courier");

    [Fact]
    public async Task An_article_about_the_words_asked_for_comes_first()
    {
        using var archive = new IndexedArchive().With(Ferry, Bridge);

        (await archive.FoundAsync("Who approved the new bridge?")).ShouldBe(["bridge", "ferry"]);
    }

    [Fact]
    public async Task An_empty_archive_gives_no_hits()
    {
        using var archive = new IndexedArchive();

        (await archive.SearchAsync("anything at all")).Hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("🙂🙂🙂")]
    [InlineData("AND OR NOT ( ) [ * TO * ] title:^5 \"~ && || \\ + -")]
    [InlineData("'; DROP TABLE articles; --")]
    [InlineData("\ud800 \u0000 \u202e")]
    public async Task A_question_is_text_whatever_signs_it_holds(string question)
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        (await archive.SearchAsync(question)).Answerability.ShouldBeInRange(0, 1);
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31", true)]
    [InlineData("9999-12-31", "0001-01-01", false)]
    [InlineData("9999-12-30", "9999-12-31", false)]
    [InlineData("0001-01-01", "0001-01-02", false)]
    public async Task Days_at_the_ends_of_the_calendar_are_days_like_others(string since, string until, bool isFound)
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        var found = await archive.FoundAsync("bridge", query => query with
        {
            Since = DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            Until = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
        });

        found.Length.ShouldBe(isFound ? 2 : 0);
    }

    [Theory]
    [InlineData("bridge in the year 9999999")]
    [InlineData("bridge on 31 February 2024")]
    [InlineData("bridge on 00.00.0000")]
    [InlineData("bridge 99 decades ago")]
    [InlineData("bridge in the 99th century")]
    [InlineData("bridge from 2199 to 1800")]
    public async Task Times_that_no_calendar_has_are_words_like_others(string question)
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        foreach (var asOf in new[] { DateTimeOffset.MaxValue, Now })
        {
            (await archive.FoundAsync(question, query => query with { AsOf = asOf })).ShouldContain("bridge");
        }

        (await archive.FoundAsync(question, query => query with { AsOf = DateTimeOffset.MinValue })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_of_ten_thousand_pictures_is_searched()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        (await archive.FoundAsync(string.Concat(Enumerable.Repeat("🙂", 10_000)))).ShouldBeEmpty();
        (await archive.FoundAsync(string.Concat(Enumerable.Repeat("🙂", 5_000)) + "bridge")).ShouldContain("bridge");
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_searched()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        (await archive.FoundAsync(string.Join(' ', Enumerable.Repeat("bridge council unheardof", 420)))).First().ShouldBe("bridge");
    }

    [Fact]
    public async Task Nothing_after_the_moment_of_asking_is_found()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        (await archive.FoundAsync("bridge", query => query with { AsOf = new DateTimeOffset(2025, 6, 9, 23, 59, 59, TimeSpan.Zero) })).ShouldBe(["ferry"]);
    }

    [Fact]
    public async Task Days_source_and_language_narrow_what_is_found()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry, Article("pont", "Un pont sur le port", "Le pont: bridge.", "2025-06-12", "Le Phare", "fr"));

        (await archive.FoundAsync("bridge", query => query with { Since = new DateOnly(2025, 6, 10) })).ShouldBe(["bridge", "pont"], ignoreOrder: true);
        (await archive.FoundAsync("bridge", query => query with { Until = new DateOnly(2025, 6, 1) })).ShouldBe(["ferry"]);
        (await archive.FoundAsync("bridge", query => query with { Source = "HARBOR" })).ShouldBe(["bridge"]);
        (await archive.FoundAsync("bridge", query => query with { Language = "fr" })).ShouldBe(["pont"]);
    }

    [Fact]
    public async Task Of_two_like_articles_the_newer_comes_first()
    {
        using var archive = new IndexedArchive().With(
            Article("old", "Mayor opens pool", "The mayor opened the pool.", "2023-02-01"),
            Article("new", "Mayor opens pool", "The mayor opened the pool.", "2025-06-14"));

        (await archive.FoundAsync("Who opened the pool?")).ShouldBe(["new", "old"]);
    }

    [Fact]
    public async Task Nothing_of_another_archive_is_found()
    {
        using var archive = new IndexedArchive().With(Bridge).With(ArchiveName.Parse("other"), Ferry);

        (await archive.FoundAsync("ferry winter sailings")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_version_replaces_the_old_words()
    {
        using var archive = new IndexedArchive().With(Bridge).With(Bridge with { Title = "Council rejects tunnel", Text = "The council rejected a tunnel." });

        (await archive.FoundAsync("approved bridge harbor")).ShouldBeEmpty();
        (await archive.FoundAsync("rejected tunnel")).ShouldBe(["bridge"]);
    }

    [Fact]
    public async Task A_removed_article_is_gone_before_the_index_has_caught_up()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);
        archive.Store.Remove(ArchiveName.Default, archive.Store.Find(ArchiveName.Default, "bridge")!.Id, "test");

        (await archive.FoundAsync("bridge")).ShouldBe(["ferry"]);
        await archive.Index.CatchUpAsync(ArchiveName.Default, TestContext.Current.CancellationToken);
        archive.Index.ArticleCount(ArchiveName.Default).ShouldBe(1);
    }

    [Fact]
    public async Task Scores_do_not_depend_on_what_articles_said_before()
    {
        using var fresh = new IndexedArchive().With(Ferry, Bridge);
        using var changed = new IndexedArchive().With(Bridge with { Text = "Ferry ferry ferry." }).With(Ferry).With(Bridge);

        var (first, second) = (await fresh.SearchAsync("harbor bridge ferry"), await changed.SearchAsync("harbor bridge ferry"));

        second.Hits.Select(hit => (hit.Article.PublicId, hit.Score)).ShouldBe(first.Hits.Select(hit => (hit.Article.PublicId, hit.Score)));
    }

    [Fact]
    public async Task Evidence_is_the_passage_that_holds_the_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("The weather on the coast stayed mild and the wind was light all week long.", 60));
        using var archive = new IndexedArchive().With(Article("long", "A week on the coast", filler + "\n\nThe lighthouse keeper retired.\n\n" + filler));

        var hit = (await archive.SearchAsync("When did the lighthouse keeper retire?")).Hits.ShouldHaveSingleItem();

        hit.Evidence[0].Passage.Range.Of(hit.Article.Text).ShouldContain("lighthouse keeper");
        hit.Evidence.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task The_explanation_adds_up_to_the_score()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        var hit = (await archive.SearchAsync("new harbor bridge", query => query with { Explain = true })).Hits[0];

        hit.Explanation.ShouldNotBeNull();
        hit.Explanation.Terms.Values.Sum().ShouldBe(hit.Explanation.Lexical, 1e-4);
        ((hit.Explanation.Lexical + hit.Explanation.Passage) * hit.Explanation.TimeFactor).ShouldBe(hit.Score, 1e-9);
    }

    [Fact]
    public async Task A_second_process_reads_what_the_first_has_written()
    {
        using var archive = new IndexedArchive().With(Bridge);
        using var reader = archive.OpenIndex();
        (await archive.FoundAsync("bridge", index: reader)).ShouldBe(["bridge"]);

        archive.With(Ferry);
        archive.Clock.Advance(TimeSpan.FromSeconds(2));

        (await archive.FoundAsync("ferry", index: reader)).ShouldBe(["ferry"]);
    }

    [Fact]
    public void Rarity_is_counted_over_articles()
    {
        using var archive = new IndexedArchive().With(Bridge, Ferry);

        archive.Index.ArticlesWith(ArchiveName.Default, "bridg").ShouldBe(2);
        archive.Index.ArticlesWith(ArchiveName.Default, "council").ShouldBe(1);
        archive.Index.IdfOf(ArchiveName.Default, ["bridg", "council", "unheardof"]).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public async Task Cancelling_a_search_is_its_own_outcome()
    {
        using var archive = new IndexedArchive().With(Bridge);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await archive.Index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = "bridge", AsOf = Now }, cancelled.Token));
    }
}
