using NewsBot.Retrieval.Dense.Fusion;
using NewsBot.Retrieval.Lexical;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>Words and meaning make one list by their scores.</summary>
public class ScoreFusionTests
{
    private readonly Guid both = Guid.NewGuid();
    private readonly Guid words = Guid.NewGuid();
    private readonly Guid meaning = Guid.NewGuid();

    [Fact]
    public void The_score_is_a_share_of_the_best_lexical_score_and_of_the_best_cosine_times_the_time_prior()
    {
        var fused = ScoreFusion.Fuse(
            [new RankedArticle(both, 10, 1), new RankedArticle(words, 8, 1.5)],
            [new NearArticle(meaning, .9, 1), new NearArticle(both, .45, 1)],
            weight: .2,
            _ => .18).ToDictionary(article => article.Id);

        fused[both].Score.ShouldBe((.8 * 10) + (.2 * 10 * .5), 1e-9);
        fused[words].Score.ShouldBe(((.8 * 8) + (.2 * 10 * .2)) * 1.5, 1e-9);
        fused[meaning].Score.ShouldBe(.2 * 10, 1e-9);
        fused[meaning].Lexical.ShouldBe(0);
    }

    [Fact]
    public void An_article_without_a_vector_counts_as_near_as_the_others_that_words_have_found()
    {
        var fused = ScoreFusion.Fuse(
            [new RankedArticle(both, 10, 1), new RankedArticle(words, 10, 1)], [new NearArticle(both, .9, 1)], weight: .2, _ => null).ToList();

        fused[0].Score.ShouldBe(fused[1].Score, 1e-9);
        fused.Single(article => article.Id == words).Cosine.ShouldBeNull();
    }

    [Fact]
    public void Without_vectors_the_list_by_words_stays_as_it_is()
    {
        var lexical = new[] { new RankedArticle(words, 8, 1.5) };

        ScoreFusion.Fuse(lexical, [], weight: .2, _ => null).ShouldBe(lexical);
    }
}
