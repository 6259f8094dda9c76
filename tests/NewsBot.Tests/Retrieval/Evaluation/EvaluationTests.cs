using NewsBot.Fakes;
using NewsBot.Retrieval.Evaluation;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Evaluation;

public class EvaluationTests
{
    [Fact]
    public async Task A_question_file_is_measured_by_kind()
    {
        using var archive = new IndexedArchive().With(
            Article("bridge", "Bridge approved", "The council approved the bridge.", "2025-06-01"),
            Article("pool", "Pool opened", "The mayor opened the pool.", "2025-06-01"));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("q.jsonl"),
            """
            {"id":"1","kind":"factual","question":"Who approved the bridge?","relevant":["bridge"]}
            {"id":"2","kind":"factual","question":"Who approved the bridge?","relevant":["pool"]}

            {"id":"3","kind":"absent","question":"Who won the cup?","answerable":false,"as_of":"2025-06-02"}
            """,
            TestContext.Current.CancellationToken);

        var questions = await EvaluationQuestion.ReadFileAsync(folder.File("q.jsonl"), TestContext.Current.CancellationToken);
        var report = await new RetrievalEvaluation(archive.Index, archive.Store, archive.Clock)
            .RunAsync(NewsBot.Archive.ArchiveName.Default, questions, TestContext.Current.CancellationToken);

        report.ByKind.Select(figures => (figures.Kind, figures.Questions, figures.Judged)).ShouldBe([("factual", 2, 2), ("absent", 1, 0)]);
        report.Total.HitAt1.ShouldBe(.5);
        report.WorstMisses.Select(miss => miss.Question.Id).ShouldBe(["2"]);
        report.ToString().ShouldContain("factual");
    }

    [Theory]
    [InlineData("{\"id\":\"1\"}", "no question")]
    [InlineData("not json", "no question")]
    [InlineData("{\"id\":\"1\",\"question\":\"?\",\"as_of\":\"soon\"}", "YYYY-MM-DD")]
    public async Task A_line_that_is_no_question_is_named(string line, string reason)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("q.jsonl"), "\n" + line, TestContext.Current.CancellationToken);

        var exception = await Should.ThrowAsync<FormatException>(async () =>
            await EvaluationQuestion.ReadFileAsync(folder.File("q.jsonl"), TestContext.Current.CancellationToken));

        exception.Message.ShouldStartWith("Line 2");
        exception.Message.ShouldContain(reason);
    }

    [Fact]
    public void Measures_follow_their_definitions()
    {
        var outcome = Outcome("1", ranks: [2, 5], relevant: 3);

        outcome.ReciprocalRank.ShouldBe(.5);
        outcome.HitAt(1).ShouldBe(0);
        outcome.HitAt(5).ShouldBe(1);
        outcome.Ndcg.ShouldBe(((1 / Math.Log2(3)) + (1 / Math.Log2(6))) / (1 + (1 / Math.Log2(3)) + (1 / Math.Log2(4))), 1e-12);
    }

    [Fact]
    public void A_gain_on_every_question_is_beyond_chance_and_a_wavering_one_is_not()
    {
        var before = new RetrievalReport([.. Enumerable.Range(0, 40).Select(i => Outcome($"{i}", [2]))]);
        var better = new RetrievalReport([.. Enumerable.Range(0, 40).Select(i => Outcome($"{i}", [1]))]);
        var wavering = new RetrievalReport([.. Enumerable.Range(0, 40).Select(i => Outcome($"{i}", [i % 2 == 0 ? 1 : 10]))]);

        PairedBootstrap.Compare(before, better, outcome => outcome.ReciprocalRank).IsBetter.ShouldBeTrue();
        PairedBootstrap.Compare(before, wavering, outcome => outcome.ReciprocalRank).IsBetter.ShouldBeFalse();
        PairedBootstrap.Compare(before, wavering, outcome => outcome.ReciprocalRank)
            .ShouldBe(PairedBootstrap.Compare(before, wavering, outcome => outcome.ReciprocalRank));
    }

    [Fact]
    public void Two_runs_beside_each_other_tell_what_moved()
    {
        var before = new RetrievalReport([Outcome("1", [5]), Outcome("2", [1]), Outcome("3", [])]);
        var now = new RetrievalReport([Outcome("1", [1]), Outcome("2", [1]), Outcome("3", [9])]);

        var comparison = new RunComparison(before, now);

        comparison.Moves.Select(move => (move.Question.Id, move.Before, move.Now)).ShouldBe([("1", 5, 1), ("3", null, 9)]);
        comparison.Gains.Single(gain => gain.Name == "hit@1").Now.ShouldBe(2d / 3, 1e-9);
        comparison.ToString().ShouldContain("no difference beyond chance");
    }

    [Fact]
    public void Refusing_at_each_threshold_is_judged_where_the_file_has_absent_questions()
    {
        var report = new RetrievalReport([Asked("1", isAnswerable: true, .9), Asked("2", isAnswerable: true, .35), Asked("3", isAnswerable: false, .2), Asked("4", isAnswerable: false, .6)]);

        report.AbstentionAt(.4).ShouldBe(new AbstentionFigures(.4, Refused: 2, Precision: .5, Recall: .5, AnswerableRefused: .5));
        report.ToString().ShouldContain("answerable refused");
        new RetrievalReport([Asked("1", isAnswerable: true, .9)]).Abstention.ShouldBeEmpty();
    }

    private static QuestionOutcome Asked(string id, bool isAnswerable, double answerability) =>
        new(new EvaluationQuestion { Id = id, Question = "?", Answerable = isAnswerable }, [], 0, answerability, TimeSpan.Zero);

    private static QuestionOutcome Outcome(string id, int[] ranks, int relevant = 1) =>
        new(new EvaluationQuestion { Id = id, Question = "?", Relevant = ["a"] }, ranks, relevant, .5, TimeSpan.FromMilliseconds(1));
}
