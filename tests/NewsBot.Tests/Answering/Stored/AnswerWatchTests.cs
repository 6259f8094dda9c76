using NewsBot.Answering.Citations;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Stored;

public sealed class AnswerWatchTests : IDisposable
{
    private const string Sentence = "The new wing will have 64 beds.";

    private readonly TemporaryFolder folder = new();
    private readonly ArchiveStore store;
    private readonly ArchiveAnswerStore answers;
    private readonly PostedAnswers posted;
    private readonly Guid answer = Guid.CreateVersion7();
    private readonly Guid article;

    public AnswerWatchTests()
    {
        store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        answers = new ArchiveAnswerStore(store);
        posted = new PostedAnswers(store, TimeProvider.System);
        article = Ingest(Sentence + " It opens in May.");
        Keep();
        posted.Posted(ArchiveName.Default, answer, "discord:7/42");
    }

    [Fact]
    public void While_nothing_changes_no_answer_is_marked()
    {
        Look().ShouldBe(0);
        answers.Find(ArchiveName.Default, answer)!.Mark.ShouldBeNull();
        posted.ToMark().ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_marks_the_answer_and_offers_where_it_was_posted()
    {
        Ingest("The new wing will have 46 beds. It opens in May.");

        Look().ShouldBe(1);
        var mark = answers.Find(ArchiveName.Default, answer)!.Mark!;
        mark.Standing.ShouldBe(AnswerStanding.Outdated);
        mark.Reason.ShouldContain("46");
        var post = posted.ToMark().ShouldHaveSingleItem();
        (post.Place, post.Standing).ShouldBe(("discord:7/42", AnswerStanding.Outdated));
    }

    [Fact]
    public void A_change_elsewhere_in_the_article_marks_nothing()
    {
        Ingest(Sentence + " It opens in June.");

        Look().ShouldBe(0);
        posted.ToMark().ShouldBeEmpty();
    }

    [Fact]
    public void A_withdrawn_article_takes_the_answers_words_along_but_its_post_is_still_marked()
    {
        store.Remove(ArchiveName.Default, article, "withdrawn");

        Look().ShouldBe(1);
        answers.Find(ArchiveName.Default, answer).ShouldBeNull();
        posted.ToMark().ShouldHaveSingleItem().Standing.ShouldBe(AnswerStanding.Withdrawn);
    }

    [Fact]
    public void A_post_is_offered_until_it_was_told_and_again_when_the_answer_stands_again()
    {
        Ingest("The new wing will have 46 beds. It opens in May.");
        Look();
        var post = posted.ToMark().ShouldHaveSingleItem();
        posted.ToMark().ShouldHaveSingleItem();
        posted.Told(post);
        posted.ToMark().ShouldBeEmpty();

        Ingest(Sentence + " It opens in May.");
        Look();
        posted.ToMark().ShouldHaveSingleItem().Standing.ShouldBe(AnswerStanding.Stands);
    }

    [Fact]
    public async Task The_watch_hands_out_what_there_is_to_mark()
    {
        Ingest("The new wing will have 46 beds. It opens in May.");
        Look();

        await foreach (var post in posted.WatchAsync(TestContext.Current.CancellationToken))
        {
            post.Answer.ShouldBe(answer);
            break;
        }
    }

    [Fact]
    public void What_was_looked_at_is_not_looked_at_again_after_a_restart()
    {
        Ingest("The new wing will have 46 beds. It opens in May.");
        Look().ShouldBe(1);
        Look().ShouldBe(0);
    }

    [Fact]
    public void A_corrected_re_issue_under_another_address_marks_the_answer_too()
    {
        var report = "The new wing of the hospital in Port Selwick will have 64 beds, the board said on Tuesday. The wing opens in May and cost nine million dollars, most of it given by readers of this newspaper over three years.";
        var id = Ingest(report, "report", "Hospital wing opens in May");
        Keep("The new wing of the hospital in Port Selwick will have 64 beds, the board said on Tuesday.", id);
        Ingest(report.Replace("64", "46", StringComparison.Ordinal), "corrected", "CORRECTED: Hospital wing opens in May");

        store.Find(ArchiveName.Default, id)!.Standing.SupersededBy.ShouldNotBeNull();
        Look().ShouldBe(1);
        answers.Find(ArchiveName.Default, answer)!.Mark!.Reason.ShouldContain("46");
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private int Look() => new AnswerWatch(store, answers, new AnswerRecheck(store, new Verifier()), TimeProvider.System).Look(ArchiveName.Default);

    private Guid Ingest(string text, string id = "hospital", string title = "Hospital") =>
        store.Store(ArchiveName.Default, [new ArticleContent { Title = title, Text = text, ExternalId = id, Published = NewsTime.OfDay(new DateOnly(2024, 5, 8)) }])[0].Id;

    private void Keep(string sentence = Sentence, Guid? source = null) => answers.Save(ArchiveName.Default, new StoredAnswer
    {
        Id = answer,
        At = DateTimeOffset.UnixEpoch,
        Question = "How many beds?",
        Searched = "How many beds?",
        AsOf = "2024-05-09",
        Answered = true,
        Claims = [new StoredClaim(sentence, [1], "supported")],
        Citations = [new StoredCitation(1, source ?? article, 1, 0, sentence.Length, sentence)],
    });
}
