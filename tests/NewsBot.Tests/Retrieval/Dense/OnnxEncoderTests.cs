using System.Numerics.Tensors;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Encoders;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>The whole way of a real ONNX model, a tiny one that the tests write, and what is said of models that cannot be used.</summary>
public sealed class OnnxEncoderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly EmbeddingsOptions options = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_article_in_other_words_is_found_from_the_model_file_to_the_hit()
    {
        using var archive = new VectorArchive(new OnnxEncoder(TinyEncoder.Write(folder.File("tiny")), options));
        await archive.WithAsync(Article("ship", "Vessels left", "The vessel left."), Article("school", "School closed", "The school closed."));
        await archive.EmbedAsync();

        (await archive.FoundAsync("boats"))[0].ShouldBe("ship");
        archive.Vectors.ProgressOf(ArchiveName.Default).Model.ShouldBe(new VectorModel("tiny", TinyEncoder.Dimensions));
    }

    [Fact]
    public async Task A_vector_has_length_1_and_does_not_depend_on_the_texts_beside_it()
    {
        using var encoder = new OnnxEncoder(TinyEncoder.Write(folder.File("tiny")), options);
        string[] texts = ["boat", "", "the school closed", "vessels left the school", "boat", "\ud800 lone", new string('x', 5_000)];

        var together = await encoder.GenerateAsync(texts, cancellationToken: Cancellation);

        foreach (var (text, embedding) in texts.Zip(together))
        {
            var alone = (await encoder.GenerateAsync([text], cancellationToken: Cancellation))[0];
            TensorPrimitives.Norm<float>(embedding.Vector.Span).ShouldBe(1, 1e-5);
            embedding.Vector.ToArray().ShouldBe(alone.Vector.ToArray(), 1e-6);
        }
    }

    [Fact]
    public async Task The_card_decides_pooling_prefixes_and_length()
    {
        var path = TinyEncoder.Write(folder.File("tiny"));
        await File.WriteAllTextAsync(
            Path.Combine(path, EncoderCard.FileName),
            """{"name": "own", "dimensions": 4, "pooling": "FirstToken", "question_prefix": "boat ", "maximum_tokens": 3, "licence": "MIT"}""",
            Cancellation);
        using var encoder = new OnnxEncoder(path, options);

        var vectors = await encoder.GenerateAsync(["school", "boat"], cancellationToken: Cancellation);

        // Of both only [CLS] is looked at.
        vectors[0].Vector.ToArray().ShouldBe(vectors[1].Vector.ToArray());
        ((ModelPrefixes)encoder.GetService(typeof(ModelPrefixes))!).Question.ShouldBe("boat ");
        VectorModel.Of(encoder).ShouldBe(new VectorModel("own", 4));
    }

    [Fact]
    public async Task Families_are_used_as_their_cards_say()
    {
        using var bge = new OnnxEncoder(TinyEncoder.Write(folder.File("bge-small-en-v1.5")), options);
        using var e5 = new OnnxEncoder(TinyEncoder.Write(folder.File("e5-small-v2")), options);

        ((ModelPrefixes)bge.GetService(typeof(ModelPrefixes))!).Question.ShouldStartWith("Represent this sentence");
        e5.GetService(typeof(ModelPrefixes)).ShouldBe(new ModelPrefixes("query: ", "passage: "));
        (await bge.GenerateAsync(["school"], cancellationToken: Cancellation))[0].Vector.Span[1].ShouldBeLessThan(.5f);
        (await e5.GenerateAsync(["school"], cancellationToken: Cancellation))[0].Vector.Span[1].ShouldBeGreaterThan(.9f);
    }

    [Fact]
    public async Task A_missing_model_says_how_to_get_one() =>
        (await FailureOfAsync(folder.File("absent"))).Message.ShouldContain("newsbot models pull");

    [Fact]
    public async Task A_damaged_model_file_says_so()
    {
        var path = TinyEncoder.Write(folder.File("tiny"));
        await File.WriteAllBytesAsync(Path.Combine(path, "model.onnx"), [8, 8, 58, 200, 1, 2, 3], Cancellation);

        (await FailureOfAsync(path)).Message.ShouldContain("is damaged or no ONNX model");
    }

    [Fact]
    public async Task A_model_of_other_dimensions_than_stated_is_refused()
    {
        (await FailureOfAsync(TinyEncoder.Write(folder.File("tiny"), statedDimensions: 384))).Message.ShouldContain("where vectors of 384 were expected");
    }

    [Fact]
    public async Task A_vocabulary_without_its_marks_is_refused()
    {
        var path = TinyEncoder.Write(folder.File("tiny"));
        await File.WriteAllTextAsync(Path.Combine(path, "vocab.txt"), "boat\nschool\n", Cancellation);

        (await FailureOfAsync(path)).Message.ShouldContain("lacks [CLS]");
    }

    [Fact]
    public async Task A_text_whose_vector_is_no_number_does_not_keep_the_others_from_theirs()
    {
        using var archive = new VectorArchive(new OnnxEncoder(TinyEncoder.Write(folder.File("tiny"), notANumber: true), options));
        await archive.WithAsync(Article("ship", "Vessels left", "The vessel left."), Article("school", "School closed", "The school closed."));

        (await archive.EmbedAsync()).ShouldBe(1);

        (await archive.FoundAsync("boats"))[0].ShouldBe("ship");
        (await archive.SearchAsync("school")).Notes.ShouldContain(note => note.StartsWith("Searched by words alone", StringComparison.Ordinal));
    }

    private async Task<EmbeddingUnavailableException> FailureOfAsync(string path)
    {
        using var encoder = new OnnxEncoder(path, options);
        return await Should.ThrowAsync<EmbeddingUnavailableException>(() => encoder.GenerateAsync(["boat"], cancellationToken: Cancellation));
    }
}
