using NewsBot.Answering;
using NewsBot.Answering.Citations;

namespace NewsBot.Tests.Answering.Citations;

public class VerifierTests
{
    private const string Report =
        "The harbour council approved 355 million dollars for the new tram line on Monday. " +
        "Mayor Ines Calder said the line would open in March 2026. " +
        "\"We have waited twenty years for this tram and we will not wait another one,\" Calder said. " +
        "Councillor Tom Reyes voted against the plan. About 1,200 people watched the vote in Port Ellis.";

    private readonly Verifier _verifier = new();

    [Theory]
    [InlineData("The harbour council approved 355 million dollars for the new tram line on Monday.", "a copy")]
    [InlineData("The harbour council approved $355m for the new tram line on Monday.", "the amount is written otherwise")]
    [InlineData("Calder said: \"We have waited twenty years for this tram and we will not wait another one.\"", "the speaker was moved")]
    [InlineData("Calder said they had \"waited 20 years for this tram\".", "part of the quotation, its number in numerals")]
    [InlineData("Around 1,187 people watched the vote in Port Ellis.", "a rounded number and the number it rounds")]
    public void What_the_source_says_is_supported(string claim, string why) =>
        Check(claim).Verdict.ShouldBe(Verdict.Supported, why);

    [Theory]
    [InlineData("The harbour council approved 365 million dollars for the new tram line on Monday.", "355 million dollars, not 365 million dollars")]
    [InlineData("The harbour council approved 355 billion dollars for the new tram line on Monday.", "355 million dollars, not 355 billion dollars")]
    [InlineData("The harbour council approved 355 million dollars for the new tram line on Tuesday.", "Monday, not Tuesday")]
    [InlineData("Mayor Ines Calder said the line would open in March 2027.", "2026, not March 2027")]
    [InlineData("The harbour council did not approve 355 million dollars for the new tram line on Monday.", "not")]
    [InlineData("Councillor Tom Brandt voted against the plan.", "“Reyes” in this place, not “Brandt”")]
    public void An_edit_is_contradicted_and_the_reason_names_both(string claim, string reason)
    {
        var check = Check(claim);

        check.Verdict.ShouldBe(Verdict.Contradicted);
        string.Join(" | ", check.Reasons).ShouldContain(reason);
    }

    [Theory]
    [InlineData("\"We have waited thirty years for this tram and we will not wait another one,\" Calder said.", "the source says “twenty”, not “thirty”")]
    [InlineData("Calder said: \"We have waited twenty years for the new tram line on Monday.\"", "stitched together from two places")]
    [InlineData("\"This is the end of the bus in our town,\" Calder said.", "are not in the source")]
    public void A_quotation_that_is_not_the_sources_is_fabricated_and_the_difference_is_shown(string claim, string reason)
    {
        var check = Check(claim);

        check.Verdict.ShouldBe(Verdict.FabricatedQuote);
        string.Join(" | ", check.Reasons).ShouldContain(reason);
    }

    [Fact]
    public void What_the_source_does_not_speak_of_is_not_found() =>
        Check("Heavy snow closed two mountain passes near the border.").Verdict.ShouldBe(Verdict.NotFound);

    [Fact]
    public void A_short_claim_whose_deed_the_source_does_not_tell_is_not_supported_however_familiar_its_other_words() =>
        Check("The mayor resigned over the tram.").Verdict.ShouldNotBe(Verdict.Supported);

    private ClaimCheck Check(string claim) => _verifier.Check(claim, _verifier.Prepare(Report));
}
