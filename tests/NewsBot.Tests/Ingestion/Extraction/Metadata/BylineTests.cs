using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Tests.Ingestion.Extraction.Metadata;

public sealed class BylineTests
{
    [Theory]
    [InlineData("By Ada Finch and Tom Reed", "Ada Finch|Tom Reed")]
    [InlineData("By Ada Finch, Special to the Example Post", "Ada Finch")]
    [InlineData("Von Anna Möwe und Kai Brandung", "Anna Möwe|Kai Brandung")]
    [InlineData("Par Jean Dupont et Marie Curie", "Jean Dupont|Marie Curie")]
    [InlineData("ADA FINCH, AP Sports Writer", "Ada Finch")]
    [InlineData("Ada Finch, Associated Press", "Ada Finch")]
    [InlineData("Associated Press", "Associated Press")]
    [InlineData("Ada Finch | Staff reporter | November 19, 2019", "Ada Finch")]
    [InlineData("Ada Finch, Example Post Sport", "Ada Finch")]
    [InlineData("Ada Finch, MD, PhD", "Ada Finch")]
    [InlineData("Posted on September 21, 2020 by Ada Finch", "Ada Finch")]
    [InlineData("Erstellt von Ada Finch", "Ada Finch")]
    [InlineData("von Ada Finch am Samstag", "Ada Finch")]
    [InlineData("Gespeichert von Ada Finch am 24. Juli 2017 - 18:04", "Ada Finch")]
    [InlineData("Publié par Ada Finch", "Ada Finch")]
    [InlineData("Ada Finch, Kontakt", "Ada Finch")]
    [InlineData("Par Loïc Le Clerc le 12 mai", "Loïc Le Clerc")]
    [InlineData("Redaktion", "")]
    [InlineData("https://example.org/authors/ada", "")]
    [InlineData("Example Post", "")]
    public void A_byline_gives_the_names_of_people(string byline, string names) =>
        string.Join('|', Byline.Names([byline], "Example Post")).ShouldBe(names);

    [Fact]
    public void A_name_that_is_said_twice_counts_once() => Byline.Names(["By Ada Finch", "Ada Finch"]).ShouldBe(["Ada Finch"]);

    [Theory]
    [InlineData("Text von Ada Finch", true)]
    [InlineData("By Ada Finch", true)]
    [InlineData("Autor: Ada Finch", true)]
    [InlineData("By the end of the year", false)]
    [InlineData("Von der Küste", false)]
    public void A_signature_is_a_lead_word_and_a_name(string line, bool signs) => Byline.Signs(line).ShouldBe(signs);
}
