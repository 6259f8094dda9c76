using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>A sentence of the evidence, as a candidate for the answer.</summary>
public sealed record EvidenceSentence
{
    /// <summary>The article it stands in.</summary>
    public required ArticleHit Hit { get; init; }

    /// <summary>The article's place among the hits, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>The sentence's range in the article's text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Its words.</summary>
    public required IReadOnlyList<Word> Words { get; init; }

    /// <summary>How well it answers; comparable inside one question only.</summary>
    public double Score { get; init; }

    /// <summary>The share of the question's weight whose terms it holds, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>The sentence itself, verbatim.</summary>
    public string Text => Range.Of(Hit.Article.Text);
}
