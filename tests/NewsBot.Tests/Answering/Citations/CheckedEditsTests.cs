using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering.Citations;

/// <summary>One source sentence, one claim made from it, what must be said, and why.</summary>
public class CheckedEditsTests
{
    private readonly Verifier _verifier = new();

    [Theory]
    [InlineData("The bridge is 5,000 metres long and cost 12 mln dlrs.", "The bridge is 5 km long and cost $12 million.", "units and wire style compare by value")]
    [InlineData("Prices rose 4.5 pct in the 2018-19 season.", "Prices rose 4.5 percent in the 2018-2019 season.", "percent and ranges of years")]
    [InlineData("The trial starts on Feb. 14, the court said.", "The trial starts on 14 February, the court said.", "the order of a date")]
    [InlineData("The miners were unable to reach the shaft on Friday.", "The miners were not able to reach the shaft on Friday.", "a negation said otherwise")]
    [InlineData("The minister, who was not named, was taken to a hospital in Oslo.", "The minister was taken to a hospital in Oslo.", "the denied clause was left out")]
    [InlineData("In the valley, Norden Rail expects 300 new jobs.", "Norden Rail expects 300 new jobs in the valley.", "a phrase was moved")]
    public void The_same_report_in_another_form_is_supported(string source, string claim, string why) =>
        Check(source, claim).Verdict.ShouldBe(Verdict.Supported, why);

    [Theory]
    [InlineData("The bridge is 5 km long and cost 12 million dollars.", "The bridge is 5 miles long and cost 12 million dollars.", "5 km, not 5 miles")]
    [InlineData("A few thousand people marched through Oslo.", "A few million people marched through Oslo.", "thousand, not million")]
    [InlineData("Norden Rail sued Calder Shipping over the contract for the harbour.", "Calder Shipping sued Norden Rail over the contract for the harbour.", "stand in each other's place")]
    [InlineData("Profits at the mill rose by a third last spring.", "Profits at the mill fell by a third last spring.", "“rose”, not “fell”")]
    [InlineData("Nomura said the order favoured banks in the region.", "Barclays said the order favoured banks in the region.", "Nomura")]
    [InlineData("\"The line is safe,\" said Reyes. Calder did not comment on it.", "\"The line is safe,\" said Calder.", "Reyes")]
    [InlineData("The strike ended on Sunday in Port Ellis.", "The strike ended on Monday in Port Ellis.", "Sunday, not Monday")]
    [InlineData("The council has approved the second tram line.", "The council has approved the third tram line.", "second, not third")]
    public void An_edit_is_contradicted_with_both_sides_named_and_the_words_marked(string source, string claim, string reason)
    {
        var check = Check(source, claim);

        check.Verdict.ShouldBe(Verdict.Contradicted, string.Join(" | ", check.Reasons));
        string.Join(" | ", check.Reasons).ShouldContain(reason);
        check.Unfound.ShouldNotBeEmpty();
        check.Support.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("He said \"the line [...] never full\".", "an ellipsis in brackets leaves words out")]
    [InlineData("He said \"the line was… never full\".", "so does one without")]
    [InlineData("He said \"[t]he line was built for trains\".", "the case at the start, in brackets")]
    [InlineData("He said \"the [new] line was built for trains\".", "a word put in, in brackets")]
    [InlineData("He said „the line was built for trains – and was never full“.", "German marks, another dash")]
    [InlineData("He said \"It isn't full\".", "two marks of one apostrophe")]
    [InlineData("He said \"It is not full\".", "an opened contraction")]
    public void A_quotation_may_differ_in_what_printing_changes(string claim, string why) =>
        Check("He said: “The line was built for trains — and was never full.” He added: “It isn’t full.”", claim).Verdict.ShouldNotBe(Verdict.FabricatedQuote, why);

    [Theory]
    [InlineData("He said \"the line was built for buses and was never full\".", "“trains”, not “buses”")]
    [InlineData("He said \"the line was for trains and was never full\".", "leaves out “built” without a mark")]
    [InlineData("He said \"the old line was built for trains\".", "old")]
    public void A_quotation_with_another_word_is_fabricated(string claim, string reason)
    {
        var check = Check("He said: “The line was built for trains — and was never full.”", claim);

        check.Verdict.ShouldBe(Verdict.FabricatedQuote);
        string.Join(" | ", check.Reasons).ShouldContain(reason);
    }

    [Theory]
    [InlineData("The strike of the dockers at Port Ellis harbour ended on 18 November 2019.", Verdict.Supported)]
    [InlineData("The strike of the dockers at Port Ellis harbour ended on 17 November 2019.", Verdict.Contradicted)]
    public void A_weekday_is_the_last_one_before_its_article_was_published(string claim, Verdict verdict)
    {
        var article = new SmallArchive().Add("Strike", "The strike of the dockers at Port Ellis harbour ended on Monday.", published: "2019-11-19");

        _verifier.Check(claim, _verifier.Prepare(article)).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Two_cited_passages_support_together_what_neither_does_alone()
    {
        var archive = new SmallArchive();
        var first = archive.Add("One", "The tram opened in March 2026.");
        var second = archive.Add("Two", "Norden Rail built the line for 355 million dollars.");

        var check = _verifier.Check("The tram opened in March 2026; Norden Rail built the line for $355 million.", PreparedSource.Join([_verifier.Prepare(first), _verifier.Prepare(second)]));

        check.Verdict.ShouldBe(Verdict.Supported, string.Join(" | ", check.Reasons));
        check.Support.Select(support => support.Article).ShouldBe([first, second], ignoreOrder: true);
    }

    private ClaimCheck Check(string source, string claim) => _verifier.Check(claim, _verifier.Prepare(source));
}
