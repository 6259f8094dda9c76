using NewsBot.Archive;
using NewsBot.Retrieval;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Ranking;

public class RankingTests
{
    private const string Story =
        "The council of Port Alder approved a new bridge over the harbor on Tuesday after two years of debate. The bridge will cost 40 million "
        + "crowns and open in three years, the mayor said. Ferries will go on sailing until then. Opponents had asked for a tunnel instead.";

    [Fact]
    public async Task A_story_that_several_published_is_shown_once()
    {
        using var archive = new IndexedArchive().With(
            Article("first", "Council approves bridge", Story, "2025-06-10T08:00:00Z", "Harbor Herald"),
            Article("copy", "Council approves bridge", Story, "2025-06-10T12:00:00Z", "Coast Courier"));

        var hit = (await archive.SearchAsync("Who approved the bridge?")).Hits.ShouldHaveSingleItem();

        hit.Article.PublicId.ShouldBe("first");
        hit.Also.ShouldBe([archive.Store.Find(ArchiveName.Default, "copy")!.Id]);
    }

    [Fact]
    public async Task At_an_earlier_moment_a_later_copy_does_not_exist()
    {
        using var archive = new IndexedArchive().With(
            Article("first", "Council approves bridge", Story, "2025-06-10T08:00:00Z", "Harbor Herald"),
            Article("later", "CORRECTED - Council approves bridge", Story.Replace("40", "14", StringComparison.Ordinal), "2025-06-12T08:00:00Z", "Harbor Herald"));

        var then = (await archive.SearchAsync("What will the bridge cost?", query => query with { AsOf = new DateTimeOffset(2025, 6, 11, 0, 0, 0, TimeSpan.Zero) })).Hits.ShouldHaveSingleItem();

        then.Article.PublicId.ShouldBe("first");
        then.Also.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_days_a_question_names_outweigh_being_recent()
    {
        using var archive = new IndexedArchive().With(
            Article("march", "Mayor opens pool", "The mayor opened the pool in the north.", "2024-03-05"),
            Article("june", "Mayor opens pool", "The mayor opened the pool in the south.", "2025-06-14"));

        (await archive.FoundAsync("Which pool did the mayor open in March 2024?")).ShouldBe(["march", "june"]);
        (await archive.FoundAsync("Which pool did the mayor open?")).ShouldBe(["june", "march"]);
    }

    [Fact]
    public async Task Asked_for_the_latest_a_new_article_comes_before_a_better_worded_old_one()
    {
        var old = Article("old", "Toll on the harbor bridge", "The toll on the harbor bridge is 3 crowns. The toll is paid at the bridge.", "2024-01-10");
        var recent = Article("recent", "Toll raised", "The toll on the harbor bridge rises to 4 crowns. Other matters were put off, and the council closed the meeting early.", "2025-06-13");
        using var archive = new IndexedArchive().With(old, recent);

        (await archive.FoundAsync("What is the current toll on the harbor bridge?")).First().ShouldBe("recent");
    }

    [Fact]
    public async Task Asked_for_the_origin_age_does_not_count()
    {
        using var archive = new IndexedArchive().With(
            Article("old", "Bridge history", "The history of the bridge.", "2020-01-10"),
            Article("new", "Bridge history", "The history of the bridge.", "2025-06-13"));

        var hits = (await archive.SearchAsync("What is the history of the bridge?")).Hits;

        hits[0].Score.ShouldBe(hits[1].Score);
    }

    [Fact]
    public async Task A_phrase_in_quotation_marks_prefers_articles_that_hold_it()
    {
        using var archive = new IndexedArchive().With(
            Article("apart", "Green paint marks the line", "The line is new, and the paint is green.", "2025-06-13"),
            Article("phrase", "Tram runs on the green line", "The line is new, and the tram is green.", "2025-06-13"));

        (await archive.FoundAsync("Where does the \"green line\" go?")).First().ShouldBe("phrase");
    }

    [Fact]
    public async Task Of_equals_another_source_comes_before_a_second_article_of_the_same()
    {
        using var archive = new IndexedArchive().With(
            Article("a1", "Storm hits coast one", "A storm hit the coast at dawn on the northern pier.", "2025-06-13", "Herald"),
            Article("a2", "Storm hits coast two", "A storm hit the coast at noon by the western market.", "2025-06-13", "Herald"),
            Article("b", "Storm hits coast six", "A storm hit the coast at dusk near the eastern school.", "2025-06-13", "Courier"));

        var sources = (await archive.SearchAsync("storm coast")).Hits.Select(hit => hit.Article.Source).ToList();

        sources[0].ShouldNotBe(sources[1]);
    }

    [Theory]
    [InlineData("How much aid does Bonn give?")]
    [InlineData("How much aid does Berlin give?")]
    public async Task A_capital_stands_for_its_government(string question)
    {
        using var archive = new IndexedArchive().With(
            Article("german", "German aid", "Germany gives aid of 40 million marks to the port.", "2025-06-13"),
            Article("french", "French aid", "France gives aid of 30 million francs to the port.", "2025-06-13"));

        (await archive.FoundAsync(question)).First().ShouldBe("german");
    }

    [Fact]
    public async Task Relative_words_are_not_searched_for()
    {
        using var archive = new IndexedArchive().With(Article("a", "Pool", "The pool opened.", "2025-06-13"));

        var outcome = await archive.SearchAsync("What pool opened last week?");

        outcome.Reading.Terms.ShouldBe(["pool", "open"]);
        outcome.Reading.Time.ShouldBe(new DateRange(new DateOnly(2025, 6, 2), new DateOnly(2025, 6, 8)));
        outcome.Notes.ShouldBe(["“last week” was taken as 2 June 2025 to 8 June 2025."]);
    }

    [Fact]
    public async Task The_order_is_the_same_however_articles_came_in()
    {
        var articles = Enumerable.Range(0, 30).Select(i => Article($"a{i}", "Same title", $"The same words about the harbor, number {i % 3}.", "2025-06-01")).ToArray();
        using var one = new IndexedArchive().With(articles);
        using var other = new IndexedArchive().With([.. articles.Reverse()]);

        (await other.FoundAsync("harbor words")).ShouldBe(await one.FoundAsync("harbor words"));
    }
}
