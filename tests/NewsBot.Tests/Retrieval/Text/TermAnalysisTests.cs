using FsCheck.Xunit;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval.Text;

public class TermAnalysisTests
{
    private static readonly TextAnalysis Analyses = new();

    [Theory]
    [InlineData("The ministers' decisions", "the minist decis")]
    [InlineData("Korea's airline", "korea airlin")]
    [InlineData("laid-off miners", "laid off miner")]
    [InlineData("São Paulo, Zürich", "sao paulo zurich")]
    [InlineData("U.S. housing starts", "u.s hous start")]
    [InlineData("The US and the USA", "the u.s and the u.s")]
    [InlineData("tell us", "tell us")]
    [InlineData("J.P. Morgan", "jp morgan")]
    [InlineData("rose 5 pct", "rose 5 percent")]
    [InlineData("rose 5%", "rose 5 percent")]
    [InlineData("5 percent", "5 percent")]
    [InlineData("MD-11s", "md 11")]
    [InlineData("the 10th of F16", "the 10 of f16")]
    [InlineData("don’t", "dont")]
    public void English_words_become_stems(string text, string stems) => StemsOf(TextLanguage.English, text).ShouldBe(stems);

    [Theory]
    [InlineData("1.2 million", "1200000")]
    [InlineData("1,200,000", "1200000")]
    [InlineData("1.2 mln dlrs", "1200000")]
    [InlineData("$1.2 million", "1200000")]
    [InlineData("1.2mln", "1200000")]
    [InlineData("1.20-million", "1200000")]
    [InlineData("4.50", "4.5")]
    [InlineData("1987", "1987")]
    [InlineData("5.93 bln", "5930000000")]
    [InlineData("2 trillion", "2000000000000")]
    [InlineData("12,5", "12 5")]
    [InlineData("1,2,3", "1 2 3")]
    [InlineData("5 m", "5")]
    [InlineData("99999999999999999999999999999999", "99999999999999999999999999999999")]
    public void English_numbers_have_one_form(string text, string numbers) => NumbersOf(TextLanguage.English, text).ShouldBe(numbers);

    [Theory]
    [InlineData("1,2 Millionen", "1200000")]
    [InlineData("1.200.000 Euro", "1200000")]
    [InlineData("1.200 Stimmen", "1200")]
    [InlineData("3 Mrd. Euro", "3000000000")]
    [InlineData("2 Billionen", "2000000000000")]
    [InlineData("3,75 Prozent", "3.75")]
    public void German_numbers_have_the_same_form(string text, string numbers) => NumbersOf(TextLanguage.German, text).ShouldBe(numbers);

    [Theory]
    [InlineData("1\u202f200\u202f000 euros", "1200000")]
    [InlineData("1,2 million d'euros", "1200000")]
    [InlineData("3 milliards", "3000000000")]
    public void French_numbers_have_the_same_form(string text, string numbers) => NumbersOf(TextLanguage.French, text).ShouldBe(numbers);

    [Theory]
    [InlineData(TextLanguage.German, "Häuser", "Hauses")]
    [InlineData(TextLanguage.German, "Bürgermeister", "Buergermeisters")]
    [InlineData(TextLanguage.French, "l'élection", "élections")]
    [InlineData(TextLanguage.Spanish, "elecciones", "elección")]
    [InlineData(TextLanguage.Italian, "dell'elezione", "elezioni")]
    [InlineData(TextLanguage.Portuguese, "cidades", "cidade")]
    [InlineData(TextLanguage.Dutch, "verkiezingen", "verkiezing")]
    [InlineData(TextLanguage.Russian, "выборы", "выборов")]
    public void Forms_of_one_word_share_a_stem(TextLanguage language, string one, string other) =>
        Analyses.For(language).StemOf(one).ShouldBe(Analyses.For(language).StemOf(other));

    [Fact]
    public void Scripts_without_spaces_become_bigrams() => StemsOf(TextLanguage.English, "東京都の NATO 人").ShouldBe("東京 京都 都の nato 人");

    [Theory]
    [InlineData(null, "Der Bürgermeister hat am Montag die neue Brücke eröffnet.", TextLanguage.German)]
    [InlineData(null, "Quand est-ce que le pont sera ouvert ?", TextLanguage.French)]
    [InlineData(null, "Where is the bridge?", TextLanguage.English)]
    [InlineData(null, "Мэр открыл новый мост", TextLanguage.Russian)]
    [InlineData(null, "bridge", TextLanguage.English)]
    [InlineData("pt-BR", "ponte", TextLanguage.Portuguese)]
    [InlineData("sv", "bron", TextLanguage.Other)]
    public void The_language_is_the_stated_one_or_told_by_its_words(string? tag, string text, TextLanguage language) =>
        Analyses.For(tag, text).Language.ShouldBe(language);

    [Property]
    public void Terms_stand_in_order_inside_the_text(string? text)
    {
        var analysed = text ?? "";
        var last = 0;
        foreach (var term in Analyses.For(TextLanguage.English).Analyse(analysed))
        {
            term.Stem.ShouldNotBeEmpty();
            term.Range.Start.ShouldBeGreaterThanOrEqualTo(last);
            term.Range.End.ShouldBeGreaterThan(term.Range.Start);
            term.Range.End.ShouldBeLessThanOrEqualTo(analysed.Length);
            last = term.Range.Start;
        }
    }

    [Property]
    public void Numbers_written_with_and_without_separators_are_one(uint number) =>
        StemsOf(TextLanguage.English, number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(StemsOf(TextLanguage.English, number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string StemsOf(TextLanguage language, string text) => string.Join(' ', Analyses.For(language).Analyse(text).Select(term => term.Stem));

    private static string NumbersOf(TextLanguage language, string text) =>
        string.Join(' ', Analyses.For(language).Analyse(text).Where(term => term.Kind == TermKind.Number).Select(term => term.Stem));
}
