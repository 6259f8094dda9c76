using FsCheck.Xunit;
using NewsBot.Answering.Claims;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering.Claims;

public class ClaimSplitterTests
{
    private readonly ClaimSplitter _splitter = new();

    [Fact]
    public void Sentences_semicolons_and_list_items_are_claims_of_their_own()
    {
        const string Text = "The council met on Monday; and the mayor left before the vote. It was long.\n- The tram costs $355 million.\n2. It opens in 2026.";

        _splitter.Split(Text).Select(claim => claim.Text).ShouldBe(
        [
            "The council met on Monday", "and the mayor left before the vote.", "It was long.", "The tram costs $355 million.", "It opens in 2026.",
        ]);
    }

    [Theory]
    [InlineData("The winners came from Bonn; Berlin; and Kiel.")]
    [InlineData("She said \"we voted for it once more; we will do so again next year\".")]
    public void A_list_or_a_quotation_is_not_cut(string text) => _splitter.Split(text).Count.ShouldBe(1);

    [Theory]
    [InlineData("Who approved the tram?", ClaimKind.Question)]
    [InlineData("Thanks for asking!", ClaimKind.Greeting)]
    [InlineData("I think the tram is ugly.", ClaimKind.Opinion)]
    [InlineData("What a night!", ClaimKind.Opinion)]
    [InlineData("???", ClaimKind.Wordless)]
    [InlineData("\"Who approved the tram?\" asked Reyes.", ClaimKind.Statement)]
    [InlineData("Welcome Bank lost $3 million in 2019.", ClaimKind.Statement)]
    public void What_states_nothing_is_told_from_what_does(string text, ClaimKind kind) => _splitter.Read(text).Kind.ShouldBe(kind);

    [Fact]
    public void The_facts_of_a_claim_are_read_from_it()
    {
        var facts = _splitter.Read("On 3 March 2026, Mayor Ines Calder said \"we will not wait\" and gave $1.2 million to Port Ellis.").Facts;

        facts.Numbers.ShouldContain(new StatedNumber("1.2 million", 1_200_000m, "$"));
        facts.Dates.ShouldBe(["3 March 2026"]);
        facts.Names.ShouldBe(["Ines Calder", "Port Ellis"]);
        facts.Quotations.ShouldBe(["we will not wait"]);
        facts.Speaker.ShouldBe("Ines Calder");
        facts.IsNegated.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1.2 million", "1200000")]
    [InlineData("1,200,000", "1200000")]
    [InlineData("1.2 mln", "1200000")]
    [InlineData("3.5 bln dlrs", "3500000000")]
    [InlineData("twenty-five", "25")]
    [InlineData("three hundred and twelve", "312")]
    [InlineData("two million", "2000000")]
    [InlineData("4.5 pct", "4.5")]
    [InlineData("4.5 per cent", "4.5")]
    [InlineData("60fps", "60")]
    public void Numbers_are_read_by_value_however_they_are_written(string written, string value)
    {
        var number = _splitter.Read($"It took {written} in all.").Facts.Numbers.ShouldHaveSingleItem();

        number.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        number.Text.ShouldBe(written);
    }

    [Property]
    public void Every_claim_is_a_range_of_its_text_in_order(string? text)
    {
        var claims = _splitter.Split(text ?? "");

        claims.ShouldAllBe(claim => claim.Range.Of(text!) == claim.Text);
        claims.Zip(claims.Skip(1)).ShouldAllBe(pair => pair.First.Range.End <= pair.Second.Range.Start);
    }
}
