using NewsBot.Answering;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Answering.Extractive;

/// <summary>A question that names a time is answered by what was so in that time.</summary>
public class AskedTimeTests
{
    private static readonly DateRange March = new(new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31));
    private static readonly DateRange Year = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    [Theory]
    [InlineData("2025-03-19", "The council decided on the ferry on Tuesday, 18 March 2025.")]
    [InlineData("2025-09-02", "The council decided on the ferry on Monday.")]
    [InlineData("2023-11-02", "The council decided on the ferry on Monday.")]
    public async Task What_was_decided_at_another_time_is_no_answer(string published, string sentence) =>
        (await AskAsync(March, "What did the council decide on the ferry in March 2024?", published, sentence)).Outcome.ShouldBe(AnswerOutcome.NotInArchive);

    [Theory]
    [InlineData("2024-03-12", "The council decided on the ferry on Monday.")]
    [InlineData("2024-04-20", "The council decided on the ferry last month.")]
    [InlineData("2024-09-20", "In March the council decided on the ferry.")]
    [InlineData("2025-09-20", "The council decided on the ferry on 12 March 2024.")]
    [InlineData("2023-12-20", "The council will decide on the ferry in March 2024.")]
    [InlineData(null, "The council decided on the ferry on Monday.")]
    public async Task A_report_of_the_time_or_one_that_names_it_answers(string? published, string sentence) =>
        (await AskAsync(March, "What did the council decide on the ferry in March 2024?", published, sentence)).Outcome.ShouldBe(AnswerOutcome.Answered);

    [Theory]
    [InlineData("2025-10-01", "The ferry carried 412,000 people in 2024.", AnswerOutcome.Answered)]
    [InlineData("2025-02-01", "The ferry carried 412,000 people last year.", AnswerOutcome.Answered)]
    [InlineData("2026-06-01", "The ferry carried 412,000 people in 2025.", AnswerOutcome.NotInArchive)]
    public async Task A_year_is_told_by_its_number_or_by_a_report_from_it_or_the_next(string published, string sentence, AnswerOutcome outcome) =>
        (await AskAsync(Year, "How many people did the ferry carry in 2024?", published, sentence)).Outcome.ShouldBe(outcome);

    [Fact]
    public async Task A_month_without_a_year_leaves_open_which_one_is_meant() =>
        (await AskAsync(new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)), "What did the council decide on the ferry in March?", "2024-03-12", "The council decided on the ferry on Monday."))
            .Outcome.ShouldBe(AnswerOutcome.Answered);

    private static Task<Answer> AskAsync(DateRange time, string question, string? published, string sentence)
    {
        var archive = new SmallArchive { Time = time };
        archive.Add("Ferry", sentence, published);
        return AnswererSetup.Over(archive).AskAsync(question, NewsBot.Archive.NewsTime.OfDay(new DateOnly(2026, 11, 1)));
    }
}
