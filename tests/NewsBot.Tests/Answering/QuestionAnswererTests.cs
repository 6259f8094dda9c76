using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Answering.Questions;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering;

public class QuestionAnswererTests
{
    private const string Bridge =
        "The town council of Marlow approved 355 million for the new harbour bridge on Tuesday. The bridge was designed by Ines Calder.\n\n" +
        "Work on the foundations begins in September. Fishermen had asked for a later start.";

    [Fact]
    public async Task A_question_is_answered_with_a_verbatim_sentence_and_its_citation()
    {
        var archive = new SmallArchive();
        archive.Add("Council approves bridge", Bridge);

        var answer = await AnswererSetup.Over(archive).AskAsync("Who designed the bridge?");

        answer.Outcome.ShouldBe(AnswerOutcome.Answered);
        answer.Claims[0].Text.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Citations[0].Quote.ShouldBe("The bridge was designed by Ines Calder.");
        answer.Text.ShouldStartWith("The bridge was designed by Ines Calder. [1]");
    }

    [Fact]
    public async Task What_the_archive_does_not_hold_is_said_to_be_missing_with_the_nearest_articles_as_leads()
    {
        var archive = new SmallArchive();
        archive.Add("Council approves bridge", Bridge);

        var answer = await AnswererSetup.Over(archive).AskAsync("Which orchestra will play Mahler when the opera season opens near the bridge?");

        answer.Outcome.ShouldBe(AnswerOutcome.NotInArchive);
        answer.Claims.ShouldBeEmpty();
        answer.Citations.ShouldBeEmpty();
        answer.Leads.ShouldHaveSingleItem().Article.Title.ShouldBe("Council approves bridge");
    }

    [Fact]
    public async Task An_empty_archive_answers_nothing()
    {
        var answer = await AnswererSetup.Over(new SmallArchive()).AskAsync("Who designed the bridge?");

        answer.Outcome.ShouldBe(AnswerOutcome.NotInArchive);
        answer.Leads.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void An_empty_question_is_refused_with_what_to_do(string text) =>
        Should.Throw<QuestionRefusedException>(() => Ask(text)).Message.ShouldStartWith("The question is empty: write what you want to know");

    [Fact]
    public void A_question_over_two_thousand_characters_is_refused_with_the_limit() =>
        Should.Throw<QuestionRefusedException>(() => Ask(new string('x', 2_001))).Message.ShouldContain("at most 2,000");

    [Fact]
    public void A_question_of_two_thousand_characters_is_taken() => Should.NotThrow(() => Ask(new string('x', 2_000)));

    [Fact]
    public async Task A_question_without_a_day_is_asked_as_of_today_until_its_end()
    {
        var archive = new SmallArchive();
        var answer = await AnswererSetup.Over(archive).AskAsync("Who designed the bridge?");

        answer.AsOf.ToString().ShouldBe("2025-06-15");
        archive.LastQuery!.AsOf.ShouldBe(new DateTimeOffset(2025, 6, 16, 0, 0, 0, TimeSpan.Zero).AddTicks(-1));
    }

    [Fact]
    public async Task Time_limits_and_source_reach_the_index()
    {
        var archive = new SmallArchive();
        var question = new Question
        {
            Archive = ArchiveName.Parse("town"),
            Text = "Who designed the bridge?",
            AsOf = NewsTime.OfDay(new DateOnly(2024, 3, 1)),
            Since = new DateOnly(2024, 1, 1),
            Until = new DateOnly(2024, 2, 1),
            Source = "Tribune",
        };
        await AnswererSetup.Over(archive).AnswerCompletelyAsync(question, TestContext.Current.CancellationToken);

        var query = archive.LastQuery.ShouldNotBeNull();
        (query.Archive, query.Since, query.Until, query.Source).ShouldBe((question.Archive, question.Since, question.Until, question.Source));
        query.AsOf.ShouldBe(new DateTimeOffset(2024, 3, 2, 0, 0, 0, TimeSpan.Zero).AddTicks(-1));
    }

    [Fact]
    public async Task Cancellation_is_neither_an_answer_nor_an_absence()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var question = new Question { Archive = ArchiveName.Default, Text = "Who designed the bridge?" };

        await Should.ThrowAsync<OperationCanceledException>(() => AnswererSetup.Over(new SmallArchive()).AnswerCompletelyAsync(question, cancelled.Token));
    }

    [Fact]
    public async Task Other_publishers_of_the_same_story_are_named()
    {
        var twin = new SmallArchive().Add("Bridge approved", Bridge + " (agency)", source: "Coast Courier");
        var archive = new SmallArchive { Also = [twin.Id] };
        archive.Add("Bridge approved", Bridge + " (agency)", source: "Coast Courier");
        archive.Add("Council approves bridge", Bridge);

        var answer = await AnswererSetup.Over(archive).AskAsync("Who designed the bridge?");

        answer.Citations[0].AlsoPublishedBy.ShouldBe(["Coast Courier"]);
    }

    [Fact]
    public void A_setting_out_of_range_is_refused_by_name()
    {
        using var services = AnswererSetup.Services(new SmallArchive(), ("Answering:MaximumSentences", "7"));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<AnsweringOptions>>().Value)
            .Message.ShouldContain("Answering:MaximumSentences");
    }

    [Property(MaxTest = 60)]
    public void Every_citation_is_what_stands_at_its_range(FsCheck.NonEmptyArray<FsCheck.NonWhiteSpaceString> paragraphs)
    {
        var archive = new SmallArchive();
        var text = string.Join("\n\n", paragraphs.Get.Select(paragraph => paragraph.Get + " bridge council.")) + "\n\n" + Bridge;
        var article = archive.Add("Bridge", text);

        var answer = AnswererSetup.Over(archive).AskAsync("Who designed the bridge of the council?").GetAwaiter().GetResult();

        foreach (var claim in answer.Claims)
        {
            claim.Citations.ShouldNotBeEmpty();
            var quoted = claim.Citations.Select(number => answer.Citations.Single(citation => citation.Number == number));
            quoted.ShouldContain(citation => OnOneLine(citation.Quote) == OnOneLine(claim.Text) && article.Text.Contains(citation.Quote));
        }
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Ask(string text) =>
        _ = AnswererSetup.Over(new SmallArchive()).AnswerAsync(new Question { Archive = ArchiveName.Default, Text = text }, CancellationToken.None);
}
