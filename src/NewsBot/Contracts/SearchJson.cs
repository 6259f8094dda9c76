using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Contracts;

/// <summary>What <c>search --json</c> prints.</summary>
internal sealed record SearchJson(IReadOnlyList<SearchResultJson> Results);

/// <summary>A line of <c>search --jsonl</c>.</summary>
internal sealed record SearchLineJson(string Id, IReadOnlyList<SearchResultJson> Results);

/// <summary>An article that was found, with its best passage; start and end are UTF-16 code units of the current version's text.</summary>
internal sealed record SearchResultJson
{
    private const int LongestSnippet = 300;

    public required string Article { get; init; }

    public required string Title { get; init; }

    public required string? Url { get; init; }

    public required string? Published { get; init; }

    public required double Score { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Snippet { get; init; }

    public required IReadOnlyList<string> Also { get; init; }

    public required ExplanationJson? Explanation { get; init; }

    public static SearchResultJson From(ArticleHit hit, IReadOnlyList<string> also)
    {
        var range = BestPassage(hit);
        return new SearchResultJson
        {
            Article = hit.Article.PublicId,
            Title = hit.Article.Title,
            Url = hit.Article.Url,
            Published = hit.Article.Published?.ToString(),
            Score = hit.Score,
            Start = range.Start,
            End = range.End,
            Snippet = SnippetOf(hit),
            Also = also,
            Explanation = hit.Explanation is { } why ? ExplanationJson.From(why) : null,
        };
    }

    /// <summary>The beginning of the best passage, ending at a word.</summary>
    public static string SnippetOf(ArticleHit hit)
    {
        var text = BestPassage(hit).Of(hit.Article.Text);
        if (text.Length <= LongestSnippet)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestSnippet);
        return text[..(end > 0 ? end : LongestSnippet)] + "…";
    }

    private static TextRange BestPassage(ArticleHit hit) => hit.Evidence.Count > 0 ? hit.Evidence[0].Passage.Range : new TextRange(0, 0);
}

/// <summary>What made the rank of a result.</summary>
internal sealed record ExplanationJson
{
    public required IReadOnlyDictionary<string, double> Terms { get; init; }

    public required double Lexical { get; init; }

    public required double? Dense { get; init; }

    public required double Relevance { get; init; }

    public required double Passage { get; init; }

    public required double TimeFactor { get; init; }

    public required double PhraseFactor { get; init; }

    public required bool IsStandIn { get; init; }

    /// <summary>The score is (relevance + passage) · time_factor · phrase_factor; without a model, relevance is lexical.</summary>
    public static ExplanationJson From(HitExplanation why) => new()
    {
        Terms = why.Terms,
        Lexical = why.Lexical,
        Dense = why.Dense,
        Relevance = why.Relevance,
        Passage = why.Passage,
        TimeFactor = why.TimeFactor,
        PhraseFactor = why.PhraseFactor,
        IsStandIn = why.IsStandIn,
    };
}
