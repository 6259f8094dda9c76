using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Answering.Questions;

public class QuestionReaderTests
{
    private static readonly QuestionReader Reader = new(new WordReader(new TextAnalysis()));

    [Theory]
    [InlineData("Who designed the bridge?", AnswerType.Person)]
    [InlineData("When does the work begin?", AnswerType.Date)]
    [InlineData("In which year and month was the bid put in?", AnswerType.Date)]
    [InlineData("Where are the little cars put together?", AnswerType.Place)]
    [InlineData("In which port city will the market open?", AnswerType.Place)]
    [InlineData("Why did the library close?", AnswerType.Reason)]
    [InlineData("How many hotels did the partnership buy?", AnswerType.Number)]
    [InlineData("How much did the council pay for the tunnel?", AnswerType.Money)]
    [InlineData("How much gold came out of the mines?", AnswerType.Number)]
    [InlineData("What portion of the carrier is for sale?", AnswerType.Percentage)]
    [InlineData("How long will the repair last?", AnswerType.Duration)]
    [InlineData("Which company is buying the subsidiary?", AnswerType.Organisation)]
    [InlineData("What's the name of the camp?", AnswerType.Name)]
    [InlineData("Did foot passengers have to pay?", AnswerType.YesNo)]
    [InlineData("What is a quorum?", AnswerType.Definition)]
    [InlineData("What happened to the building after the move to the coast?", AnswerType.Thing)]
    [InlineData("Give me a timeline of the harbour tunnel", AnswerType.Timeline)]
    [InlineData("nugget gold coins on sale when", AnswerType.Date)]
    [InlineData("railroad bonds judgment amount??", AnswerType.Money)]
    [InlineData("Wer hat die Brücke entworfen?", AnswerType.Person)]
    [InlineData("Wie viele Fahrgäste passen auf die Fähre?", AnswerType.Number)]
    [InlineData("Warum schließt die Mühle?", AnswerType.Reason)]
    [InlineData("Quand le pont sera-t-il ouvert ?", AnswerType.Date)]
    [InlineData("Pourquoi la mairie ferme-t-elle ?", AnswerType.Reason)]
    public void The_question_tells_what_kind_of_thing_it_asks_for(string question, AnswerType type) =>
        Reader.Read(question).Type.ShouldBe(type);

    [Fact]
    public void Topic_words_are_terms_and_question_words_are_not() =>
        Reader.Read("Who designed the new harbour bridge?").Terms.Select(term => term.Surface).ShouldBe(["designed", "new", "harbour", "bridge"]);

    [Fact]
    public void A_capital_inside_the_question_marks_a_name() =>
        Reader.Read("Who advised Calder on the bridge?").Terms.Where(term => term.IsName).Select(term => term.Surface).ShouldBe(["Calder"]);

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("who is the of")]
    public void A_question_without_topic_words_has_no_terms(string question) => Reader.Read(question).Terms.ShouldBeEmpty();
}
