using NewsBot.Archive;

namespace NewsBot.Answering;

/// <summary>Whether a question was answered.</summary>
public enum AnswerOutcome
{
    /// <summary>At least one sentence with an accepted citation.</summary>
    Answered,

    /// <summary>The archive does not hold an answer; there may be leads.</summary>
    NotInArchive,
}

/// <summary>An answer: its sentences, each with citations that the verifier accepted.</summary>
public sealed record Answer
{
    /// <summary>The answer's own identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The question as asked.</summary>
    public required Question Question { get; init; }

    /// <summary>The day as of which it was answered.</summary>
    public required NewsTime AsOf { get; init; }

    /// <summary>Whether it was answered.</summary>
    public required AnswerOutcome Outcome { get; init; }

    /// <summary>The sentences, in order; none when not in the archive.</summary>
    public IReadOnlyList<AnsweredClaim> Claims { get; init; } = [];

    /// <summary>The citations, numbered from 1 in the order of their first use.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The nearest articles when nothing answers.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>What the reader should know: how the time was read, a correction, that only part was searched.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Milliseconds by stage.</summary>
    public IReadOnlyDictionary<string, double> TimingsMs { get; init; } = new Dictionary<string, double>();

    /// <summary>How many articles were searched.</summary>
    public long ArticlesSearched { get; init; }

    /// <summary>How sure it was without a model that the archive answers, 0 to 1; null where that was not what decided.</summary>
    public double? Confidence { get; init; }

    /// <summary>Tokens that a model read for it; 0 where none was asked.</summary>
    public long TokensIn { get; init; }

    /// <summary>Tokens that a model wrote for it.</summary>
    public long TokensOut { get; init; }

    /// <summary>The short answer span (a date, an amount, a name) where it is certain; a substring of the first claim's text.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>The sentences joined, each followed by its markers: "The council approved 355 million [1]."</summary>
    public string Text => string.Join(' ', Claims.Select(claim => claim.TextWithMarkers));
}

/// <summary>One sentence of an answer with the numbers of its citations.</summary>
/// <param name="Text">The sentence, without markers.</param>
/// <param name="Citations">Numbers into <see cref="Answer.Citations"/>, at least one.</param>
/// <param name="Verdict">What the verifier said of it.</param>
public sealed record AnsweredClaim(string Text, IReadOnlyList<int> Citations, Verdict Verdict)
{
    /// <summary>The sentence with its markers before the final full stop's place: "… 355 million. [1]".</summary>
    public string TextWithMarkers => Text + " " + string.Concat(Citations.Select(number => $"[{number}]"));
}

/// <summary>Where a sentence of an answer stands: a range of one article version, with the verbatim quote.</summary>
public sealed record Citation
{
    /// <summary>The citation's number in the answer, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The cited version.</summary>
    public required Article Article { get; init; }

    /// <summary>The range in the version's text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Others that published the same story.</summary>
    public IReadOnlyList<string> AlsoPublishedBy { get; init; } = [];

    /// <summary>The verbatim quote: always what stands at the range, since it is read from there.</summary>
    public string Quote => Range.Of(Article.Text);
}

/// <summary>An article that comes nearest to a question that was not answered.</summary>
/// <param name="Article">The article.</param>
public sealed record Lead(Article Article);
