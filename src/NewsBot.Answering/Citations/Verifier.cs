using System.Globalization;
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
    private readonly ComparisonReader _reader = new(new WordStems());
    private readonly ClaimSplitter _splitter = new();
    private readonly WordKin _kin;

    /// <summary>Makes a verifier; one is enough for a process.</summary>
    public Verifier()
    {
        _kin = new WordKin(_reader);
    }

    /// <summary>Reads a plain text, so that claims can be checked against it.</summary>
    public PreparedSource Prepare(string text) => PreparedSource.Of(null, TextReading.Of(_reader, text, new TextRange(0, text.Length)));

    /// <summary>Reads an article version, so that claims can be checked against it.</summary>
    public PreparedSource Prepare(Article article) => Prepare(article, new TextRange(0, article.Text.Length));

    /// <summary>Reads a range of an article version, for instance a passage.</summary>
    public PreparedSource Prepare(Article article, TextRange range) => PreparedSource.Of(article, TextReading.Of(_reader, article.Text, range));

    /// <summary>
    /// Checks a claim against a source. A question or an opinion cannot be checked, unless the source has it in nearly the same words (and asks, too):
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
        if (claim.Kind != ClaimKind.Statement && !judgements.TrueForAll(judgement => judgement.IsNear && (claim.Kind != ClaimKind.Question || judgement.SourceAsks)))
        {
            return NotCheckable(claim);
        }

        var checks = judgements.ConvertAll(judgement => judgement.ToCheck(claim.Text));
        return checks.Count == 1 ? checks[0] : Combined(claim.Text, checks);
    }

    /// <summary>
    /// Checks a claim against the source that it cites, with what else the archive has: words that stand in another article are
    /// misattributed, and what a newer version or a later telling takes back is outdated.
    /// </summary>
    public ClaimCheck Check(string claim, PreparedSource cited, OtherSources others)
    {
        var check = Check(claim, cited);
        return Misattributed(check, others.Elsewhere) ?? Outdated(check, others) ?? check;
    }

    /// <summary>Whether the words would have to be looked for elsewhere: the cited source does not have them.</summary>
    public static bool MayBeMisattributed(ClaimCheck check) => check.Verdict is Verdict.FabricatedQuote or Verdict.NotFound or Verdict.Partly;

    private ClaimCheck? Misattributed(ClaimCheck check, IReadOnlyList<PreparedSource> elsewhere)
    {
        if (!MayBeMisattributed(check))
        {
            return null;
        }

        foreach (var source in elsewhere)
        {
            var other = Check(check.Claim, source);
            if (other.Verdict == Verdict.Supported && other.IsCopy)
            {
                return other with
                {
                    Verdict = Verdict.Misattributed,
                    Score = check.Score,
                    Reasons = [$"these words stand in {NameOf(other.Support)}, not in the cited source"],
                };
            }
        }

        return null;
    }

    private ClaimCheck? Outdated(ClaimCheck check, OtherSources others)
    {
        if (check.Verdict is not (Verdict.Supported or Verdict.Partly))
        {
            return null;
        }

        if (others.Withdrawal is { } withdrawal)
        {
            return check with { Verdict = Verdict.Outdated, Reasons = [$"the cited article was withdrawn: {withdrawal}"] };
        }

        foreach (var version in others.NewerVersions)
        {
            var newer = Check(check.Claim, version);
            if (newer.Score < check.Score && newer.Verdict != check.Verdict && newer.Verdict != Verdict.Supported)
            {
                return TakenBack(check, newer, "the article was changed since");
            }
        }

        foreach (var telling in others.LaterTellings)
        {
            var later = Check(check.Claim, telling);
            if (later.Verdict == Verdict.Contradicted)
            {
                return TakenBack(check, later, $"{NameOf(later.Support)} says otherwise later");
            }
        }

        return null;
    }

    private static ClaimCheck TakenBack(ClaimCheck check, ClaimCheck later, string what) => check with
    {
        Verdict = Verdict.Outdated,
        Unfound = later.Unfound,
        Support = [.. later.Support, .. check.Support],
        Reasons = [$"{what}: {string.Join("; ", later.Reasons)}"],
    };

    private static string NameOf(IReadOnlyList<Support> support)
    {
        var article = support.Count > 0 ? support[0].Article : null;
        return article is null
            ? "another source"
            : $"“{article.Title}”" + string.Concat(new[] { article.Source, article.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.Where(part => part is not null).Select(part => ", " + part));
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

    /// <summary>What led to the verdict on one sentence; the program that fits <see cref="SupportModel"/> reads its measures.</summary>
    internal ClaimJudgement Judge(string text, PreparedSource source) => Judge(text, PartsOf(text)[0], source);

    private ClaimJudgement Judge(string text, TextRange range, PreparedSource source) =>
        ClaimJudgement.Of(new ClaimMatch(ClaimReading.Of(_reader, text, range), source), _kin);

    private static ClaimCheck Combined(string text, List<ClaimCheck> checks) => new()
    {
        Claim = text,
        Verdict = checks.Min(check => check.Verdict),
        IsCopy = checks.TrueForAll(check => check.IsCopy),
        Closeness = checks.Average(check => check.Closeness),
        Unfound = [.. checks.SelectMany(check => check.Unfound)],
        Score = checks.Average(check => check.Score),
        Support = [.. checks.SelectMany(check => check.Support).Distinct()],
        Reasons = [.. checks.SelectMany(check => check.Reasons).Distinct()],
    };
}
