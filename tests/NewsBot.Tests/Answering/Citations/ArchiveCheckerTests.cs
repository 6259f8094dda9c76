using Microsoft.Extensions.Time.Testing;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering.Citations;

public class ArchiveCheckerTests
{
    private const string Vote = "The harbour council approved 355 million dollars for the new tram line on Monday. Mayor Ines Calder said the line would open in March 2026.";
    private const string Storm = "Heavy rain closed the coastal road near Port Ellis. \"Nobody should drive there tonight,\" said fire chief Omar Lund.";

    private readonly SmallArchive _archive = new();

    [Fact]
    public async Task A_claim_finds_its_article_and_the_sentence_that_says_so()
    {
        var vote = _archive.Add("Tram approved", Vote);
        _archive.Add("Storm", Storm);

        var check = await Checker().CheckAsync(ArchiveName.Default, "The council approved $355 million for the new tram line.", Token);

        check.Verdict.ShouldBe(Verdict.Supported);
        check.Support[0].Article.ShouldBe(vote);
        check.Support[0].Quote.ShouldStartWith("The harbour council approved");
    }

    [Fact]
    public async Task The_article_that_has_the_sentence_with_another_figure_outvotes_one_that_only_shares_its_words()
    {
        _archive.Add("Water", "The provincial board in Port Ellis wants cleaner water in the river near the harbour. Its report on the level of the river Larrow and the harbour runs to 90 pages.");
        _archive.Add("Flood", "The level of the river Larrow near the harbour of Port Ellis rose to 4.87 metres, the highest since 1931.");

        var check = await Checker().CheckAsync(ArchiveName.Default, "The level of the river Larrow near the harbour of Port Ellis rose to 4.17 metres.", Token);

        check.Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Fact]
    public async Task A_year_that_follows_from_the_articles_day_is_not_called_missing()
    {
        _archive.Add("Wreck", "An excavator driver, Stan Hollowell, noticed the first plank on May 2.");

        var check = await Checker().CheckAsync(ArchiveName.Default, "Stan Hollowell, an excavator driver, noticed the first plank on 2 May 2024.", Token);

        check.Verdict.ShouldBe(Verdict.Supported);
        check.Reasons.ShouldAllBe(reason => !reason.Contains("2024", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_page_said_before_it_was_changed_is_outdated_and_what_it_never_said_is_contradicted()
    {
        _archive.Add("Tram approved", Vote, id: "tram");
        _archive.Add("Tram approved", Vote.Replace("355", "365", StringComparison.Ordinal), id: "tram", version: 2);

        (await Checker().CheckAsync(ArchiveName.Default, "The council approved $355 million for the new tram line.", Token)).Verdict.ShouldBe(Verdict.Outdated);
        (await Checker().CheckAsync(ArchiveName.Default, "The council approved $345 million for the new tram line.", Token)).Verdict.ShouldBe(Verdict.Contradicted);
        (await Checker().CheckAsync(ArchiveName.Default, "The council approved $365 million for the new tram line.", Token)).Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public async Task A_text_is_checked_sentence_by_sentence_and_what_states_nothing_is_said_to()
    {
        _archive.Add("Tram approved", Vote);

        var checks = await Checker().CheckTextAsync(ArchiveName.Default, "Hello there! Mayor Ines Calder said the line would open in March 2027. Who paid for it?", Token).ToListAsync(Token);

        checks.Select(check => check.Verdict).ShouldBe([Verdict.NotCheckable, Verdict.Contradicted, Verdict.NotCheckable]);
    }

    [Fact]
    public async Task A_claim_about_nothing_in_the_archive_is_not_found()
    {
        _archive.Add("Tram approved", Vote);

        (await Checker().CheckAsync(ArchiveName.Default, "Quokkas were seen dancing.", Token)).Verdict.ShouldBe(Verdict.NotFound);
    }

    [Fact]
    public async Task The_right_quotation_under_the_wrong_article_is_misattributed_and_the_right_one_is_named()
    {
        var vote = _archive.Add("Tram approved", Vote);
        var storm = _archive.Add("Storm closes road", Storm);

        var check = await Checker().CheckCitedAsync(ArchiveName.Default, "\"Nobody should drive there tonight,\" said fire chief Omar Lund.", [Cited(vote)], Token);

        check.Verdict.ShouldBe(Verdict.Misattributed);
        check.Reasons.ShouldHaveSingleItem().ShouldContain("“Storm closes road”, Harbor Herald, 2024-05-04");
        check.Support[0].Article.ShouldBe(storm);
    }

    [Fact]
    public async Task What_a_newer_version_takes_back_is_outdated()
    {
        var first = _archive.Add("Tram approved", Vote, id: "tram");
        _archive.Add("Tram approved", Vote.Replace("355", "365", StringComparison.Ordinal), id: "tram", version: 2);

        var check = await Checker().CheckCitedAsync(ArchiveName.Default, "The harbour council approved 355 million dollars for the new tram line on Monday.", [Cited(first)], Token);

        check.Verdict.ShouldBe(Verdict.Outdated);
        check.Reasons.ShouldHaveSingleItem().ShouldContain("the source says 365 million dollars");
        check.Unfound.ShouldHaveSingleItem().Of(check.Claim).ShouldContain("355 million dollars");
    }

    [Fact]
    public async Task A_claim_of_a_cited_version_that_the_newer_one_keeps_is_supported()
    {
        var first = _archive.Add("Tram approved", Vote, id: "tram");
        _archive.Add("Tram approved", Vote + " Work begins soon.", id: "tram", version: 2);

        var check = await Checker().CheckCitedAsync(ArchiveName.Default, "The harbour council approved 355 million dollars for the new tram line on Monday.", [Cited(first)], Token);

        check.Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public async Task What_a_later_article_of_the_same_story_contradicts_is_outdated()
    {
        var later = new SmallArchive();
        var corrected = later.Add("Tram approved (corrected)", Vote.Replace("355", "365", StringComparison.Ordinal), published: "2024-05-06");
        var archive = new SmallArchive { Also = [corrected.Id] };
        archive.Add("Tram approved", Vote, published: "2024-05-04");
        archive.Add("Tram approved (corrected)", corrected.Text, published: "2024-05-06");

        var check = await new ArchiveChecker(archive, archive, new Verifier(), Clock).CheckAsync(ArchiveName.Default, "The harbour council approved 355 million dollars for the new tram line on Monday.", Token);

        check.Verdict.ShouldBe(Verdict.Outdated);
        check.Reasons.ShouldHaveSingleItem().ShouldContain("“Tram approved (corrected)”");
    }

    [Fact]
    public async Task What_an_article_said_that_was_removed_since_is_outdated()
    {
        var removed = new SmallArchive().Add("Tram approved", Vote);

        var check = await Checker().CheckCitedAsync(ArchiveName.Default, "The harbour council approved 355 million dollars for the new tram line on Monday.", [Cited(removed)], Token);

        check.Verdict.ShouldBe(Verdict.Outdated);
    }

    [Fact]
    public async Task A_cancelled_check_is_cancelled() =>
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Checker().CheckAsync(ArchiveName.Default, "The council met.", new CancellationToken(canceled: true)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FakeTimeProvider Clock => new(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero));

    private ArchiveChecker Checker() => new(_archive, _archive, new Verifier(), Clock);

    private static Citation Cited(Article article) => new() { Number = 1, Article = article, Range = new TextRange(0, article.Text.Length) };
}
