using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Stored;

public sealed class AnswerRecheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ArchiveStore store;
    private readonly Guid article;

    public AnswerRecheckTests()
    {
        store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        article = Ingest("The new wing will have 64 beds. It opens in May.");
    }

    [Fact]
    public void An_answer_is_kept_and_found_again_in_its_own_archive_only()
    {
        var answers = new ArchiveAnswerStore(store);
        var answer = Kept();
        answers.Save(ArchiveName.Default, answer);

        answers.Find(ArchiveName.Default, answer.Id)!.Claims.ShouldBe(answer.Claims, new ClaimComparer());
        answers.Find(ArchiveName.Parse("other"), answer.Id).ShouldBeNull();
    }

    [Fact]
    public void A_sentence_stands_while_its_article_is_unchanged() => Verdicts().ShouldBe([Verdict.Supported]);

    [Fact]
    public void A_sentence_is_outdated_when_its_article_was_corrected_on_that_point()
    {
        Ingest("The new wing will have 46 beds. It opens in May.");

        var recheck = new AnswerRecheck(store, new Verifier()).Check(ArchiveName.Default, Kept()).ShouldHaveSingleItem();
        recheck.Verdict.ShouldBe(Verdict.Outdated);
        recheck.Reason.ShouldContain("46");
    }

    [Fact]
    public void A_sentence_stands_when_its_article_changed_elsewhere()
    {
        Ingest("The new wing will have 64 beds. It opens in June.");

        Verdicts().ShouldBe([Verdict.Supported]);
    }

    [Fact]
    public void A_sentence_falls_with_an_article_that_was_withdrawn()
    {
        store.Remove(ArchiveName.Default, article, "withdrawn");

        Verdicts().ShouldBe([Verdict.NotFound]);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private IEnumerable<Verdict> Verdicts() => new AnswerRecheck(store, new Verifier()).Check(ArchiveName.Default, Kept()).Select(claim => claim.Verdict);

    private Guid Ingest(string text) =>
        store.Store(ArchiveName.Default, [new ArticleContent { Title = "Hospital", Text = text, ExternalId = "hospital" }])[0].Id;

    private StoredAnswer Kept() => new()
    {
        Id = Guid.Parse("01900000-0000-7000-8000-000000000001"),
        At = DateTimeOffset.UnixEpoch,
        Question = "How many beds?",
        Searched = "How many beds?",
        AsOf = "2024-05-01",
        Answered = true,
        Claims = [new StoredClaim("The new wing will have 64 beds.", [1], "supported")],
        Citations = [new StoredCitation(1, article, 1, 0, 31, "The new wing will have 64 beds.")],
    };

    private sealed class ClaimComparer : IEqualityComparer<StoredClaim>
    {
        public bool Equals(StoredClaim? x, StoredClaim? y) => x?.Text == y?.Text && x!.Citations.SequenceEqual(y!.Citations);

        public int GetHashCode(StoredClaim obj) => obj.Text.GetHashCode(StringComparison.Ordinal);
    }
}
