using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>A claim beside a source: where its words stand there, and what stands instead of what.</summary>
internal sealed class ClaimMatch
{
    // From here on the sentence is the same sentence with edits, so that a difference is an edit and not another way to say it.
    private const double NearRecallOfOne = 0.6;
    private const double NearRecallOfTwo = 0.75;

    /// <summary>Compares a claim with a source.</summary>
    public ClaimMatch(ClaimReading claim, PreparedSource source)
    {
        Claim = claim;
        Source = source;
        Recall = new SentenceRecall(claim, source);
        Alignment = Alignment.Of(claim, source, Recall.Closest);
        Gaps = Alignment.Gaps(source);
        Runs = CopiedRuns.Of(claim, source);
        IsNear = Recall.BestOf[1].Recall >= NearRecallOfOne || Recall.BestOf[2].Recall >= NearRecallOfTwo;
    }

    /// <summary>The claim.</summary>
    public ClaimReading Claim { get; }

    /// <summary>The source.</summary>
    public PreparedSource Source { get; }

    /// <summary>Where the claim's words stand.</summary>
    public SentenceRecall Recall { get; }

    /// <summary>The claim aligned with the best window.</summary>
    public Alignment Alignment { get; }

    /// <summary>What stands instead of what there.</summary>
    public IReadOnlyList<AlignmentGap> Gaps { get; }

    /// <summary>What was copied in pieces.</summary>
    public CopiedRuns Runs { get; }

    /// <summary>Whether the claim is a copy of a sentence or two, perhaps with edits.</summary>
    public bool IsNear { get; }

    /// <summary>Whether a word of the claim, or its number, stands anywhere in the source.</summary>
    public bool IsInSource(Word word) => Source.Has(word.Stem);

    /// <summary>The words of a gap of the claim as they stand there.</summary>
    public string ClaimText(int from, int to) => Claim.Reading.TextOf(from, to);
}

/// <summary>Which check a claim failed.</summary>
internal enum FindingKind
{
    /// <summary>A number is another one or is not there.</summary>
    Number,

    /// <summary>A date is another one or is not there.</summary>
    Date,

    /// <summary>A name is another one or is not there.</summary>
    Name,

    /// <summary>Two names stand in each other's place.</summary>
    Roles,

    /// <summary>One says so, the other says not.</summary>
    Negation,

    /// <summary>A word stands for its opposite.</summary>
    Opposite,

    /// <summary>Words are given to another speaker.</summary>
    Speaker,

    /// <summary>Words in quotation marks are not the source's.</summary>
    Quotation,
}

/// <summary>What a check found.</summary>
/// <param name="Kind">Which check.</param>
/// <param name="Reason">What a reader is told.</param>
/// <param name="IsOpposed">Whether the source says something else in that place, rather than nothing.</param>
/// <param name="Claimed">The words of the claim that it is about.</param>
/// <param name="Place">The words of the source that say so, or null.</param>
internal sealed record Finding(FindingKind Kind, string Reason, bool IsOpposed, (int From, int To) Claimed, (int From, int To)? Place);
