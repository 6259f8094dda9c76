using FsCheck.Xunit;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Citations.Marking;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Tests.Answering.Citations;

public class MarkingTests
{
    private const string Report =
        "The city opened a new library in Bremen on Monday. The building cost 14 million euros. " +
        "Mayor Ines Calder bought the first book at the library shop. A theatre stands in Hanover.";

    [Theory]
    [InlineData("The city opened a new library in Bremen in May 2012.", "in May 2012", "a date with the word that leads to it")]
    [InlineData("The city opened a new library and a swimming pool in Bremen.", "a swimming pool", "a phrase, its article with it")]
    [InlineData("The city opened a new library in Hanover.", "Hanover", "a name that stands only in another sentence")]
    [InlineData("The building cost 40 million euros.", "40 million euros", "a figure that is another one")]
    public void What_the_source_does_not_say_is_marked(string claim, string marked, string why) =>
        MarksOf(claim).ShouldContain(mark => mark.Contains(marked, StringComparison.Ordinal), why);

    [Fact]
    public void A_phrase_is_one_mark() =>
        MarksOf("The city opened a new library with twelve quiet reading rooms.").Count.ShouldBe(1);

    [Fact]
    public void What_stands_in_the_source_beside_it_is_not_marked()
    {
        var marks = MarksOf("The city opened a new library in Bremen in May 2012.");

        marks.ShouldAllBe(mark => !mark.Contains("library", StringComparison.Ordinal) && !mark.Contains("Bremen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_whose_kin_stands_in_the_source_is_less_missing_than_one_without()
    {
        var verifier = new Verifier();
        var source = verifier.Prepare(Report);

        double AbsenceOfLast(string claim) => verifier.Judge(claim, source).MarkMeasures()[^1].Absence;

        AbsenceOfLast("Ines Calder made an acquisition").ShouldBe(0.5);
        AbsenceOfLast("Ines Calder made a marmalade").ShouldBe(1);
    }

    [Fact]
    public void Kin_is_mutual()
    {
        var kin = new WordKin(new ComparisonReader(new WordStems()));

        kin.Of("buy").ShouldContain("takeov");
        kin.Of("takeov").ShouldContain("buy");
        kin.Of("marmalad").ShouldBeEmpty();
    }

    [Property]
    public void The_runs_are_worth_the_most_of_all_runs(sbyte[] tenths)
    {
        double[] worth = [.. tenths.Take(8).Select(tenth => tenth / 40.0)];

        var best = Enumerable.Range(0, 1 << worth.Length).Max(bits => Worth(worth, [.. worth.Select((_, at) => (bits >> at & 1) == 1)]));

        Worth(worth, MarkModel.Runs(worth)).ShouldBe(best, 1e-9);
    }

    private static double Worth(double[] worth, bool[] isMarked) =>
        worth.Where((_, at) => isMarked[at]).Sum() - (MarkModel.Change * Enumerable.Range(1, Math.Max(0, worth.Length - 1)).Count(at => isMarked[at] != isMarked[at - 1]));

    private static List<string> MarksOf(string claim)
    {
        var verifier = new Verifier();
        return [.. verifier.Check(claim, verifier.Prepare(Report)).Unfound.Select(range => range.Of(claim))];
    }
}
