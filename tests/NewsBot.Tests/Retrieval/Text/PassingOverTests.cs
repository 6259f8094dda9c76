using FsCheck.Xunit;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval.Text;

/// <summary>Reading only the words that may be wanted tells the same as reading all of them.</summary>
public class PassingOverTests
{
    private static readonly TermAnalysis English = new TextAnalysis().For(TextLanguage.English);

    [Theory]
    [InlineData("The merger of U.S. airlines, worth $1.2 million or 3 m. marks, isn't approved; Müller's offers end 1987.")]
    [InlineData("10th 3com MD-11s 1,200,000 shares 5.5 billion-dollar deals 7 times 9 o'clock x. y.z. a.b")]
    [InlineData("naïve café İstanbul offer's 東京 offers 12'000 12 000 -5 +6 99%")]
    [InlineData("")]
    public void Words_passed_over_are_counted_and_wanted_ones_found(string text)
    {
        ShouldReadAlike(text, "merger", "offer", "airlin");
        ShouldReadAlike(text, "1200000", "marks");
    }

    [Property(MaxTest = 300)]
    public void No_text_reads_differently(string? text) => ShouldReadAlike(text ?? "", "merger", "offer", "7");

    private static void ShouldReadAlike(string text, params string[] stems)
    {
        var wanted = StemPrefixes.Of(stems, English).ShouldNotBeNull();
        var all = new TermScanner(English, text);
        var (count, found) = (0, new List<(string, int)>());
        while (all.Next())
        {
            count++;
            if (stems.Contains(all.Lexeme.Stem))
            {
                found.Add((all.Lexeme.Stem, all.Range.Start));
            }
        }

        var some = new TermScanner(English, text, wanted);
        var (countOfSome, foundBySome) = (0, new List<(string, int)>());
        while (true)
        {
            countOfSome += some.PassOverUnwanted(text.Length);
            if (!some.Next())
            {
                break;
            }

            countOfSome++;
            if (stems.Contains(some.Lexeme.Stem))
            {
                foundBySome.Add((some.Lexeme.Stem, some.Range.Start));
            }
        }

        countOfSome.ShouldBe(count);
        foundBySome.ShouldBe(found);
    }
}
