using NewsBot.Answering.Evaluation;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Feedback;
using NewsBot.Fakes;
using Kept = NewsBot.Archive.Feedback;

namespace NewsBot.Tests.Discord;

public sealed class FeedbackExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArchiveStore _store;
    private readonly KeptAnswers _answers;

    public FeedbackExportTests()
    {
        _store = ArchiveStore.Open(_folder.Path, StoreAccess.Write, TimeProvider.System);
        _store.Store(ArchiveName.Default, [Answers.Vote.Content, Answers.Estimate.Content]);
        _answers = new KeptAnswers(_store, TimeProvider.System);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private EvaluationQuestion Exported(bool isGood, string? kind)
    {
        var answer = Answers.Of(new NewsBot.Answering.Question { Archive = ArchiveName.Default, Text = Answers.Question }, Answers.Vote, Answers.Estimate);
        _answers.Keep(answer, "1", "2");
        _store.Readers.Add(new Kept
        {
            At = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
            Archive = ArchiveName.Default,
            Answer = KeptAnswers.KeyOf(answer.Id),
            Guild = "1",
            User = "2",
            Question = Answers.Question,
            IsGood = isGood,
            Kind = kind,
        });
        return EvaluationQuestion.ReadLines(new FeedbackExport(_store, _answers).Lines(ArchiveName.Default)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_praised_answer_names_the_articles_that_answer_the_question_on_the_day_it_was_judged()
    {
        var question = Exported(isGood: true, kind: null);

        question.Question.ShouldBe(Answers.Question);
        question.Relevant.ShouldBe(["vote", "estimate"]);
        question.AsOf.ShouldBe("2026-11-20");
    }

    [Fact]
    public void A_wrong_fact_says_what_must_not_be_answered() =>
        Exported(isGood: false, "wrong_fact").WrongIf.ShouldContain("The council approved 355 million in March 2024.");

    [Fact]
    public void A_missing_article_means_that_the_archive_does_not_answer() =>
        Exported(isGood: false, "missing_article").Answerable.ShouldBe(false);
}
