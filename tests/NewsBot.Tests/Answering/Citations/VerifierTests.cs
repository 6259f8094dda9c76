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

    [Fact]
    public void Two_figures_in_one_unit_are_compared_as_they_stand_however_near_they_lie() =>
        Check("The river crested at 4.78 metres at 2:40 a.m.", "The river crested at 4.87 metres at 2:40 a.m., the highest level since 1931.").Verdict.ShouldBe(Verdict.Contradicted);

    [Fact]
    public void A_short_claim_is_not_supported_with_a_word_that_the_source_has_otherwise() =>
        Check("The planks of the boat are held by 214 iron nails.", Wreck).Verdict.ShouldNotBe(Verdict.Supported);

    [Fact]
    public void A_claim_may_name_what_the_story_is_about_where_its_sentence_leaves_it_out() =>
        Check("The planks of the boat are held by 214 wooden nails.", Wreck).Verdict.ShouldBe(Verdict.Supported);

    [Theory]
    [InlineData("The planks of the museum are held by 214 wooden nails.", "another subject, which neither the lead nor the sentence before names")]
    [InlineData("Its planks are held by 214 wooden nails in Bremen.", "a place that is not in the source")]
    public void What_the_story_is_not_about_is_no_support(string claim, string why) => Check(claim, Wreck).Verdict.ShouldNotBe(Verdict.Supported, why);

    [Fact]
    public void A_quotation_may_end_where_the_speaker_goes_on() =>
        Check("\"I gave my word and I am breaking it,\" said Mayor Marit Coldwell.", "\"I gave my word and I am breaking it, and I would rather say so than dress it up,\" said Mayor Marit Coldwell, who cast the deciding vote.").Verdict.ShouldBe(Verdict.Supported);

    [Theory]
    [InlineData("\"I would rather pour concrete,\" Dr. Adair said.", true, "the speech goes on from the sentence that names the speaker")]
    [InlineData("\"I would rather pour concrete,\" Mayor Prewitt said.", false, "he speaks elsewhere")]
    [InlineData("\"Beds take no temperature,\" Dr. Adair said.", false, "“she said” may be anyone")]
    public void Quoted_words_belong_to_the_nearest_speaker_before_them(string claim, bool isSupported, string why) =>
        (Check(claim, Hospital).Verdict == Verdict.Supported).ShouldBe(isSupported, why);

    [Theory]
    [InlineData("Is the ferry still free?", Verdict.NotCheckable, "its words stand there in a statement")]
    [InlineData("Who will pay for the ferry?", Verdict.Supported, "the source asks it")]
    public void A_question_is_compared_only_where_the_source_asks_it(string claim, Verdict verdict, string why) =>
        Check(claim, "The ferry is still free for children. Who will pay for the ferry? Nobody knows.").Verdict.ShouldBe(verdict, why);

    private const string Wreck =
        "An oak boat almost 12 metres long was found beneath a car park. The vessel is thought to date from about 1420. " +
        "Its planks are held by 214 wooden nails. The museum has no room for it.";

    private const string Hospital =
        "\"We are proud,\" Mayor Prewitt said. He opened the wing. Nurses and patients came. Some brought cake. " +
        "\"Last January we treated 31 people in corridors,\" Dr. Adair said. \"I promised the staff that I would not write them another apology. I would rather pour concrete.\" " +
        "Nurse Beth Oyardo welcomed the plan. \"Beds take no temperature,\" she said.";

    private ClaimCheck Check(string claim, string source) => _verifier.Check(claim, _verifier.Prepare(source));

    private ClaimCheck Check(string claim) => _verifier.Check(claim, _verifier.Prepare(Report));
}
