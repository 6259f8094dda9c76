using NewsBot.Answering;
using NewsBot.Answering.Conversation;
using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Answering.Conversation;

public class FollowUpTests
{
    private static readonly WordReader Words = new(new TextAnalysis());
    private static readonly FollowUp Rules = new(Words, new QuestionReader(Words));

    [Theory]
    [InlineData("How many herring were landed in 2024?", "and the year before?", "How many herring were landed in 2023?")]
    [InlineData("How many herring were landed in 2024?", "And in 2021?", "How many herring were landed in 2021?")]
    [InlineData("How many herring were landed?", "and in 2021?", "How many herring were landed in 2021?")]
    [InlineData("What does the ferry to Ostrey cost?", "What about Larrow?", "What does the ferry to Larrow cost?")]
    [InlineData("How many pupils does Kittiwake School have?", "and in Harwick?", "How many pupils does Kittiwake School have in Harwick?")]
    [InlineData("What does the ferry cost in Larrow?", "and in Harwick?", "What does the ferry cost in Harwick?")]
    [InlineData("Who won the mayoral election in Port Selwick on Sunday?", "And in Harwick?", "Who won the mayoral election in Harwick on Sunday?")]
    [InlineData("Who designed the Marlow bridge?", "When was it opened?", "When was it opened (designed Marlow bridge)?")]
    [InlineData("Wie viele Gäste kamen 2024?", "und im Jahr davor?", "Wie viele Gäste kamen 2023?")]
    public void A_follow_up_takes_along_what_it_only_points_at(string before, string question, string searched) =>
        Rules.StandAlone(before, question).ShouldBe(searched);

    [Fact]
    public void A_question_that_stands_on_its_own_stays_as_it_is() =>
        Rules.StandAlone("Who designed the Marlow bridge?", "How many beds does the Selwick hospital have?").ShouldBe("How many beds does the Selwick hospital have?");

    [Fact]
    public async Task The_question_that_was_searched_is_shown()
    {
        var archive = new SmallArchive();
        archive.Add("Bridge", "The Marlow bridge was designed by Ines Calder. The bridge was opened by the mayor on 3 May 2024.");
        var answerer = AnswererSetup.Over(archive);

        var first = await answerer.AskAsync("Who designed the Marlow bridge?");
        var followUp = new Question { Archive = ArchiveName.Default, Text = "When was it opened?", After = first.Id };
        var second = await answerer.AnswerCompletelyAsync(followUp, TestContext.Current.CancellationToken);

        second.Notes.ShouldContain(note => note.StartsWith("Searched as: When was it opened"));
        second.Claims.ShouldContain(claim => claim.Text.Contains("3 May 2024"));
        second.Question.Text.ShouldBe("When was it opened?");
    }

    [Theory]
    [InlineData("How many piers does the Marlow bridge have?")]
    [InlineData("how many piers does the Marlow bridge have")]
    public async Task A_question_that_was_searched_as_it_was_typed_is_not_told_again(string typed)
    {
        var archive = new SmallArchive();
        archive.Add("Bridge", "The Marlow bridge was designed by Ines Calder. The Marlow bridge has four piers of granite.");
        var answerer = AnswererSetup.Over(archive);
        var first = await answerer.AskAsync("Who designed the Marlow bridge?");

        var second = await answerer.AnswerCompletelyAsync(new Question { Archive = ArchiveName.Default, Text = typed, After = first.Id }, TestContext.Current.CancellationToken);

        second.Notes.ShouldBeEmpty();
        second.Claims.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("And the year before?", "How many herring were landed in Marlow in 2023?", true)]
    [InlineData("Why?", "Why were so many herring landed in Marlow in 2024?", true)]
    [InlineData("And in Harwick?", "How many herring were landed in Harwick in 2024?", true)]
    [InlineData("Who designed the Marlow bridge?", "Who designed the Marlow bridge?", false)]
    public async Task With_a_model_its_rewriting_is_searched_and_told_where_it_differs(string typed, string rewritten, bool isTold)
    {
        await using var model = await FakeChatModel.StartAsync(request => new FakeChatReply.Says(request.User.Contains("BEFORE:", StringComparison.Ordinal) ? rewritten : "NOT_IN_ARCHIVE"));
        var archive = new SmallArchive();
        archive.Add("Herring", "In Marlow 30,000 herring were landed in 2024.");
        var answerer = AnswererSetup.Over(archive, ("Chat:Endpoint", model.Endpoint), ("Chat:Model", "fake"));
        var first = await answerer.AskAsync("How many herring were landed in Marlow in 2024?");

        var second = await answerer.AnswerCompletelyAsync(new Question { Archive = ArchiveName.Default, Text = typed, After = first.Id }, TestContext.Current.CancellationToken);

        archive.LastQuery!.Text.ShouldBe(rewritten);
        second.Notes.Contains($"Searched as: {rewritten}").ShouldBe(isTold);
        model.Requests.Single(request => request.User.Contains("BEFORE:", StringComparison.Ordinal)).User.ShouldContain("How many herring were landed in Marlow in 2024?");
    }

    [Fact]
    public async Task A_follow_up_on_an_unknown_answer_says_so_and_is_answered_by_itself()
    {
        var archive = new SmallArchive();
        archive.Add("Bridge", "The Marlow bridge was designed by Ines Calder.");
        var question = new Question { Archive = ArchiveName.Default, Text = "Who designed the Marlow bridge?", After = Guid.NewGuid() };

        var answer = await AnswererSetup.Over(archive).AnswerCompletelyAsync(question, TestContext.Current.CancellationToken);

        answer.Notes.ShouldContain(note => note.Contains("not kept here"));
        answer.Outcome.ShouldBe(AnswerOutcome.Answered);
    }
}
