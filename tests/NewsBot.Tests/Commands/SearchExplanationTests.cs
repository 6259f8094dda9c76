using NewsBot.Archive;
using NewsBot.Commands;
using NewsBot.Retrieval;
using NewsBot.Terminal;
using NewsBot.Tests.Web;

namespace NewsBot.Tests.Commands;

/// <summary><c>search --explain</c> tells why each article stands where it stands.</summary>
public sealed class SearchExplanationTests
{
    [Fact]
    public void An_article_behind_a_lower_score_is_told_to_let_another_publication_by()
    {
        var (first, lower, better) = (Hit("a", "Harbor Herald", 6), Hit("b", "Bay Radio", 2.6), Hit("c", "Harbor Herald", 2.7));

        Explain(better, first, lower).ShouldContain("place      lets others by, since Harbor Herald is listed above already");
        Explain(lower, first).ShouldNotContain("place");
        Explain(Hit("d", "Harbor Herald", 2), first, lower).ShouldNotContain("place");
    }

    private static string Explain(ArticleHit hit, params ArticleHit[] before)
    {
        var text = new StringWriter();
        new SearchExplanation(new TerminalText(text, width: 200, isStyled: false), new QuestionReading { Terms = ["harbour"] }).Write(hit, hit.Explanation!, before);
        return text.ToString();
    }

    private static ArticleHit Hit(string id, string source, double score)
    {
        var story = Stories.Of(id, "Title", "The harbour.");
        return new ArticleHit((story with { Content = story.Content with { Source = source } }).Stored(), score, [], [])
        {
            Explanation = new HitExplanation(new Dictionary<string, double> { ["harbour"] = score }, score, Dense: null, TimeFactor: 1),
        };
    }
}
