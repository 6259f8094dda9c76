using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>With an embedding model, articles that say it in other words are found too; everything else holds as without one.</summary>
public class MeaningTests
{
    private static readonly ArticleContent Ship = Article("ship", "Vessel sails", "The wooden vessel left the dock.", "2025-06-01", "Harbor Herald");
    private static readonly ArticleContent School = Article("school", "School closed", "The school was closed on Monday.", "2025-06-01", "Tribune");

    [Fact]
    public async Task An_article_in_other_words_is_found_by_its_meaning()
    {
        using var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(Ship, School);
        (await archive.FoundAsync("boat")).ShouldBeEmpty();

        (await archive.EmbedAsync()).ShouldBe(2);

        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
        (await archive.FoundAsync("boat", query => query with { WordsOnly = true })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Meaning_finds_nothing_that_words_may_not_find()
    {
        using var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(Ship, School);
        await archive.EmbedAsync();

        (await archive.FoundAsync("boat", query => query with { AsOf = new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero) })).ShouldBeEmpty();
        (await archive.FoundAsync("boat", query => query with { Since = new DateOnly(2025, 6, 2) })).ShouldBeEmpty();
        (await archive.FoundAsync("boat", query => query with { Source = "tribune" })).ShouldBe(["school"]);

        archive.Store.Remove(ArchiveName.Default, archive.Store.Find(ArchiveName.Default, "ship")!.Id, "withdrawn");
        await archive.WithAsync();
        (await archive.FoundAsync("boat")).ShouldNotContain("ship");
    }

    [Fact]
    public async Task A_removed_article_leaves_no_vector_behind_not_even_of_former_versions()
    {
        using var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(Ship, School);
        await archive.EmbedAsync();
        await archive.WithAsync(Ship with { Text = "The wooden vessel left the dock at noon." });
        await archive.EmbedAsync();
        var ship = archive.Store.Find(ArchiveName.Default, "ship")!.Id;
        Occurrences(archive, ship).ShouldBe(2);

        archive.Store.Remove(ArchiveName.Default, ship, "withdrawn");
        await archive.WithAsync();

        Occurrences(archive, ship).ShouldBe(0);
        (await archive.FoundAsync("boat")).ShouldNotContain("ship");
        archive.Restart(new TopicGenerator("boat", "vessel"));
        (await archive.EmbedAsync()).ShouldBe(0);
        archive.Vectors.ProgressOf(ArchiveName.Default).Articles.ShouldBe(1);
    }

    [Fact]
    public async Task An_explained_hit_tells_how_near_it_is()
    {
        using var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(Ship, School);
        await archive.EmbedAsync();

        var hit = (await archive.SearchAsync("boat", query => query with { Explain = true })).Hits[0];

        hit.Explanation!.Dense.ShouldNotBeNull().ShouldBe(1, .01);
        hit.Explanation.Lexical.ShouldBe(0);
        hit.Explanation.Terms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_articles_get_their_vectors_first_and_passages_follow()
    {
        var generator = new TopicGenerator("boat", "vessel");
        using var archive = new VectorArchive(generator);
        var body = string.Join("\n\n", Enumerable.Range(0, 12).Select(i => $"Paragraph {i} " + string.Join(' ', Enumerable.Repeat("of the long report", 12)) + "."));
        await archive.WithAsync(
            Article("old", "Old report", body, "2020-01-01"), Article("new", "New report", body, "2025-06-01"), Article("middle", "Middle report", body, "2023-01-01"));

        await archive.EmbedAsync();

        generator.Requests[0].Select(text => text.Split('\n')[0]).ShouldBe(["New report", "Middle report"]);
        generator.Requests[1].ShouldHaveSingleItem().ShouldStartWith("Old report\n");
        generator.Requests[2][0].ShouldStartWith("New report\n");
        generator.Made.ShouldBe((int)archive.Store.Statistics(ArchiveName.Default).Passages);
        archive.Vectors.ProgressOf(ArchiveName.Default).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Vectors_that_are_made_are_not_made_again()
    {
        using var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(Ship);
        await archive.EmbedAsync();
        (await archive.EmbedAsync()).ShouldBe(0);

        archive.Restart(new TopicGenerator("boat", "vessel"));
        await archive.WithAsync(School);

        (await archive.EmbedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_version_is_embedded_again_and_until_then_found_by_the_former_one()
    {
        using var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(Ship, School);
        await archive.EmbedAsync();

        await archive.WithAsync(Ship with { Title = "Ferry sails", Text = "The wooden ferry left the dock." });
        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");

        (await archive.EmbedAsync()).ShouldBe(1);
        (await archive.SearchAsync("boat", query => query with { Explain = true })).Hits
            .Single(hit => hit.Article.PublicId == "ship").Explanation!.Dense.ShouldNotBeNull().ShouldBe(0, .01);
    }

    [Fact]
    public async Task Of_a_new_model_the_vectors_are_used_once_every_article_has_one()
    {
        var former = new TopicGenerator("boat", "vessel");
        using var archive = await new VectorArchive(former).WithAsync(Ship, School);
        await archive.EmbedAsync();

        var other = new TopicGenerator("boat", "vessel", "more") { Name = "other-model" };
        archive.Restart(other, former);
        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
        archive.Vectors.ProgressOf(ArchiveName.Default).InUse!.Name.ShouldBe("topic-model");

        await archive.EmbedAsync();

        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
        archive.Vectors.ProgressOf(ArchiveName.Default).InUse!.Name.ShouldBe("other-model");
        archive.Files.ShouldHaveSingleItem().ShouldContain("other-model-3");
    }

    [Fact]
    public async Task Articles_without_a_vector_yet_are_not_held_back()
    {
        var generator = new TopicGenerator("boat", "vessel");
        using var archive = await new VectorArchive(generator).WithAsync(School);
        await archive.EmbedAsync();
        await archive.WithAsync(Article("school-boat", "School boat", "The school boat of the school was painted."));

        (await archive.FoundAsync("school boat"))[0].ShouldBe("school-boat");
    }

    [Fact]
    public async Task A_model_that_cannot_be_used_costs_no_reader_the_answer()
    {
        var generator = new TopicGenerator("boat", "vessel");
        using var archive = await new VectorArchive(generator).WithAsync(Ship, School);
        await archive.EmbedAsync();

        generator.Failure = new EmbeddingUnavailableException("the endpoint is away.");
        var outcome = await archive.SearchAsync("vessel");

        outcome.Hits[0].Article.PublicId.ShouldBe("ship");
        outcome.Notes.ShouldContain("Searched by words alone: the endpoint is away.");

        // It is left alone for a while, then asked again.
        generator.Failure = null;
        (await archive.SearchAsync("vessel")).Notes.ShouldNotBeEmpty();
        archive.Clock.Advance(TimeSpan.FromMinutes(1));
        (await archive.SearchAsync("vessel")).Notes.ShouldBeEmpty();
    }

    /// <summary>How often an article's identity stands in the vector files.</summary>
    private static int Occurrences(VectorArchive archive, Guid article)
    {
        var (bytes, id, count) = (File.ReadAllBytes(archive.Files.Single()), article.ToByteArray(), 0);
        for (var at = bytes.AsSpan().IndexOf(id); at >= 0; count++)
        {
            var further = bytes.AsSpan(at + 1).IndexOf(id);
            at = further < 0 ? -1 : at + 1 + further;
        }

        return count;
    }
}
