using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Tests.Ingestion.Extraction.Metadata;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("The ferry was late and nobody at the pier was surprised by it.", "en")]
    [InlineData("Die Fähre war zu spät, und niemand auf der Mole war davon überrascht.", "de")]
    [InlineData("Le bac était en retard et personne sur le quai n'en a été surpris.", "fr")]
    [InlineData("El transbordador llegó tarde y nadie en el muelle se sorprendió por ello.", "es")]
    [InlineData("Il traghetto era in ritardo e nessuno sul molo ne è stato sorpreso, come non lo è mai.", "it")]
    [InlineData("A balsa chegou com atraso e ninguém no cais se surpreendeu com isso, como não é de admirar.", "pt")]
    [InlineData("De veerboot was te laat en niemand op de pier was er door verrast.", "nl")]
    [InlineData("Паром опоздал, и никто на причале не был этим удивлён.", "ru")]
    [InlineData("フェリーはまた遅れ、桟橋では誰も驚かなかった。", "ja")]
    [InlineData("渡轮又晚点了，码头上没有人感到惊讶。", "zh")]
    [InlineData("페리는 또 늦었고 부두에서는 아무도 놀라지 않았다.", "ko")]
    public void A_sentence_is_enough(string text, string language) => LanguageGuess.Of(text).ShouldBe(language);

    [Fact]
    public void Numbers_have_no_language() => LanguageGuess.Of("12 34 56").ShouldBeNull();
}
