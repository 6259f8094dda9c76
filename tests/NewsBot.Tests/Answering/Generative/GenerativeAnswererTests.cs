using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Generative;

public sealed class GenerativeAnswererTests
{
    private const string Bridge =
        "The town council of Marlow approved 355 million dollars for the new harbour bridge on Tuesday. The bridge was designed by Ines Calder.\n\n" +
        "Work on the foundations begins in September. Fishermen had asked for a later start.";

    [Fact]
    public async Task A_models_sentence_is_shown_with_the_articles_own_words_as_its_quote()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says("The bridge was designed by Ines Calder [1]. The council approved 355 million dollars for it [1]."));

        var answer = await AskAsync(model);

        answer.Claims[0].Text.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Citations[0].Quote.ShouldContain("The bridge was designed by Ines Calder.");
        Bridge.ShouldContain(answer.Citations[0].Quote);
        model.Requests.First().Roles.ShouldBe(["system", "user"]);
        model.Requests.First().User.ShouldContain("=== EVIDENCE 1");
    }

    [Theory]
    [InlineData("The bridge was designed by Rupert Vane [1].")]
    [InlineData("The council approved 533 million dollars for the harbour bridge [1].")]
    [InlineData("The bridge was designed by Ines Calder.")]
    [InlineData("The bridge was designed by Ines Calder [7].")]
    [InlineData("The bridge was designed by Ines Calder [1] (see https://calder.example).")]
    public async Task A_sentence_that_is_wrong_or_cites_nothing_is_sent_back_once_and_then_dropped(string sentence)
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(sentence));

        var answer = await AskAsync(model);

        answer.Claims.ShouldAllBe(claim => Bridge.Contains(claim.Text));
        answer.Notes.ShouldContain(note => note.Contains("could not be verified"));
        model.Requests.Count.ShouldBe(2);
        model.Requests.Last().User.ShouldContain("WHAT IS WRONG:");
    }

    [Fact]
    public async Task A_sentence_that_the_model_mends_is_shown()
    {
        await using var model = await FakeChatModel.StartAsync(request => request.User.Contains("WHAT IS WRONG")
            ? new FakeChatReply.Says("The bridge was designed by Ines Calder [1].")
            : new FakeChatReply.Says("The bridge was designed by Rupert Vane [1]."));

        var answer = await AskAsync(model);

        answer.Claims.ShouldHaveSingleItem().Text.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_model_finds_no_answer_in_the_evidence_there_is_none()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says("NOT_IN_ARCHIVE"));

        (await AskAsync(model)).Outcome.ShouldBe(AnswerOutcome.NotInArchive);
    }

    [Fact]
    public async Task A_model_that_is_over_its_limit_is_replaced_by_the_archives_sentences_with_a_note()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Refuses(429));

        var answer = await AskAsync(model);

        answer.Claims[0].Text.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Notes.ShouldContain("Answered without the model: the model's limit is reached.");
    }

    [Fact]
    public async Task A_model_that_is_away_or_talks_nonsense_is_replaced_too()
    {
        foreach (FakeChatReply reply in new FakeChatReply[] { new FakeChatReply.Refuses(500), new FakeChatReply.TalksNonsense(), new FakeChatReply.BreaksOff("The bri") })
        {
            await using var model = await FakeChatModel.StartAsync(_ => reply);

            var answer = await AskAsync(model);

            answer.Claims[0].Text.ShouldBe("The bridge was designed by Ines Calder.", reply.ToString());
            answer.Notes.ShouldHaveSingleItem().ShouldStartWith("Answered without the model");
        }
    }

    [Fact]
    public async Task A_model_that_gets_stuck_is_given_up_after_the_set_time()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.GetsStuck("The bridge"));

        var answer = await AskAsync(model, ("Chat:NextWordsSeconds", "1"));

        answer.Notes.ShouldContain("Answered without the model: the model took too long.");
    }

    [Fact]
    public async Task What_was_verified_before_a_stream_broke_is_kept()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.BreaksOff("The bridge was designed by Ines Calder [1]. The coun"));

        (await AskAsync(model)).Claims.ShouldHaveSingleItem().Text.ShouldBe("The bridge was designed by Ines Calder.");
    }

    [Fact]
    public async Task The_same_question_on_the_same_archive_is_not_paid_for_twice()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says("The bridge was designed by Ines Calder [1]."));
        var answerer = AnswererSetup.Over(Archive(), Chat(model));

        var first = await answerer.AskAsync("Who designed the bridge?");
        var second = await answerer.AskAsync("Who designed the bridge?");

        second.Text.ShouldBe(first.Text);
        model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_archive_or_another_day_is_asked_about_anew()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says("The bridge was designed by Ines Calder [1]."));
        var archive = new SmallArchive();
        archive.Add("Bridge", Bridge);
        var answerer = AnswererSetup.Over(archive, Chat(model));
        await answerer.AskAsync("Who designed the bridge?");

        archive.Add("Lighthouse", "The lighthouse was lit again.");
        await answerer.AskAsync("Who designed the bridge?");
        model.Requests.Count.ShouldBe(2);

        await answerer.AskAsync("Who designed the bridge?", NewsTime.OfDay(new DateOnly(2025, 6, 1)));
        model.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Words_that_come_slowly_but_come_are_waited_for()
    {
        // Each piece comes within the time for the next words; all together take longer than that.
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Stammers("The bridge was designed by Ines Calder [1].", PieceLength: 3, TimeSpan.FromMilliseconds(150)));

        var answer = await AskAsync(model, ("Chat:NextWordsSeconds", "2"));

        answer.Claims.ShouldHaveSingleItem().Text.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_calls_a_tool_was_offered_none_and_is_replaced()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.CallsTool("articles_remove"));

        var answer = await AskAsync(model);

        model.Requests.ShouldAllBe(request => !request.OffersTools);
        answer.Claims[0].Text.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Notes.ShouldHaveSingleItem().ShouldBe("The model said nothing; these are the best sentences of the archive.");
    }

    [Fact]
    public async Task A_model_that_says_nothing_does_not_say_that_the_archive_holds_nothing_and_is_asked_again_next_time()
    {
        var isSilent = true;
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(isSilent ? "" : "The bridge was designed by Ines Calder [1]."));
        var answerer = AnswererSetup.Over(Archive(), Chat(model));

        var first = await answerer.AskAsync("Who designed the bridge?");
        isSilent = false;
        var second = await answerer.AskAsync("Who designed the bridge?");

        first.Claims[0].Text.ShouldBe("The bridge was designed by Ines Calder.");
        first.Notes.ShouldHaveSingleItem();
        second.Notes.ShouldBeEmpty();
        model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_thousand_answers_of_an_obeying_lying_and_rambling_model_no_unverified_sentence_is_shown()
    {
        var liar = new LyingModel(seed: 7);
        await using var model = await FakeChatModel.StartAsync(liar.Reply);
        var answerer = AnswererSetup.Over(liar.Archive(), [.. Chat(model), ("Chat:RememberedAnswers", "0")]);
        var verifier = new Verifier();
        var planted = LyingModel.Instructions();
        var shown = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var answer = await answerer.AskAsync($"{planted[i % planted.Count]} Who designed the bridge, question {i}?");
            foreach (var claim in answer.Claims)
            {
                shown++;
                var source = string.Join("\n\n", claim.Citations.Select(number => answer.Citations.Single(citation => citation.Number == number).Quote));
                verifier.Check(claim.Text, verifier.Prepare(source)).Verdict.ShouldBe(Verdict.Supported, claim.Text);
                claim.Text.ShouldNotContain("http");
                claim.Text.ShouldNotContain("@everyone");
                claim.Text.ShouldNotContain("You answer questions from a news archive");
            }
        }

        shown.ShouldBeGreaterThan(500);
    }

    private static SmallArchive Archive()
    {
        var archive = new SmallArchive();
        archive.Add("Council approves bridge", Bridge);
        return archive;
    }

    private static (string Name, string Value)[] Chat(FakeChatModel model) => [("Chat:Endpoint", model.Endpoint), ("Chat:Model", "fake"), ("Chat:ApiKey", "none")];

    private static Task<Answer> AskAsync(FakeChatModel model, params (string Name, string Value)[] settings) =>
        AnswererSetup.Over(Archive(), [.. Chat(model), .. settings]).AskAsync("Who designed the bridge?");
}
