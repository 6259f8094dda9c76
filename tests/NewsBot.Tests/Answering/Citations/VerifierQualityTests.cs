using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Citations;

/// <summary>Floors on a slice of the measured sets; <c>Benchmarks check</c> measures all of them.</summary>
public class VerifierQualityTests
{
    private const int EveryNth = 4;

    private readonly Verifier _verifier = new();

    [Fact]
    public void Edits_are_caught_and_copies_and_light_paraphrases_are_not()
    {
        var claims = Lines("citation-stress", "stress.jsonl");

        var byCorruption = claims.ToLookup(line => line.GetProperty("corruption").GetString()!, line => Verdict(line, line.GetProperty("source").GetString()!));

        ShareOf(byCorruption["verbatim"], Supported).ShouldBe(1);
        ShareOf(byCorruption["paraphrase"], Supported).ShouldBeGreaterThanOrEqualTo(0.95);
        foreach (var corruption in new[] { "number", "scale", "date", "negation", "attribution", "quote_word", "frankenquote", "wrong_article", "entity", "role_swap" })
        {
            ShareOf(byCorruption[corruption], verdict => !Supported(verdict)).ShouldBeGreaterThanOrEqualTo(0.95, corruption);
        }
    }

    [Fact]
    public void Natural_claims_are_told_apart_better_than_chance_and_support_is_seldom_called_a_contradiction()
    {
        var claims = Lines("citation-support", "claims.jsonl");

        var verdicts = claims.Select(line => (Verdict: Verdict(line, SourceOf(line)), IsSupported: line.GetProperty("label").GetString() == "supported")).ToLookup(pair => pair.IsSupported, pair => pair.Verdict);

        var balanced = (ShareOf(verdicts[true], Supported) + ShareOf(verdicts[false], verdict => !Supported(verdict))) / 2;
        balanced.ShouldBeGreaterThanOrEqualTo(0.70);
        ShareOf(verdicts[true], verdict => verdict is NewsBot.Answering.Verdict.Contradicted or NewsBot.Answering.Verdict.FabricatedQuote).ShouldBeLessThanOrEqualTo(0.05);
    }

    private static bool Supported(Verdict verdict) => verdict == NewsBot.Answering.Verdict.Supported;

    private Verdict Verdict(JsonElement line, string source) => _verifier.Check(line.GetProperty("claim").GetString()!, _verifier.Prepare(source)).Verdict;

    private static string SourceOf(JsonElement line) => line.TryGetProperty("source", out var source)
        ? source.GetString()!
        : string.Join("\n", line.GetProperty("source_sentences").EnumerateArray().Select(sentence => sentence.GetString()));

    private static double ShareOf(IEnumerable<Verdict> verdicts, Func<Verdict, bool> holds)
    {
        var list = verdicts.ToList();
        return (double)list.Count(holds) / list.Count;
    }

    private static List<JsonElement> Lines(string folder, string file)
    {
        var path = SharedData.PathOf("data", folder, file);
        Assert.SkipWhen(path.Length == 0, SharedData.AbsenceReason);
        return [.. File.ReadLines(path).Where((_, index) => index % EveryNth == 0).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
