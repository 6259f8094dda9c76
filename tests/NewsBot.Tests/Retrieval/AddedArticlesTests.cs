using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;

namespace NewsBot.Tests.Retrieval;

/// <summary>An article that was added is never taken for a new one, or the index would hold it twice; a new one is rarely taken for a known one.</summary>
public sealed class AddedArticlesTests
{
    private readonly AddedArticles added = new();

    [Fact]
    public void An_article_comes_for_the_first_time_once()
    {
        var articles = Enumerable.Range(0, 100_000).Select(number => ArticleIdentity.OfExternalId(ArchiveName.Default, $"a{number}")).ToList();

        var taken = articles.Count(added.Add);

        taken.ShouldBeInRange(articles.Count - 10, articles.Count);
        articles.ShouldAllBe(article => !added.Add(article));
    }
}
