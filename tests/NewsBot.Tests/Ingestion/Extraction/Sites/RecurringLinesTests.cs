using FsCheck;
using FsCheck.Fluent;
using NewsBot.Ingestion.Extraction.Sites;

namespace NewsBot.Tests.Ingestion.Extraction.Sites;

/// <summary>Which lines of a site are boilerplate: those that recur on many of its pages, and never what may be an article's own.</summary>
public sealed class RecurringLinesTests
{
    private const string Promotion = "The Example Post is read in every house of the harbour quarter.";

    private static List<LearnedPage> Site(int pages, int withLine, string line) =>
        [.. Enumerable.Range(1, pages).Select(i => new LearnedPage($"Story number {i}", i <= withLine ? [$"Report {i} has a text of its own.", line] : [$"Report {i} has a text of its own."]))];

    private static IEnumerable<string> Learned(IReadOnlyCollection<LearnedPage> pages) => RecurringLines.Of(pages).Select(line => line.Text);

    [Fact]
    public void A_line_on_many_pages_is_learned_with_how_many() =>
        RecurringLines.Of(Site(12, 9, Promotion)).ShouldBe([new RecurringLine(Promotion, 9)]);

    [Theory]
    [InlineData(12, 2, "two articles share it")]
    [InlineData(4, 4, "the site is too small to tell")]
    [InlineData(40, 9, "a series' own introduction")]
    public void A_line_on_few_pages_is_text(int pages, int withLine, string why) => Learned(Site(pages, withLine, Promotion)).ShouldBeEmpty(why);

    [Fact]
    public void A_long_paragraph_of_background_needs_more_pages_than_a_short_line()
    {
        var background = "The harbour of Port Example was closed to ferries in 2019, when a tanker broke up on the eastern pier; its dredging has been promised by three councils since.";

        Learned(Site(20, 8, background)).ShouldBeEmpty();
        Learned(Site(20, 8, Promotion)).ShouldBe([Promotion]);
        Learned(Site(20, 11, background)).ShouldBe([background]);
    }

    [Theory]
    [InlineData("Story number 3", "a headline of the site")]
    [InlineData("Yes, I do.", "an answer")]
    [InlineData("Team | Played | Won | Drawn", "a table's head")]
    public void What_may_be_an_articles_own_line_is_never_learned(string line, string why) => Learned(Site(12, 12, line)).ShouldBeEmpty(why);

    [Fact]
    public void Copies_of_one_article_count_once() =>
        Learned([.. Enumerable.Range(0, 30).Select(_ => new LearnedPage("The same story", [Promotion])), .. Site(10, 1, Promotion)]).ShouldBeEmpty();

    [Fact]
    public void What_is_learned_does_not_depend_on_the_order_of_the_pages() => Prop.ForAll(
        Gen.Shuffle(Site(15, 7, Promotion).Concat(Site(9, 6, "Get the harbour's own app today.")).ToArray()).ToArbitrary(),
        pages => RecurringLines.Of(pages).SequenceEqual(RecurringLines.Of([.. Site(15, 7, Promotion), .. Site(9, 6, "Get the harbour's own app today.")])))
        .QuickCheckThrowOnFailure();
}
