using NewsBot.Answering;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering;

public class AnswerCorrectionsTests
{
    [Fact]
    public async Task An_answer_says_of_each_corrected_article_that_it_cites_when_and_what_was_corrected()
    {
        var archive = new SmallArchive();
        archive.Add("Boardwalk", "The boardwalk at Quillfen cost $241,000.");
        var answer = await AnswererSetup.Over(archive).AskAsync("What did the boardwalk at Quillfen cost?");
        var correction = new ArticleCorrection(NewsTime.OfDay(new DateOnly(2025, 4, 16)), "$214,000 → $241,000");

        AnswerCorrections.Of(answer).ShouldBeEmpty();
        AnswerCorrections.Of(Corrected(answer, correction)).ShouldBe(["[1] was corrected on 16 April 2025: $214,000 → $241,000"]);
    }

    private static Answer Corrected(Answer answer, ArticleCorrection correction) => answer with
    {
        Citations = [.. answer.Citations.Select(citation => citation with { Article = citation.Article with { Standing = new ArticleStanding { Correction = correction } } })],
    };
}
