using NewsBot.Answering;

namespace NewsBot.Contracts;

/// <summary>An answer as <c>ask --json</c> and the API give it.</summary>
internal sealed record AnswerJson
{
    public required string Id { get; init; }

    public required string Question { get; init; }

    public required string AsOf { get; init; }

    /// <summary><c>answered</c> or <c>not_in_archive</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The sentences, each with its markers such as [1]; empty when not in the archive.</summary>
    public required string Answer { get; init; }

    /// <summary>The span of the first sentence that is the answer in short, or null.</summary>
    public required string? ShortAnswer { get; init; }

    public required IReadOnlyList<ClaimJson> Claims { get; init; }

    public required IReadOnlyList<CitationJson> Citations { get; init; }

    public required IReadOnlyList<LeadJson> Leads { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyDictionary<string, double> TimingsMs { get; init; }

    public static AnswerJson From(Answer answer, string? id = null) => new()
    {
        Id = id ?? answer.Id.ToString(),
        Question = answer.Question.Text,
        AsOf = answer.AsOf.ToString(),
        Outcome = answer.Outcome == AnswerOutcome.Answered ? "answered" : "not_in_archive",
        Answer = answer.Text,
        ShortAnswer = answer.ShortAnswer,
        Claims = [.. answer.Claims.Select(claim => new ClaimJson(claim.Text, claim.Citations, claim.Verdict.JsonName()))],
        Citations = [.. answer.Citations.Select(CitationJson.From)],
        Leads = [.. answer.Leads.Select(lead => new LeadJson(lead.Article.PublicId, lead.Article.Title, lead.Article.Url))],
        Notes = [.. answer.Notes, .. AnswerCorrections.Of(answer)],
        TimingsMs = answer.TimingsMs,
    };
}

/// <summary>A sentence of an answer.</summary>
internal sealed record ClaimJson(string Text, IReadOnlyList<int> Citations, string Verdict);

/// <summary>A citation; start and end are UTF-16 code units of that version's text, the end exclusive.</summary>
internal sealed record CitationJson
{
    public required int Number { get; init; }

    public required string Article { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string? Url { get; init; }

    public required string? Source { get; init; }

    public required string? Published { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Quote { get; init; }

    public required IReadOnlyList<string> AlsoPublishedBy { get; init; }

    public static CitationJson From(Citation citation) => new()
    {
        Number = citation.Number,
        Article = citation.Article.PublicId,
        Version = citation.Article.Version,
        Title = citation.Article.Title,
        Url = citation.Article.Url,
        Source = citation.Article.Source,
        Published = citation.Article.Published?.ToString(),
        Start = citation.Range.Start,
        End = citation.Range.End,
        Quote = citation.Quote,
        AlsoPublishedBy = citation.AlsoPublishedBy,
    };
}

/// <summary>An article near a question that was not answered.</summary>
internal sealed record LeadJson(string Article, string Title, string? Url);

/// <summary>A line of a batch that could not be processed.</summary>
internal sealed record FailedLineJson(string? Id, string Failed);

/// <summary>A question of a batch.</summary>
internal sealed record QuestionLineJson
{
    public string? Id { get; init; }

    public string? Question { get; init; }

    public string? AsOf { get; init; }
}
