using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Statistics;
using NewsBot.Retrieval.Text;
using static NewsBot.Tests.Retrieval.Qdrant.QdrantArchive;

namespace NewsBot.Tests.Retrieval.Qdrant;

public class SparseVectorTests
{
    private static readonly TextAnalysis Text = new();

    [Theory]
    [InlineData("", 2166136261u)]
    [InlineData("a", 0xE40C292Cu)]
    [InlineData("foobar", 0xBF9CF968u)]
    public void A_term_is_hashed_by_FNV_1a(string stem, uint expected) => TermHash.Of(stem).ShouldBe(expected);

    [Property]
    public void Any_set_of_terms_is_read_back_as_it_was_written(uint[] terms) =>
        TermList.Decode(TermList.Encode(terms.Distinct())).ShouldBe(terms.Distinct().Order());

    [Fact]
    public void A_weight_is_the_documents_side_of_BM25()
    {
        var counts = TermCounts.OfArticle(Stored(Article("x", "Bridge bridge harbor.", title: "Ferry")), Text);

        var vector = counts.Weigh(Bm25.K1, Bm25.B, averageLength: 10);

        // The body counts once and as the lead once more: bridge 4, harbor 2; the title eight times; length 3 + 3 + 8.
        counts.Length.ShouldBe(14);
        var saturation = Bm25.K1 * (1 - Bm25.B + (Bm25.B * 14 / 10));
        var weights = vector.Indices.Zip(vector.Values).ToDictionary(pair => pair.First, pair => (double)pair.Second);
        weights[TermHash.Of("bridg")].ShouldBe(4 * (Bm25.K1 + 1) / (4 + saturation), 1e-6);
        weights[TermHash.Of("harbor")].ShouldBe(2 * (Bm25.K1 + 1) / (2 + saturation), 1e-6);
        weights[TermHash.Of("ferri")].ShouldBe(8 * (Bm25.K1 + 1) / (8 + saturation), 1e-6);
        weights.Count.ShouldBe(3);
    }

    [Fact]
    public void Terms_of_one_hash_add_up_in_a_query()
    {
        var weights = NewsBot.Retrieval.Qdrant.Searching.ArticleQueries.WeightsOf([new QueryTerm("same", 3, 1.5), new QueryTerm("same", 3, 1.5), new QueryTerm("unknown", 0, 9)]);

        weights!.Indices.ShouldBe([TermHash.Of("same")]);
        weights.Values.ShouldBe([3f]);
    }

    private static Article Stored(ArticleContent content) => new()
    {
        Id = Guid.NewGuid(),
        Archive = ArchiveName.Default,
        Version = 1,
        Sequence = 1,
        StoredAt = Now,
        Content = content,
    };
}
