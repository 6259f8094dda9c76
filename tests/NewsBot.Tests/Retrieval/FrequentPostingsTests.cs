using NewsBot.Retrieval;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval;

/// <summary>Common terms are kept decoded between questions; nobody may see a difference but in speed.</summary>
public class FrequentPostingsTests
{
    [Fact]
    public async Task A_common_term_and_a_rare_one_add_up_to_what_the_explanation_tells()
    {
        using var archive = new IndexedArchive().With([.. Enumerable.Range(0, 200).Select(i =>
            Article($"a{i}", $"Harbor news {i}", $"The harbor was busy on day {i}. {(i % 50 == 0 ? "The lighthouse was painted." : "Nothing else was said.")}", "2025-06-01"))]);

        foreach (var hit in (await archive.SearchAsync("lighthouse harbor day", query => query with { Explain = true })).Hits)
        {
            hit.Explanation!.Terms.Values.Sum().ShouldBe(hit.Explanation.Lexical, 1e-4, hit.Article.PublicId);
        }
    }

    [Fact]
    public async Task Asking_again_and_over_the_budget_gives_the_same()
    {
        using var archive = new IndexedArchive(new RetrievalOptions { FrequentTermsMegabytes = 1 })
            .With([.. Enumerable.Range(0, 100).Select(i => Article($"a{i}", $"News {i}", string.Join(' ', Enumerable.Range(0, 40).Select(word => $"word{word + (i % 3)}")), "2025-06-01"))]);
        var first = await FoundWithScoresAsync(archive);

        (await FoundWithScoresAsync(archive)).ShouldBe(first);
    }

    [Fact]
    public async Task After_new_articles_common_terms_are_counted_anew()
    {
        using var archive = new IndexedArchive().With([.. Enumerable.Range(0, 60).Select(i => Article($"a{i}", $"Harbor {i}", "The harbor was busy.", "2025-06-01"))]);
        await archive.FoundAsync("harbor");

        archive.With([.. Enumerable.Range(60, 60).Select(i => Article($"a{i}", $"Harbor {i} harbor", "The harbor was busy. The harbor was full.", "2025-06-10"))]);

        (await archive.SearchAsync("harbor")).Hits.ShouldAllBe(hit => hit.Article.Text.EndsWith("full.", StringComparison.Ordinal));
    }

    private static async Task<(string, double)[]> FoundWithScoresAsync(IndexedArchive archive) =>
        [.. (await archive.SearchAsync("word3 word7 word12 word39")).Hits.Select(hit => (hit.Article.PublicId, hit.Score))];
}
