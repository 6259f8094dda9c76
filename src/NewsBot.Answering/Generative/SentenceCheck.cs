using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Generative;

/// <summary>A sentence that the verifier accepted, with the places in articles that bear it out.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Places">Where it stands, at least one.</param>
public sealed record VerifiedSentence(string Text, IReadOnlyList<CitedPlace> Places)
{
    /// <summary>Whether its words were found but not its wording, so that a second opinion is worth asking for.</summary>
    public bool IsReworded { get; init; }
}

/// <summary>What checking a model's sentence gave: the verified sentence, or the reason why it must not be shown.</summary>
/// <param name="Verified">The sentence with its places, or null.</param>
/// <param name="Reason">Why it was rejected, in words that a model can mend it by; empty when accepted.</param>
public sealed record SentenceCheckResult(VerifiedSentence? Verified, string Reason);

/// <summary>
/// Decides for each sentence of a model whether it may be shown: its numbers must name evidence, and the verifier must find it supported
/// there. The places cited are the verifier's, so no quote is ever the model's. For one question.
/// </summary>
internal sealed class SentenceCheck(Verifier verifier, EvidenceSheet sheet)
{
    private readonly Dictionary<int, PreparedSource> prepared = [];

    public SentenceCheckResult Check(DraftSentence sentence)
    {
        if (!SentenceForm.IsPlain(sentence.Text))
        {
            return new SentenceCheckResult(null, "it holds a link, a mention or markup");
        }

        var cited = sentence.Markers.Select(sheet.Find).OfType<NumberedEvidence>().ToList();
        if (cited.Count == 0)
        {
            return new SentenceCheckResult(null, "it ends with no number of the evidence");
        }

        var check = verifier.Check(sentence.Text, PreparedSource.Join([.. cited.Select(Prepared)]));
        var places = check.Support.Select(support => PlaceOf(support, cited)).OfType<CitedPlace>().ToList();
        return check.Verdict == Verdict.Supported && places.Count > 0
            ? new SentenceCheckResult(new VerifiedSentence(sentence.Text, Suffice(sentence.Text, places) ? places : PassagesOf(cited)) { IsReworded = CheckJudge.IsUnsure(check) }, "")
            : new SentenceCheckResult(null, check.Reasons.Count > 0 ? string.Join("; ", check.Reasons) : "the evidence does not say so");
    }

    // What a reader is shown must bear the sentence out by itself; where the best sentences alone do not, the whole passages are cited.
    private bool Suffice(string sentence, List<CitedPlace> places) =>
        verifier.Check(sentence, PreparedSource.Join([.. places.Select(place => verifier.Prepare(place.Hit.Article, place.Range))])).Verdict == Verdict.Supported;

    private static List<CitedPlace> PassagesOf(List<NumberedEvidence> cited) => cited.ConvertAll(one => new CitedPlace(one.Hit, one.Range));

    private PreparedSource Prepared(NumberedEvidence evidence)
    {
        if (!prepared.TryGetValue(evidence.Number, out var source))
        {
            prepared[evidence.Number] = source = verifier.Prepare(evidence.Hit.Article, evidence.Range);
        }

        return source;
    }

    private static CitedPlace? PlaceOf(Support support, List<NumberedEvidence> cited) =>
        cited.Find(one => one.Hit.Article.Id == support.Article?.Id) is { } evidence ? new CitedPlace(evidence.Hit, support.Range) : null;
}
