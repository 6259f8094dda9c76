using NewsBot.Archive;

namespace NewsBot.Retrieval;

/// <summary>What a search found.</summary>
public sealed record SearchOutcome
{
    /// <summary>The articles, best first; each article once, each cluster once.</summary>
    public required IReadOnlyList<ArticleHit> Hits { get; init; }

    /// <summary>How likely it is, from retrieval alone, that the archive answers at all: 0 to 1 (retrieval.md, section 4).</summary>
    public required double Answerability { get; init; }

    /// <summary>What <see cref="Answerability"/> was drawn from, to fit it anew.</summary>
    internal IReadOnlyList<double> Signals { get; init; } = [];

    /// <summary>How the question was read: its terms, its names, its time.</summary>
    public required QuestionReading Reading { get; init; }

    /// <summary>How many articles were searched.</summary>
    public required long ArticlesSearched { get; init; }

    /// <summary>
    /// What was searched, in a sentence or two, for people whose question was not answered: "Nothing about “toll” was found since 1 January 2024 …".
    /// Empty where the question holds no words.
    /// </summary>
    public string WhatWasSearched { get; init; } = "";

    /// <summary>What people should know of the search: "taken as March 2025", "only part of the archive was searched".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One article that was found.</summary>
/// <param name="Article">The version that was searched.</param>
/// <param name="Score">Its score, comparable inside one outcome only.</param>
/// <param name="Evidence">Its best passages, best first.</param>
/// <param name="Also">Identities of other articles of the same cluster.</param>
/// <param name="Explanation">Why it stands where it stands, when asked for.</param>
public sealed record ArticleHit(
    Article Article,
    double Score,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Guid> Also,
    HitExplanation? Explanation = null);

/// <summary>A passage found for a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Its lexical score inside its article.</param>
public sealed record Evidence(Passage Passage, double Score);

/// <summary>What made the rank of one hit.</summary>
/// <param name="Terms">Each term with its share of the lexical score.</param>
/// <param name="Lexical">The lexical score.</param>
/// <param name="Dense">The cosine of question and article, where a generator is configured.</param>
/// <param name="TimeFactor">The factor of the time prior.</param>
public sealed record HitExplanation(IReadOnlyDictionary<string, double> Terms, double Lexical, double? Dense, double TimeFactor)
{
    /// <summary>How well the article fits before time counts: the lexical score, or that of words and meaning together.</summary>
    public double Relevance { get; init; } = Lexical;

    /// <summary>How likely the best passage answers, 0 to 1, where a reranker is configured and has read it.</summary>
    public double? Reranked { get; init; }

    /// <summary>Whether the article shown stands in for another of its story (the corrected re-issue, the original), whose rank it takes.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>What the best passage added to the lexical score.</summary>
    public double Passage { get; init; }

    /// <summary>The factor for phrases that the article holds word for word.</summary>
    public double PhraseFactor { get; init; } = 1;
}

/// <summary>How a question was read.</summary>
public sealed record QuestionReading
{
    /// <summary>The content terms after analysis, in order, each once.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Of these, the terms that occur in no article of the archive.</summary>
    public IReadOnlyList<string> UnknownTerms { get; init; } = [];

    /// <summary>Phrases that stood in quotation marks.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>The days that the question is about, if it says so.</summary>
    public DateRange? Time { get; init; }

    /// <summary>What kind of moment is asked for.</summary>
    public TimeFocus Focus { get; init; } = TimeFocus.None;

    /// <summary>Whether it asks for whatever was reported in a time and names no topic: "What happened on 10 January 2025?", "What's new?"</summary>
    public bool AsksWhatHappened { get; init; }
}

/// <summary>Days from first to last, both included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, not before the first.</param>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether a day lies inside.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>What kind of moment a question asks for.</summary>
public enum TimeFocus
{
    /// <summary>None in particular: the gentle prior.</summary>
    None,

    /// <summary>The latest state: "now", "latest", "current".</summary>
    Latest,

    /// <summary>The beginning: "first", "origin", "history of": no prior.</summary>
    Origin,

    /// <summary>A stated time: see <see cref="QuestionReading.Time"/>.</summary>
    Stated,
}
