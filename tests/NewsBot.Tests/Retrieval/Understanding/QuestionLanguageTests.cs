using NewsBot.Retrieval.Text;
using NewsBot.Retrieval.Understanding;

namespace NewsBot.Tests.Retrieval.Understanding;

public class QuestionLanguageTests
{
    [Theory]
    [InlineData("Was kostet die neue Brücke?", TextLanguage.German)]
    [InlineData("Was sagt Merkel?", TextLanguage.German)]
    [InlineData("Was war in den 90er Jahren?", TextLanguage.German)]
    [InlineData("Hat Merkel zugestimmt?", TextLanguage.German)]
    [InlineData("Wie heißt die Brücke?", TextLanguage.German)]
    [InlineData("Wo steht sie?", TextLanguage.German)]
    [InlineData("Que s'est-il passé fin 2023 ?", TextLanguage.French)]
    [InlineData("Qu’a dit Macron récemment ?", TextLanguage.French)]
    [InlineData("Qui gouvernait de 2019 à 2021 ?", TextLanguage.French)]
    [InlineData("résultats du référendum", TextLanguage.French)]
    [InlineData("¿Quién ganó?", TextLanguage.Spanish)]
    [InlineData("Cuando fue el terremoto", TextLanguage.Spanish)]
    [InlineData("Chi ha vinto?", TextLanguage.Italian)]
    [InlineData("Quando è stato il terremoto?", TextLanguage.Italian)]
    [InlineData("Quem ganhou?", TextLanguage.Portuguese)]
    [InlineData("Quando foi o terremoto?", TextLanguage.Portuguese)]
    [InlineData("Wie won de verkiezingen?", TextLanguage.Dutch)]
    [InlineData("Wat is er gebeurd?", TextLanguage.Dutch)]
    [InlineData("Кто победил?", TextLanguage.Russian)]
    public void A_question_of_a_few_words_tells_its_language(string question, TextLanguage language) => QuestionLanguage.Of(question).ShouldBe(language);

    [Theory]
    [InlineData("Was the bridge approved?")]
    [InlineData("Was Trump impeached?")]
    [InlineData("Was net income up?")]
    [InlineData("Was Merz in Berlin?")]
    [InlineData("Who is Ursula von der Leyen?")]
    [InlineData("Ursula von der Leyen speech")]
    [InlineData("Rio de Janeiro floods")]
    [InlineData("Le Pen verdict")]
    [InlineData("Los Angeles fires")]
    [InlineData("Hat trick by Messi")]
    [InlineData("War crimes in Syria")]
    [InlineData("bridge")]
    [InlineData("")]
    [InlineData("🙂")]
    public void Names_and_words_that_others_share_leave_a_question_English(string question) => QuestionLanguage.Of(question).ShouldBe(TextLanguage.English);
}
