using NewsBot.Answering.Evaluation;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering.Evaluation;

public class AnswerEvaluationTests
{
    private const string Set =
        """
        {"id":"q1","kind":"factual","question":"Who designed the bridge?","answers":["Ines Calder"],"relevant":["bridge"],"wrong_if":["Desmond"]}
        {"id":"q2","kind":"absent","question":"Which orchestra will play Mahler when the opera season opens near the bridge?","answerable":false}
        {"id":"q3","kind":"factual","question":"Who painted the lighthouse?","as_of":"2024-06-01","answers":["Nobody"],"relevant":["x"]}
        """;

    [Fact]
    public async Task A_set_is_asked_and_judged_by_kind()
    {
        var archive = new SmallArchive();
        archive.Add("Bridge", "The bridge was designed by Ines Calder.", id: "bridge");
        var questions = EvaluationQuestion.ReadLines(Set.Split('\n'));

        var result = await new AnswerEvaluation(AnswererSetup.Over(archive))
            .RunAsync(ArchiveName.Default, questions, null, null, TestContext.Current.CancellationToken);

        result.Judgements.Select(one => one.Contains).ShouldBe([true, false, false]);
        result.Overall.Questions.ShouldBe(3);
        result.Overall.Contained.ShouldBe(0.5);
        result.Overall.CitationPrecision.ShouldBe(1);
        result.Overall.CitationRecall.ShouldBe(0.5);
        result.Overall.AbstentionRecall.ShouldBe(1);
        result.Overall.AbstentionPrecision.ShouldBe(0.5);
        result.ByKind["absent"].AbstentionRecall.ShouldBe(1);
        result.ByKind["absent"].Contained.ShouldBeNull();
    }

    [Fact]
    public async Task An_article_may_be_named_by_its_address()
    {
        var archive = new SmallArchive();
        archive.Add("Bridge", "The bridge was designed by Ines Calder.", url: "https://herald.example/bridge");
        var questions = EvaluationQuestion.ReadLines(["""{"id":"q","question":"Who designed the bridge?","answers":["Ines Calder"],"relevant":["https://herald.example/bridge"]}"""]);

        var result = await new AnswerEvaluation(AnswererSetup.Over(archive)).RunAsync(ArchiveName.Default, questions, null, null, TestContext.Current.CancellationToken);

        result.Overall.CitationPrecision.ShouldBe(1);
    }

    [Fact]
    public void A_line_that_is_no_question_is_named() =>
        Should.Throw<FormatException>(() => EvaluationQuestion.ReadLines(["{\"id\":\"a\",\"question\":\"b\"}", "{\"id\":3}"])).Message.ShouldStartWith("Line 2 is no question");

    [Fact]
    public void A_day_that_is_no_date_is_named_with_its_question() =>
        Should.Throw<FormatException>(() => EvaluationQuestion.ReadLines(["{\"id\":\"a\",\"question\":\"b\",\"as_of\":\"soon\"}"])[0].Time).Message.ShouldContain("'soon'");

    [Theory]
    [InlineData("It ordered four jets.", "four", true)]
    [InlineData("It ordered fourteen jets.", "four", false)]
    [InlineData("The rate fell to 4.5 pct.", "4", false)]
    [InlineData("The rate fell to 4.", "4", true)]
    [InlineData("Some 1,400 came.", "1,4", false)]
    [InlineData("He said “Sea King” helicopters", "sea  king", true)]
    [InlineData("anything", "", false)]
    public void Answers_are_matched_as_whole_words(string text, string phrase, bool contains) => WholeWords.Contain(text, phrase).ShouldBe(contains);
}
