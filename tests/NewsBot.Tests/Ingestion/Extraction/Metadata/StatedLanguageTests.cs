using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Tests.Ingestion.Extraction.Metadata;

/// <summary>Templates keep the language that they were made in; the text decides where it is plainly in another.</summary>
public sealed class StatedLanguageTests
{
    private const string German = "Die Fähre zur Insel kam am Montag wieder zu spät, und niemand am Anleger war noch davon überrascht. Der Betreiber hat einen neuen Motor versprochen, wie er es in jedem der letzten fünf Winter getan hat, und die Gäste warten nun auf den Frühling, der auch nicht kommt.";
    private const string English = "The ferry to the island was late again on Monday, and nobody at the pier was surprised by it any more. The operator has promised a new engine, as it had done in each of the last five winters, and the passengers are now waiting for the spring, which is late as well.";

    [Theory]
    [InlineData("en", German, "de", "a German text on an English template")]
    [InlineData("de", German, "de", "stated rightly")]
    [InlineData(null, English, "en", "nothing stated")]
    [InlineData("en", "Die Fähre kam zu spät.", "en", "too short to contradict")]
    [InlineData("gsw", German, "gsw", "a language that is not told apart")]
    [InlineData("nl", English, "en", "an English text on a Dutch template")]
    public void The_text_contradicts_only_where_it_is_plain(string? stated, string text, string language, string why) => LanguageGuess.Settle(stated, text).ShouldBe(language, why);

    [Fact]
    public void A_script_that_the_stated_language_is_not_written_in_decides() =>
        LanguageGuess.Settle("en", string.Concat(Enumerable.Repeat("島へのフェリーは月曜日もまた遅れた。桟橋ではもう誰も驚かなかった。", 10))).ShouldBe("ja");
}
