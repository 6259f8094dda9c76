using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>A sentence of the evidence, as a candidate for the answer.</summary>
public sealed class EvidenceSentence
{
    private TermMatches? matches;

    /// <summary>The article it stands in.</summary>
    public required ReadArticle Article { get; init; }

    /// <summary>The sentence's range in the article's text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Its words.</summary>
    public required IReadOnlyList<Word> Words { get; init; }

    /// <summary>The sentence before it, where that was read too.</summary>
    public EvidenceSentence? Previous => Ordinal > 0 ? Article.Sentences[Ordinal - 1] : null;

    /// <summary>The sentence after it, where that was read too.</summary>
    public EvidenceSentence? Next => Ordinal + 1 < Article.Sentences.Count ? Article.Sentences[Ordinal + 1] : null;

    /// <summary>Its place among the sentences read of its article, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Which terms of the question it holds. Evidence is read for one question, so the first answer is kept.</summary>
    public TermMatches MatchesOf(WeighedQuestion question) => matches ??= question.MatchesIn(Words);

    /// <summary>Which terms a reader of the sentence has before the eyes: in the headline, the sentence before, the sentence and the one after.</summary>
    public bool[] HeldNear(WeighedQuestion question)
    {
        var held = new bool[question.Count];
        MatchesOf(question).AddTo(held);
        Article.TitleMatchesOf(question).AddTo(held);
        Previous?.MatchesOf(question).AddTo(held);
        Next?.MatchesOf(question).AddTo(held);
        Article.AddDateTo(question, held);
        return held;
    }

    /// <summary>The sentence itself, verbatim.</summary>
    public string Text => Range.Of(Article.Hit.Article.Text);
}
