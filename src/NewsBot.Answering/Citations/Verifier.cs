using NewsBot.Answering.Citations.Checks;
using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims;
using NewsBot.Answering.Claims.Reading;
using NewsBot.Archive;

namespace NewsBot.Answering.Citations;

/// <summary>
/// Decides without a model whether a source supports a claim. Numbers, dates, names, roles, negations, speakers and quotations are compared one by one;
/// what they leave open is decided by how much of the claim's words stands in the source and in what order. Deterministic, reads no network,
/// safe for several threads at once. It judges words, not the world: a source can be wrong.
/// </summary>
public sealed class Verifier
{
    private readonly WordReader _reader = new(new WordStems());
    private readonly ClaimSplitter _splitter = new();
    private readonly WordWeights _weights;

    /// <summary>Creates a verifier.</summary>
    /// <param name="rarity">How rare a stem is in the archive, about 0 to 1.2 (see <see cref="WordWeights"/>), or null for a neutral weighting.</param>
    public Verifier(Func<string, double>? rarity = null) => _weights = new WordWeights(rarity);

    /// <summary>Reads a plain text, so that claims can be checked against it.</summary>
    public PreparedSource Prepare(string text) => PreparedSource.Of(null, TextReading.Of(_reader, text, new TextRange(0, text.Length)));

    /// <summary>Reads an article version, so that claims can be checked against it.</summary>
    public PreparedSource Prepare(Article article) => Prepare(article, new TextRange(0, article.Text.Length));

    /// <summary>Reads a range of an article version, for instance a passage.</summary>
    public PreparedSource Prepare(Article article, TextRange range) => PreparedSource.Of(article, TextReading.Of(_reader, article.Text, range));

    /// <summary>
    /// Checks a claim against a source. A question or an opinion cannot be checked, unless the source has it in nearly the same words:
    /// then it was taken from there, and it is compared like any other sentence.
    /// </summary>
    /// <param name="claim">One sentence. A longer text is checked in parts, and the worst verdict stands for it.</param>
    /// <param name="source">The source, or several joined.</param>
    public ClaimCheck Check(string claim, PreparedSource source) => Check(_splitter.Read(claim), source);

    /// <inheritdoc cref="Check(string, PreparedSource)"/>
    public ClaimCheck Check(Claim claim, PreparedSource source)
    {
        if (claim.Kind == ClaimKind.Wordless)
        {
            return NotCheckable(claim);
        }

        var judgements = PartsOf(claim.Text).ConvertAll(part => Judge(claim.Text, part, source));
        if (claim.Kind != ClaimKind.Statement && !judgements.TrueForAll(judgement => judgement.IsNear))
        {
            return NotCheckable(claim);
        }

        var checks = judgements.ConvertAll(judgement => judgement.ToCheck(claim.Text));
        return checks.Count == 1 ? checks[0] : Combined(claim.Text, checks);
    }

    private static ClaimCheck NotCheckable(Claim claim) => new()
    {
        Claim = claim.Text,
        Verdict = Verdict.NotCheckable,
        Score = 0,
        Reasons =
        [
            claim.Kind switch
            {
                ClaimKind.Question => "a question states nothing that could be checked",
                ClaimKind.Greeting => "a greeting states nothing that could be checked",
                ClaimKind.Opinion => "an opinion cannot be checked against a source",
                _ => "there are no words to check",
            },
        ],
    };

    private List<TextRange> PartsOf(string text)
    {
        var whole = new TextRange(0, text.Length);
        var words = _reader.Read(text);
        if (words.Length <= ClaimReading.MostTerms)
        {
            return [whole];
        }

        var parts = new List<TextRange>();
        for (var from = 0; from < words.Length; from += ClaimReading.MostTerms)
        {
            var to = Math.Min(from + ClaimReading.MostTerms, words.Length);
            parts.Add(new TextRange(parts.Count == 0 ? 0 : words[from].Start, to == words.Length ? text.Length : words[to].Start));
        }

        return parts;
    }

    private ClaimJudgement Judge(string text, TextRange range, PreparedSource source) =>
        ClaimJudgement.Of(new ClaimMatch(ClaimReading.Of(_reader, _weights, text, range), source));

    private static ClaimCheck Combined(string text, List<ClaimCheck> checks) => new()
    {
        Claim = text,
        Verdict = checks.Min(check => check.Verdict),
        Score = checks.Average(check => check.Score),
        Support = [.. checks.SelectMany(check => check.Support).Distinct()],
        Reasons = [.. checks.SelectMany(check => check.Reasons).Distinct()],
    };
}
