using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Tests.Retrieval.Dense;
using static NewsBot.Tests.Retrieval.Qdrant.QdrantArchive;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>With a generator, articles and passages carry its vectors too, made in the background, and meaning counts beside words.</summary>
public class DenseVectorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Articles_can_be_found_at_once_and_vectors_are_made_afterwards()
    {
        await using var archive = await StartAsync(generator: new TopicGenerator("boat", "vessel"));
        await archive.TakeIn(Articles(3));
        (await archive.FoundAsync("topic1"))[0].ShouldBe("a1");

        var made = await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation);

        made.ShouldBe(3 + archive.Store.Statistics(ArchiveName.Default).Passages);
        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Articles_that_the_server_lacks_are_written_before_their_vectors_are_made_and_progress_is_told()
    {
        await using var archive = await StartAsync(generator: new TopicGenerator("boat", "vessel"));
        archive.Store.Store(ArchiveName.Default, Articles(2));

        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation)).ShouldBeGreaterThan(2);

        archive.Index.ProgressOf(ArchiveName.Default).ShouldSatisfyAllConditions(
            progress => progress.Articles.ShouldBe(2), progress => progress.IsComplete.ShouldBeTrue(), progress => progress.Model!.Name.ShouldBe("topic-model"));
    }

    [Fact]
    public async Task A_question_whose_vector_cannot_be_made_is_searched_by_words_and_says_so()
    {
        var generator = new TopicGenerator("boat", "vessel");
        await using var archive = await StartAsync(generator: generator);
        await archive.TakeIn(Article("ship", "The wooden vessel left the dock."));
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation);
        generator.Failure = new EmbeddingUnavailableException("the endpoint is away.");

        var outcome = await archive.Index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = "vessel", AsOf = QdrantArchive.Now }, Cancellation);

        outcome.Hits.ShouldHaveSingleItem();
        outcome.Notes.ShouldContain("Searched by words alone: the endpoint is away.");
    }

    [Theory]
    [InlineData(QdrantFusion.Scores)]
    [InlineData(QdrantFusion.Ranks)]
    public async Task An_article_in_other_words_is_found_by_its_meaning(QdrantFusion fusion)
    {
        await using var archive = await StartAsync(options => options.Fusion = fusion, new TopicGenerator("boat", "vessel"));
        await archive.TakeIn(
            Article("ship", "The wooden vessel left the dock.", title: "Vessel sails"),
            Article("school", "The school was closed on Monday.", title: "School closed"));
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation);

        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
    }

    [Fact]
    public async Task Vectors_of_another_model_are_told_and_searching_by_words_goes_on_until_reindexed()
    {
        await using var archive = await StartAsync(generator: new TopicGenerator("boat", "vessel"));
        await archive.TakeIn(Article("ship", "The wooden vessel left the dock."));
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation);

        archive.Restart(generator: new TopicGenerator("boat", "vessel", "dimension-three") { Name = "other-model" });
        await archive.CatchUpAsync();
        (await archive.FoundAsync("vessel")).ShouldBe(["ship"]);
        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation)).ShouldBe(0);

        await archive.Index.ReindexAsync(Cancellation);
        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation)).ShouldBe(2);
        (await archive.FoundAsync("boat")).ShouldBe(["ship"]);
    }

    [Fact]
    public async Task Vectors_stay_when_the_weights_are_made_anew()
    {
        await using var archive = await StartAsync(generator: new TopicGenerator("boat", "vessel"));
        await archive.TakeIn(Article("ship", "The wooden vessel left the dock."));
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation);

        await archive.TakeIn(Articles(3));

        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, progress: null, Cancellation)).ShouldBe(3 + archive.Store.Statistics(ArchiveName.Default).Passages - 1);
    }
}
