using System.Text.Json;
using FsCheck.Xunit;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Citations;

public class VerifierProperties
{
    private static readonly string[] Sentences =
    [
        "The harbour council approved 355 million dollars for the new tram line on Monday.",
        "Mayor Ines Calder, who took office in 2019, said the line would open on March 3, 2026.",
        "“We have waited twenty years for this tram, and we won't wait another one,” Calder said.",
        "About 1,200 people – most of them from Port Ellis – watched the vote.",
        "The U.S. company Norden Rail did not bid, but it isn't leaving the town.",
        "Prices rose 4.5 percent in 2018-19; wages fell 2 pct.",
        "Councillor Tom Reyes told the Tribune: \"The buses were never full [...] and nobody asked why.\"",
    ];

    private readonly Verifier _verifier = new();

    [Property]
    public void A_sentence_cut_from_an_article_is_always_supported_by_it(byte first, byte count, byte cut)
    {
        var chosen = Enumerable.Range(first, 1 + (count % Sentences.Length)).Select(number => Sentences[number % Sentences.Length]).ToList();
        var claim = chosen[cut % chosen.Count];

        var check = _verifier.Check(claim, _verifier.Prepare(string.Join("\n\n", chosen)));

        check.Verdict.ShouldBe(Verdict.Supported, string.Join("; ", check.Reasons));
        check.Unfound.ShouldBeEmpty();
    }

    [Property]
    public void Words_of_an_article_in_quotation_marks_are_never_a_fabricated_quotation(byte number, byte from, byte length)
    {
        var sentence = Sentences[number % 2];
        var words = sentence.TrimEnd('.').Split(' ');
        var start = from % words.Length;
        var quoted = string.Join(' ', words.Skip(start).Take(1 + (length % 10)));

        var check = _verifier.Check($"The paper wrote \"{quoted}\" about it.", _verifier.Prepare(string.Join(' ', Sentences)));

        check.Verdict.ShouldNotBe(Verdict.FabricatedQuote, string.Join("; ", check.Reasons));
    }

    [Property]
    public void Support_is_what_stands_in_the_source_at_its_range_for_any_claim_and_source(string? claim, string? source)
    {
        var text = source ?? "";

        var check = _verifier.Check(claim ?? "", _verifier.Prepare(text));

        check.Support.ShouldAllBe(support => support.Quote == text.Substring(support.Range.Start, support.Range.Length));
        check.Score.ShouldBeInRange(0, 1);
    }

    [Property]
    public void The_same_claim_and_source_always_give_the_same_check(byte one, byte other, byte edit)
    {
        var claim = Sentences[one % Sentences.Length].Replace("the", edit % 2 == 0 ? "a" : "not the", StringComparison.Ordinal);
        var source = Sentences[one % Sentences.Length] + " " + Sentences[other % Sentences.Length];

        var first = _verifier.Check(claim, _verifier.Prepare(source));
        var second = new Verifier().Check(claim, new Verifier().Prepare(source));

        second.ShouldBeEquivalentTo(first);
    }

    [Fact]
    public void Naughty_strings_are_checked_like_any_text()
    {
        var path = SharedData.PathOf("data", "security", "blns.json");
        Assert.SkipWhen(path.Length == 0, SharedData.AbsenceReason);
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllText(path))!;
        var source = string.Join("\n", strings);
        var prepared = _verifier.Prepare(source);

        foreach (var claim in strings)
        {
            var check = _verifier.Check(claim, prepared);

            check.Support.ShouldAllBe(support => support.Quote == source.Substring(support.Range.Start, support.Range.Length));
        }
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("\"")]
    [InlineData("'a ")]
    [InlineData("Not; never, ")]
    [InlineData("7 ")]
    [InlineData("Smith of ")]
    [InlineData("\uD800")]
    [InlineData("e\u0301")]
    public void A_claim_of_a_hundred_thousand_characters_is_checked(string unit)
    {
        var claim = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var text = claim[..2_000];

        var check = _verifier.Check(claim, _verifier.Prepare(text));

        check.Support.ShouldAllBe(support => support.Quote == text.Substring(support.Range.Start, support.Range.Length));
    }

    [Fact]
    public void A_range_of_an_article_gives_support_in_the_articles_own_positions()
    {
        var text = string.Join("\n\n", Sentences);
        var article = new SmallArchive().Add("Tram", text);
        var range = new TextRange(text.IndexOf("Mayor", StringComparison.Ordinal), text.Length);

        var check = _verifier.Check("About 1,200 people watched the vote.", _verifier.Prepare(article, range));

        check.Support.ShouldNotBeEmpty();
        check.Support.ShouldAllBe(support => support.Quote == article.Text.Substring(support.Range.Start, support.Range.Length) && support.Article == article);
    }
}
