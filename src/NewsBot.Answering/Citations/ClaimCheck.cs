using NewsBot.Answering.Generative;
using NewsBot.Archive;

namespace NewsBot.Answering.Citations;

/// <summary>What checking one claim gave.</summary>
public sealed record ClaimCheck
{
    /// <summary>The claim as it stood in the text.</summary>
    public required string Claim { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How well the words of the claim stand in the source, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>
    /// What the source does not have, or has otherwise: runs of words, function words and all, as ranges of the claim in order. A mark for the eye, right
    /// in about six words of ten; the verdict does not rest on it.
    /// </summary>
    public IReadOnlyList<TextRange> Unfound { get; init; } = [];

    /// <summary>How much of the claim's words stands in the best sentences of the source, 0 to 1, whatever the checks found.</summary>
    public double Closeness { get; init; }

    /// <summary>Whether the claim is a copy of a sentence or two of the source, perhaps with edits; else its words were found apart.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Where, best first; for a contradiction the place that says otherwise.</summary>
    public IReadOnlyList<Support> Support { get; init; } = [];

    /// <summary>Reasons that a reader understands: "the article says 14, not 40".</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What a model thinks of the claim, where it was asked and its opinion counts; it stands among the reasons in words.</summary>
    public Opinion? Opinion { get; init; }
}

/// <summary>A place in a source.</summary>
/// <param name="Article">The article, or null when the source was given as plain text.</param>
/// <param name="Range">The range in the article's text, or in the source as given.</param>
/// <param name="Quote">What stands there.</param>
public sealed record Support(Article? Article, TextRange Range, string Quote);
