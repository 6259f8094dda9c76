using Microsoft.Extensions.AI;
using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Retrieval.Qdrant.Searching;
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

        var made = await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation);

        made.ShouldBe(3 + archive.Store.Statistics(ArchiveName.Default).Passages);
        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation)).ShouldBe(0);
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
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation);

        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
    }

    [Fact]
    public async Task Vectors_of_another_model_are_told_and_searching_by_words_goes_on_until_reindexed()
    {
        await using var archive = await StartAsync(generator: new TopicGenerator("boat", "vessel"));
        await archive.TakeIn(Article("ship", "The wooden vessel left the dock."));
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation);

        archive.Restart(generator: new TopicGenerator("boat", "vessel", "dimension-three") { Name = "other-model" });
        await archive.CatchUpAsync();
        (await archive.FoundAsync("vessel")).ShouldBe(["ship"]);
        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation)).ShouldBe(0);

        await archive.Index.ReindexAsync(Cancellation);
        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation)).ShouldBe(2);
        (await archive.FoundAsync("boat")).ShouldBe(["ship"]);
    }

    [Fact]
    public async Task Vectors_stay_when_the_weights_are_made_anew()
    {
        await using var archive = await StartAsync(generator: new TopicGenerator("boat", "vessel"));
        await archive.TakeIn(Article("ship", "The wooden vessel left the dock."));
        await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation);

        await archive.TakeIn(Articles(3));

        (await archive.Index.EmbedMissingAsync(ArchiveName.Default, Cancellation)).ShouldBe(3 + archive.Store.Statistics(ArchiveName.Default).Passages - 1);
    }

    [Fact]
    public void Fused_scores_are_a_share_of_the_best_lexical_score_and_of_the_cosine()
    {
        var (both, words, meaning) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var fused = ScoreFusion.Fuse(
            [new ListedArticle(both, 10, 1), new ListedArticle(words, 8, 1.5)],
            [new ListedArticle(meaning, .9, 1), new ListedArticle(both, .5, 1)]).ToDictionary(article => article.Id);

        fused[both].ShouldBe(new RankedArticle(both, (.8 * 10) + (.2 * 10 * .5), 1));
        fused[words].Score.ShouldBe(.8 * 8 * 1.5, 1e-9);
        fused[meaning].Score.ShouldBe(.2 * 10 * .9, 1e-9);
    }

    /// <summary>One dimension for the first two words, which mean the same here, one for every other word and everything else.</summary>
    private sealed class TopicGenerator(params string[] words) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public string Name { get; init; } = "topic-model";

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(VectorOf(value)))));

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("test", null, Name, words.Length)
            : null;

        public void Dispose()
        {
        }

        private float[] VectorOf(string value)
        {
            var vector = new float[words.Length];
            var isTopic = value.Contains(words[0], StringComparison.OrdinalIgnoreCase) || value.Contains(words[1], StringComparison.OrdinalIgnoreCase);
            vector[isTopic ? 0 : 1] = 1;
            return vector;
        }
    }
}
