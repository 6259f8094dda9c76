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
    [InlineData("How much of the brewery is in the group's hands?", AnswerType.Percentage)]
    [InlineData("How big a stake did the investor buy?", AnswerType.Percentage)]
    [InlineData("What is the airline paying for each jet?", AnswerType.Money)]
    [InlineData("What is the drilling machine called?", AnswerType.Name)]
    [InlineData("What was the price offered for the bank?", AnswerType.Money)]
    [InlineData("What was Aloha Airlines' load factor?", AnswerType.Thing)]
    [InlineData("Where did the index stand in March?", AnswerType.Number)]
    [InlineData("When the company began to pay again, how much was it?", AnswerType.Money)]
    [InlineData("How much did the firm put into research and development in 1986?", AnswerType.Money)]
    [InlineData("How far did the stock sink on news of the vaccine?", AnswerType.Number)]
    [InlineData("What is the latest on the ferry?", AnswerType.Latest)]
    [InlineData("Any news about the tunnel?", AnswerType.Latest)]
    [InlineData("Was the tunnel approved?", AnswerType.YesNo)]
    [InlineData("Was kostet die Fähre?", AnswerType.Money)]
    [InlineData("Was gibt es Neues zur Fähre?", AnswerType.Latest)]
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
    public void Words_of_another_language_s_grammar_carry_a_topic_here() =>
        Reader.Read("When did the war on the hat makers die?").Terms.Select(term => term.Surface).ShouldBe(["war", "hat", "makers", "die"]);

    [Theory]
    [InlineData("How many American rigs were drilling?", "rig")]
    [InlineData("How much Crazy Eddie debt was reviewed?", "debt")]
    public void What_is_counted_is_the_noun_and_no_name(string question, string counted)
    {
        var asked = Reader.Read(question);
        asked.Counts.ShouldBeTrue();
        asked.Focus.ShouldBe([counted]);
    }

    [Fact]
    public void A_capital_inside_the_question_marks_a_name() =>
        Reader.Read("Who advised Calder on the bridge?").Terms.Where(term => term.IsName).Select(term => term.Surface).ShouldBe(["Calder"]);

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("who is the of")]
    public void A_question_without_topic_words_has_no_terms(string question) => Reader.Read(question).Terms.ShouldBeEmpty();

    [Theory]
    [InlineData("How many people live in Larrow?", "live")]
    [InlineData("How many suspected missiles did the paper see?", null)]
    [InlineData("How many people were killed in the flood?", "killed")]
    [InlineData("How many beds does the hospital have?", null)]
    [InlineData("What is the population of Larrow?", "population")]
    [InlineData("What was the price offered for the bank?", "price")]
    [InlineData("Who designed the bridge?", "designed")]
    [InlineData("Who was the architect of the bridge?", "architect")]
    [InlineData("When was the Larrow library founded?", "founded")]
    [InlineData("How much did Larrow Water earn last year?", "earn")]
    [InlineData("When did the firm begin to pay in cash?", null)]
    [InlineData("Where are the little cars that the firm imports put together?", null)]
    [InlineData("What is the name of the ship?", null)]
    [InlineData("Did the library close?", null)]
    [InlineData("Wie viele Menschen wohnen in Larrow?", null)]
    public void The_word_that_says_what_is_asked_is_known_where_its_place_is_sure(string question, string? predicate)
    {
        var asked = Reader.Read(question);

        asked.Predicate.ShouldBe(predicate is null ? null : asked.Terms.Single(term => term.Surface == predicate).Stem);
    }
}
