using NewsBot.Answering.Citations.Checks;
using NewsBot.Answering.Citations.Marking;
using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations;

/// <summary>The verdict on a claim that was compared with a source, with what led to it.</summary>
internal sealed class ClaimJudgement
{
    private const double NothingFoundInChosen = 0.45;
    private const double NothingFoundAnywhere = 0.6;
    private const double SameSentence = 0.6;
    private const double SameSentences = 0.75;
    private const double SameWords = 0.6;
    private const int MostWordsOfShortClaim = 6;

    private readonly ClaimMatch _match;
    private readonly List<Finding> _findings;
    private readonly WordKin _kin;

    private ClaimJudgement(ClaimMatch match, WordKin kin)
    {
        (_match, _kin) = (match, kin);
        _findings =
        [
            .. QuotationCheck.Find(match), .. NumberCheck.Find(match), .. DateCheck.Find(match), .. NameCheck.Find(match),
            .. RoleCheck.Find(match), .. NegationCheck.Find(match), .. OppositeCheck.Find(match), .. SpeakerCheck.Find(match),
        ];
        Measures = SupportMeasures.Of(match, _findings);
        Likelihood = SupportModel.Likelihood(Measures);
        Verdict = Decide();
    }

    /// <summary>What the support model saw.</summary>
    public SupportMeasures Measures { get; }

    /// <summary>What was compared.</summary>
    public ClaimMatch Match => _match;

    /// <summary>What the support model said, 0 to 1.</summary>
    public double Likelihood { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether the claim is a copy of a sentence or two, perhaps with edits.</summary>
    public bool IsNear => _match.IsNear;

    /// <summary>Whether the sentence that the claim is nearest to is a question.</summary>
    public bool SourceAsks => _match.Alignment.To > _match.Alignment.From && _match.Source.SupportOf(_match.Alignment.MainSentence(_match.Source)).Quote.Contains('?', StringComparison.Ordinal);

    /// <summary>What the checks found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What the marking weighs of each word.</summary>
    public MarkMeasures[] MarkMeasures() => Marking.MarkMeasures.Of(_match, _findings, _kin);

    /// <summary>Judges a match.</summary>
    public static ClaimJudgement Of(ClaimMatch match, WordKin kin) => new(match, kin);

    /// <summary>The judgement as readers get it.</summary>
    public ClaimCheck ToCheck(string claim) => new()
    {
        Claim = claim,
        Verdict = Verdict,
        Score = Math.Round(Likelihood, 4),
        Closeness = Math.Round(_match.Recall.ShareOfChosen, 4),
        IsCopy = _match.IsNear,
        Unfound = MarkModel.Marks(_match.Claim, MarkMeasures()),
        Support = Verdict == Verdict.NotFound ? [] : Support(),
        Reasons = Reasons(),
    };

    private Verdict Decide()
    {
        var recall = _match.Recall;
        if (_findings.Exists(finding => finding.Kind == FindingKind.Quotation) && (IsNear || IsSpeech()))
        {
            return Verdict.FabricatedQuote;
        }

        if (recall.ShareOfChosen < NothingFoundInChosen && recall.ShareOf(recall.Everything) < NothingFoundAnywhere)
        {
            return Verdict.NotFound;
        }

        if (_findings.Count > 0)
        {
            return SaysOtherwise() ? Verdict.Contradicted : Verdict.Partly;
        }

        return IsWhole() || (SupportModel.IsEnough(Measures, Likelihood) && !(IsShort && StandsApart())) ? Verdict.Supported : Verdict.Partly;
    }

    // A claim of few words says little beside each of them: "The mayor resigned over the tunnel" is not told by a source without "resigned".
    private bool IsWhole() => !(IsShort && UnfoundWords().Any(IsCompared)) && (TightCopy.Is(_match) || QuotedSpeech.Is(_match));

    private bool StandsApart()
    {
        var best = _match.Recall.TermsOfBest;
        return Enumerable.Range(0, _match.Claim.Words.Length).Any(at => _match.Claim.Words[at].IsContent && IsCompared(at) && (best & (UInt128.One << _match.Claim.TermOf[at])) == UInt128.Zero);
    }

    // Figures and their units were compared by value before: "5 km" stands in a source that says "5,000 metres".
    private bool IsCompared(int at)
    {
        var words = _match.Claim.Words;
        return words[at].Kind is WordKind.Plain && !(at > 0 && words[at - 1].IsFigure && Claims.Reading.Measures.IsUnit(words[at].Form));
    }

    private bool IsShort => _match.Claim.Words.Count(word => word.IsContent) <= MostWordsOfShortClaim;

    // Outside near copies, quotation marks that belong to no speaker are as often names and terms.
    private bool IsSpeech() => Array.Exists(_match.Claim.Words, word => Lexicon.Speech.Contains(word.Form) || word.Form == "according");

    // A figure or a name that is only absent contradicts nothing unless the sentence around it is the source's own.
    private bool SaysOtherwise()
    {
        var recall = _match.Recall;
        var isSameSentence = recall.BestOf[1].Recall >= SameSentence || recall.ShareOfChosen >= SameSentences;
        return isSameSentence && (_match.Alignment.MatchedShare >= SameWords || _findings.Exists(finding => finding.IsOpposed));
    }

    private List<Support> Support()
    {
        var support = new List<Support>();
        foreach (var finding in _findings)
        {
            if (finding.Place is { } place)
            {
                support.Add(_match.Source.SupportOf(_match.Source.SentenceOf[place.From]));
            }
        }

        var window = _match.Recall.Best;
        for (var sentence = window.First; sentence < window.First + window.Count; sentence++)
        {
            if (_match.Recall.TermsIn(sentence) != UInt128.Zero)
            {
                support.Add(_match.Source.SupportOf(sentence));
            }
        }

        return [.. support.Distinct()];
    }

    private IReadOnlyList<string> Reasons()
    {
        if (_findings.Count > 0)
        {
            return [.. _findings.Select(finding => finding.Reason).Distinct()];
        }

        var missing = string.Join(", ", MissingWords().Select(word => $"“{word}”"));
        return [(Verdict, missing.Length > 0) switch
        {
            (Verdict.NotFound, _) => "nothing like it was found in the source",
            (Verdict.Supported, false) => IsWhole() ? "same wording in the source" : "words found in the source",
            (Verdict.Supported, true) => "words found in the source, except " + missing,
            (_, false) => "its words stand in the source, but not together",
            _ => "not in the source: " + missing,
        }];
    }

    private IEnumerable<string> MissingWords() => UnfoundWords().Select(at => _match.ClaimText(at, at + 1));

    private IEnumerable<int> UnfoundWords()
    {
        var words = _match.Claim.Words;
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].IsContent && (_match.Recall.Everything & (UInt128.One << _match.Claim.TermOf[at])) == UInt128.Zero)
            {
                yield return at;
            }
        }
    }
}
