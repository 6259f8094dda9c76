using FsCheck.Xunit;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval.Text;

public class StemPrefixesTests
{
    private const string Wire =
        "U.S. housing starts rose 5.2 pct to 1.8 mln in Feb, the govt said; US officials and the U.N. shrs 50 cts dlrs bln $5 10% WHO J.P. Morgan's "
        + "programme labour centre Zürich São Paulo don't it's I'm says saying Sept defence 3rd 1980s F16 3m stg trln it us a I";

    private static readonly TermAnalysis English = new TextAnalysis().For(TextLanguage.English);

    [Fact]
    public void No_form_of_a_wanted_stem_is_passed_over()
    {
        foreach (var wanted in English.Analyse(Wire).Select(term => term.Stem).Distinct(StringComparer.Ordinal))
        {
            CountOf(wanted, Wire, StemPrefixes.Of([wanted], English)).ShouldBe(CountOf(wanted, Wire, null), wanted);
        }
    }

    [Property]
    public void Nor_in_any_text(string? text)
    {
        foreach (var wanted in English.Analyse(text ?? "").Select(term => term.Stem).Distinct(StringComparer.Ordinal))
        {
            CountOf(wanted, text!, StemPrefixes.Of([wanted], English)).ShouldBe(CountOf(wanted, text!, null));
        }
    }

    private static int CountOf(string stem, string text, StemPrefixes? prefixes)
    {
        var count = 0;
        var scanner = new TermScanner(English, text, prefixes);
        while (scanner.Next())
        {
            count += scanner.Lexeme.IsOf(English.SharedStem(stem)) ? 1 : 0;
        }

        return count;
    }
}
