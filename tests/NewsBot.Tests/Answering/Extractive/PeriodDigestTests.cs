using NewsBot.Answering;

namespace NewsBot.Tests.Answering.Extractive;

/// <summary>"What happened on 4 May 2024?" is answered by a sentence of each story.</summary>
public class PeriodDigestTests
{
    [Fact]
    public async Task Each_story_is_told_by_the_sentence_that_says_what_its_headline_says_in_the_order_of_time()
    {
        var archive = new SmallArchive { AsksWhatHappened = true };
        archive.Add("Ferry line adds winter sailings", "There is no ceremony on the pier today. What happened is that the ferry line adds two sailings in winter.", "2024-05-05");
        archive.Add("Bridge opens", "The bridge opens after what happened last year.", "2024-05-04");

        var answer = await AnswererSetup.Over(archive).AskAsync("What happened in May 2024?");

        answer.Claims.Select(claim => claim.Text).ShouldBe(["The bridge opens after what happened last year.", "What happened is that the ferry line adds two sailings in winter."]);
        answer.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_more_happened_than_is_shown_the_answer_says_so()
    {
        var archive = new SmallArchive { AsksWhatHappened = true };
        foreach (var place in new[] { "Marlow", "Alder", "Grelling", "Thennock", "Dunmere" })
        {
            archive.Add($"Fair in {place}", $"What happened at the fair in {place} was seen by many.", "2024-05-04");
        }

        var answer = await AnswererSetup.Over(archive).AskAsync("What happened in May 2024?");

        answer.Claims.Count.ShouldBe(3);
        answer.Notes.ShouldContain("More was reported in this time; shown are the stories that most publications carried.");
    }

    [Fact]
    public async Task Nothing_reported_is_not_in_the_archive() =>
        (await AnswererSetup.Over(new SmallArchive { AsksWhatHappened = true }).AskAsync("What happened in May 2024?")).Outcome.ShouldBe(AnswerOutcome.NotInArchive);
}
