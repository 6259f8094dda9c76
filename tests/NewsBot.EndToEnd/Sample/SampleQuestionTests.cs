using System.Text.Json;

namespace NewsBot.EndToEnd.Sample;

/// <summary>The thirty questions of the sample archive, asked of the built program.</summary>
public class SampleQuestionTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>
{
    public static TheoryData<string> QuestionIds => [.. SampleQuestion.All.Select(question => question.Id)];

    [Fact]
    public void All_forty_articles_are_stored_and_none_fails()
    {
        archive.Ingested.GetProperty("failed").GetArrayLength().ShouldBe(0);
        archive.Ingested.GetProperty("articles").GetArrayLength().ShouldBe(40);
    }

    [Theory]
    [MemberData(nameof(QuestionIds))]
    public void The_answer_is_right_and_cites_an_article_that_gives_it(string id)
    {
        var question = SampleQuestion.All.Single(candidate => candidate.Id == id);
        WhyWrong(question, archive.Answers[id]).ShouldBe("", $"{question.Question} → {archive.Answers[id].GetProperty("answer")}");
    }

    private static string WhyWrong(SampleQuestion question, JsonElement answer)
    {
        var isAnswered = answer.GetProperty("outcome").GetString() == "answered";
        if (isAnswered != question.Answerable)
        {
            return isAnswered ? "answered what the archive does not hold" : "not answered";
        }

        return question.Answerable ? WhyWrongAnswer(question, answer) : "";
    }

    private static string WhyWrongAnswer(SampleQuestion question, JsonElement answer)
    {
        var text = answer.GetProperty("answer").GetString()!;
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        if (!question.Answers.Any(expected => text.Contains(expected, StringComparison.OrdinalIgnoreCase)))
        {
            return "does not hold the answer";
        }

        if (question.WrongIf.FirstOrDefault(stale => text.Contains(stale, StringComparison.OrdinalIgnoreCase)) is { } said)
        {
            return $"says '{said}'";
        }

        var cited = citations.SelectMany(citation => new[] { citation.GetProperty("url").GetString(), citation.GetProperty("article").GetString() });
        return cited.Intersect(question.Relevant).Any() ? "" : "cites none of the articles that give it";
    }
}
