using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>What the extractive answerer chose.</summary>
public sealed record ExtractiveAnswer
{
    /// <summary>Nothing answers.</summary>
    public static ExtractiveAnswer None { get; } = new();

    /// <summary>The sentences, in the order in which they are shown; none when the evidence does not answer.</summary>
    public IReadOnlyList<ChosenSentence> Sentences { get; init; } = [];

    /// <summary>The short answer where it is certain; it stands in the first sentence.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>What the reader should know: that sources differ, or what an earlier one said.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Words by which a second search may find what the first did not; none when there is no point in one.</summary>
    public IReadOnlyList<string> SearchAlso { get; init; } = [];

    /// <summary>How sure it is that the first sentence answers, 0 to 1; null where that was not what decided.</summary>
    public double? Confidence { get; init; }
}

/// <summary>A sentence of an answer, with the sentence before it where it cannot be understood without.</summary>
/// <param name="Hit">The article it stands in.</param>
/// <param name="Range">The range in the article's text.</param>
public sealed record ChosenSentence(ArticleHit Hit, TextRange Range)
{
    /// <summary>The words as an answer shows them: verbatim, but on one line.</summary>
    public string Text => string.Join(' ', Range.Of(Hit.Article.Text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The same words without the dateline that they begin with.</summary>
    public ChosenSentence WithoutDateline() => this with { Range = Dateline.Without(Hit.Article.Text, Range) };
}
