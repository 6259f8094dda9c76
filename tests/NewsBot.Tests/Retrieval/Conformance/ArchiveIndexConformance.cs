using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Retrieval.Conformance;

/// <summary>What every form of the index does: one suite, run on each.</summary>
public abstract class ArchiveIndexConformance : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly ArticleContent Bridge = Article(
        "bridge", "Council approves the harbor bridge", "The council of Port Alder approved a new bridge over the harbor on Tuesday.", "2025-06-10", "Harbor Herald");

    private static readonly ArticleContent Ferry = Article(
        "ferry", "Ferry line adds winter sailings", "The ferry company will sail twice a day in winter. A bridge is not planned.", "2025-06-01", "Coast Courier");

    private readonly TemporaryFolder folder = new();

    protected string Folder => folder.Path;

    protected ArchiveStore Store { get; private set; } = null!;

    protected IArchiveIndex Index { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        Index = await OpenIndexAsync(Store);
    }

    public async ValueTask DisposeAsync()
    {
        (Index as IDisposable)?.Dispose();
        await CloseAsync();
        Store.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_article_about_the_words_asked_for_comes_first()
    {
        await TakeIn(Ferry, Bridge);

        (await FoundAsync("Who approved the new bridge?")).ShouldBe(["bridge", "ferry"]);
    }

    [Theory]
    [InlineData("What happened on 10 June 2025?", "bridge")]
    [InlineData("What happened on 9 June 2025?", "bridge")]
    [InlineData("What happened in June 2025?", "bridge ferry")]
    [InlineData("Was geschah am 1. Juni 2025?", "ferry")]
    [InlineData("Que s'est-il passé en juin 2025 ?", "bridge ferry")]
    [InlineData("What were the headlines on 1 June 2025?", "ferry")]
    [InlineData("What's new?", "bridge")]
    [InlineData("What happened in May 2025?", "")]
    public async Task Asked_what_happened_in_a_time_the_reports_of_that_time_are_found(string question, string found)
    {
        await TakeIn(Ferry, Bridge);

        (await FoundAsync(question)).ShouldBe(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_several_publications_carried_comes_first_once_and_filters_hold()
    {
        const string flood = "The river broke its bank at Port Alder in two places during the night, and about three hundred people left their homes by boat.";
        await TakeIn(Ferry, Bridge, Article("flood", "River floods Port Alder", flood, "2025-06-02", "Wire"), Article("copy", "River floods Port Alder", flood, "2025-06-03", "Coast Courier"));

        (await FoundAsync("What happened in June 2025?")).ShouldBe(["flood", "bridge", "ferry"]);
        (await FoundAsync("What happened in June 2025?", query => query with { Source = "harbor" })).ShouldBe(["bridge"]);
        (await FoundAsync("What happened in June 2025?", query => query with { Until = new DateOnly(2025, 6, 1) })).ShouldBe(["ferry"]);
        (await FoundAsync("What happened in June 2025?", query => query with { AsOf = new DateTimeOffset(2025, 6, 1, 23, 0, 0, TimeSpan.Zero) })).ShouldBe(["ferry"]);
    }

    [Theory]
    [InlineData("What happened in October?", "“in October” was taken as October 2023.")]
    [InlineData("What happened in March?", "“in March” was taken as March 2024.")]
    [InlineData("What happened last October?", "“last October” was taken as October 2024.")]
    [InlineData("What happened last month?", "“last month” was taken as May 2025.")]
    public async Task What_happened_in_a_month_asks_for_the_last_one_that_the_archive_reaches(string question, string note)
    {
        await TakeIn(Article("old", "Ferry sails", "The ferry sails.", "2024-04-02", "Coast Courier"));

        (await SearchAsync(question)).Notes.ShouldBe([note]);
    }

    [Theory]
    [InlineData("What happened at the ferry in June 2025?")]
    [InlineData("What happened to the ferry?")]
    [InlineData("Who passed the ferry yesterday?")]
    public async Task A_question_with_a_topic_is_searched_for_by_its_words(string question)
    {
        await TakeIn(Ferry, Bridge);

        (await FoundAsync(question)).ShouldBe(["ferry"]);
    }

    [Fact]
    public async Task An_empty_archive_gives_no_hits() => (await SearchAsync("anything at all")).Hits.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("🙂🙂🙂")]
    [InlineData("AND OR NOT ( ) [ * TO * ] title:^5 \"~ && || \\ + -")]
    [InlineData("'; DROP TABLE articles; --")]
    [InlineData("\ud800 \u0000 \u202e")]
    public async Task A_question_is_text_whatever_signs_it_holds(string question)
    {
        await TakeIn(Bridge, Ferry);

        (await SearchAsync(question)).Answerability.ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task Nothing_after_the_moment_of_asking_is_found()
    {
        await TakeIn(Bridge, Ferry);

        (await FoundAsync("bridge", query => query with { AsOf = new DateTimeOffset(2025, 6, 9, 23, 59, 59, TimeSpan.Zero) })).ShouldBe(["ferry"]);
    }

    [Fact]
    public async Task Days_source_and_language_narrow_what_is_found()
    {
        await TakeIn(Bridge, Ferry, Article("pont", "Un pont sur le port", "Le pont: bridge.", "2025-06-12", "Le Phare", "fr"));

        (await FoundAsync("bridge", query => query with { Since = new DateOnly(2025, 6, 10) })).ShouldBe(["bridge", "pont"], ignoreOrder: true);
        (await FoundAsync("bridge", query => query with { Until = new DateOnly(2025, 6, 1) })).ShouldBe(["ferry"]);
        (await FoundAsync("bridge", query => query with { Source = "HARBOR" })).ShouldBe(["bridge"]);
        (await FoundAsync("bridge", query => query with { Source = "Nobody's Gazette" })).ShouldBeEmpty();
        (await FoundAsync("bridge", query => query with { Language = "fr" })).ShouldBe(["pont"]);
    }

    [Fact]
    public async Task An_article_of_unknown_time_is_found_unless_days_are_asked_for()
    {
        await TakeIn(Article("undated", "A bridge", "A bridge stood here."));

        (await FoundAsync("bridge")).ShouldBe(["undated"]);
        (await FoundAsync("bridge", query => query with { Until = new DateOnly(2025, 6, 1) })).ShouldBeEmpty();
        (await FoundAsync("bridge", query => query with { Since = new DateOnly(2000, 6, 1) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_and_the_last_day_there_is_are_days_like_others()
    {
        await TakeIn(Bridge);

        (await FoundAsync("bridge", query => query with { Since = DateOnly.MinValue, Until = DateOnly.MaxValue })).ShouldBe(["bridge"]);
    }

    [Fact]
    public async Task Of_two_like_articles_the_newer_comes_first()
    {
        await TakeIn(
            Article("old", "Mayor opens pool", "The mayor opened the pool.", "2023-02-01"),
            Article("new", "Mayor opens pool", "The mayor opened the pool.", "2025-06-14"));

        (await FoundAsync("Who opened the pool?")).ShouldBe(["new", "old"]);
    }

    [Fact]
    public async Task The_days_that_a_question_names_count_all_alike_and_what_lies_around_them_less()
    {
        await TakeIn([.. new[] { "2023-01-10", "2024-12-20", "2025-03-01", "2025-03-16", "2025-03-31", "2025-06-12" }
            .Select(day => Article(day, "Harbor bridge repaired", "The harbor bridge was repaired by the town.", day))]);

        var hits = (await SearchAsync("Who repaired the harbor bridge in March 2025?", query => query with { Explain = true })).Hits;

        hits.Take(3).Select(hit => hit.Article.PublicId).ShouldBe(["2025-03-01", "2025-03-16", "2025-03-31"], ignoreOrder: true);
        hits[^1].Article.PublicId.ShouldBe("2023-01-10");
        foreach (var hit in hits)
        {
            hit.Explanation!.Lexical.ShouldBe(hits[0].Explanation!.Lexical, 1e-4, hit.Article.PublicId);
        }
    }

    [Fact]
    public async Task Equal_articles_come_in_the_order_of_their_identities()
    {
        await TakeIn([.. Enumerable.Range(0, 30).Select(i => Article($"same{i}", $"Mayor{i} opens{i} pool", $"Words{i} of{i} another{i} story{i} pool.", "2025-06-14"))]);

        var hits = (await SearchAsync("pool", query => query with { Limit = 5 })).Hits.Select(hit => hit.Article.Id).ToList();

        hits.ShouldBe(Enumerable.Range(0, 30).Select(i => Store.Find(ArchiveName.Default, $"same{i}")!.Id).Order().Take(5));
    }

    [Fact]
    public async Task Nothing_of_another_archive_is_found_and_its_texts_move_no_score()
    {
        await TakeIn(Bridge, Ferry);
        var before = await SearchAsync("harbor bridge");
        var other = ArchiveName.Parse("other");
        Store.Store(other, [.. Enumerable.Range(0, 20).Select(i => Article($"o{i}", "Harbor bridge", $"A harbor bridge, number {i}.", "2025-06-14"))]);
        await Index.CatchUpAsync(other, Cancellation);

        var after = await SearchAsync("harbor bridge");

        after.Hits.Select(hit => (hit.Article.PublicId, hit.Score)).ShouldBe(before.Hits.Select(hit => (hit.Article.PublicId, hit.Score)));
        (await SearchAsync("ferry", query => query with { Archive = other })).Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_version_replaces_the_old_words()
    {
        await TakeIn(Bridge);
        await TakeIn(Bridge with { Title = "Council rejects tunnel", Text = "The council rejected a tunnel." });

        (await FoundAsync("approved bridge harbor")).ShouldBeEmpty();
        (await FoundAsync("rejected tunnel")).ShouldBe(["bridge"]);
    }

    [Fact]
    public async Task A_removed_article_is_gone_before_the_index_has_caught_up_and_after()
    {
        await TakeIn(Bridge, Ferry);
        Store.Remove(ArchiveName.Default, Store.Find(ArchiveName.Default, "bridge")!.Id, "test");

        (await FoundAsync("bridge")).ShouldBe(["ferry"]);
        await Index.CatchUpAsync(ArchiveName.Default, Cancellation);
        (await FoundAsync("bridge")).ShouldBe(["ferry"]);
        (await SearchAsync("bridge")).ArticlesSearched.ShouldBe(1);
    }

    [Fact]
    public async Task Scores_do_not_depend_on_what_articles_said_before()
    {
        await TakeIn(Bridge with { Text = "Ferry ferry ferry." });
        await TakeIn(Ferry);
        await TakeIn(Bridge);
        var changed = await SearchAsync("harbor bridge ferry");
        Store.Remove(ArchiveName.Default, Store.Find(ArchiveName.Default, "bridge")!.Id, "test");
        await TakeIn(Ferry, Bridge);

        var fresh = await SearchAsync("harbor bridge ferry");

        changed.Hits.Select(hit => (hit.Article.PublicId, hit.Score)).ShouldBe(fresh.Hits.Select(hit => (hit.Article.PublicId, hit.Score)));
    }

    [Fact]
    public async Task Evidence_is_the_passage_that_holds_the_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("The weather on the coast stayed mild and the wind was light all week long.", 60));
        await TakeIn(Article("long", "A week on the coast", filler + "\n\nThe lighthouse keeper retired.\n\n" + filler));

        var hit = (await SearchAsync("When did the lighthouse keeper retire?")).Hits.ShouldHaveSingleItem();

        hit.Evidence[0].Passage.Range.Of(hit.Article.Text).ShouldContain("lighthouse keeper");
        hit.Evidence.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task The_explanation_adds_up_to_the_score()
    {
        await TakeIn(Bridge, Ferry);

        var hit = (await SearchAsync("new harbor bridge", query => query with { Explain = true })).Hits[0];

        hit.Explanation.ShouldNotBeNull();
        hit.Explanation.Terms.Values.Sum().ShouldBe(hit.Explanation.Lexical, 1e-4);
        ((hit.Explanation.Lexical + hit.Explanation.Passage) * hit.Explanation.TimeFactor).ShouldBe(hit.Score, 1e-6);
    }

    [Fact]
    public async Task Rarity_is_counted_over_articles()
    {
        await TakeIn(Bridge, Ferry);
        var statistics = (ITermStatistics)Index;

        statistics.ArticleCount(ArchiveName.Default).ShouldBe(2);
        statistics.ArticlesWith(ArchiveName.Default, "bridg").ShouldBe(2);
        statistics.ArticlesWith(ArchiveName.Default, "council").ShouldBe(1);
        statistics.IdfOf(ArchiveName.Default, ["bridg", "council", "unheardof"]).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public async Task Catching_up_twice_changes_nothing_and_tells_where_the_store_stands()
    {
        await TakeIn(Bridge, Ferry);
        var before = await SearchAsync("harbor bridge");

        (await Index.CatchUpAsync(ArchiveName.Default, Cancellation)).ShouldBe(Store.LastSequence(ArchiveName.Default));

        (await SearchAsync("harbor bridge")).Hits.Select(hit => hit.Score).ShouldBe(before.Hits.Select(hit => hit.Score));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_limit_outside_its_range_is_a_programmers_error(int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await SearchAsync("bridge", query => query with { Limit = limit }));

    [Fact]
    public async Task Cancelling_a_search_is_its_own_outcome()
    {
        await TakeIn(Bridge);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = "bridge", AsOf = Now }, cancelled.Token));
    }

    protected abstract Task<IArchiveIndex> OpenIndexAsync(ArchiveStore store);

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    protected static ArticleContent Article(string id, string title, string text, string? published = null, string? source = null, string? language = "en") => new()
    {
        ExternalId = id,
        Title = title,
        Text = text,
        Published = NewsTime.TryParse(published, out var time) ? time : null,
        Source = source,
        Language = language,
    };

    protected async Task TakeIn(params ArticleContent[] articles)
    {
        Store.Store(ArchiveName.Default, articles);
        await Index.CatchUpAsync(ArchiveName.Default, Cancellation);
    }

    protected async Task<SearchOutcome> SearchAsync(string text, Func<ArchiveQuery, ArchiveQuery>? with = null)
    {
        var query = new ArchiveQuery { Archive = ArchiveName.Default, Text = text, AsOf = Now };
        return await Index.SearchAsync(with?.Invoke(query) ?? query, Cancellation);
    }

    protected async Task<string[]> FoundAsync(string text, Func<ArchiveQuery, ArchiveQuery>? with = null) =>
        [.. (await SearchAsync(text, with)).Hits.Select(hit => hit.Article.PublicId)];
}
