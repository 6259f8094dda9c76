using System.Numerics.Tensors;
using System.Text.Json;
using NewsBot.Fakes;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Encoders;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>The encoder reads texts as the model's own tokenizer does, and gives the vectors that its makers get.</summary>
public class GoldenVectorTests
{
    private static readonly string Folder = SharedData.PathOf("models", "all-MiniLM-L6-v2-int8");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Token_ids_are_the_same_but_for_marks_that_stand_in_a_text()
    {
        var pieces = WordPieces.Read(RequireFolder(), lowerCase: true);
        foreach (var item in Golden().Where(item => !item.Text.Contains("[CLS]", StringComparison.Ordinal)))
        {
            pieces.Encode(item.Text, 256).ShouldBe(item.Ids, item.Text);
            pieces.Encode(item.Text, 512).ShouldBe(item.LongIds ?? item.Ids, item.Text);
        }
    }

    [Fact]
    public void A_mark_in_a_text_is_its_words()
    {
        var pieces = WordPieces.Read(RequireFolder(), lowerCase: true);

        var ids = pieces.Encode("end [SEP] here [CLS]", 256);

        ids.Count(id => id == pieces.End).ShouldBe(1);
        ids.Count(id => id == pieces.Beginning).ShouldBe(1);
    }

    [Fact]
    public async Task Vectors_point_where_the_makers_point()
    {
        using var encoder = new OnnxEncoder(RequireFolder(), new EmbeddingsOptions());
        var items = Golden().Where(item => !item.Text.Contains("[CLS]", StringComparison.Ordinal)).ToList();

        // All at once, so that equal lengths go together as they do when articles are embedded.
        var embeddings = await encoder.GenerateAsync(items.Select(item => item.Text), cancellationToken: Cancellation);

        foreach (var (item, embedding) in items.Zip(embeddings))
        {
            TensorPrimitives.Norm<float>(embedding.Vector.Span).ShouldBe(1, 1e-4);
            TensorPrimitives.CosineSimilarity<float>(embedding.Vector.Span, item.Vector).ShouldBeGreaterThan(.995f, item.Text);
        }
    }

    private static string RequireFolder()
    {
        Assert.SkipWhen(Folder.Length == 0, SharedData.AbsenceReason);
        return Folder;
    }

    private static List<GoldenItem> Golden()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(RequireFolder(), "golden.json")));
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => new GoldenItem(
            item.GetProperty("text").GetString()!,
            Numbers(item.GetProperty("ids"), number => number.GetInt32()),
            item.GetProperty("ids_512").ValueKind == JsonValueKind.Null ? null : Numbers(item.GetProperty("ids_512"), number => number.GetInt32()),
            Numbers(item.GetProperty("vector"), number => number.GetSingle())))];
    }

    private static T[] Numbers<T>(JsonElement array, Func<JsonElement, T> read) => [.. array.EnumerateArray().Select(read)];

    private sealed record GoldenItem(string Text, int[] Ids, int[]? LongIds, float[] Vector);
}
