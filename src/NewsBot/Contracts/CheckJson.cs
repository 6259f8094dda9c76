using NewsBot.Answering;
using NewsBot.Answering.Citations;

namespace NewsBot.Contracts;

/// <summary>What the API gives for a whole text.</summary>
internal sealed record CheckJson(IReadOnlyList<CheckLineJson> Claims);

/// <summary>One claim with its verdict: a line of <c>check --json</c> and <c>check --jsonl</c>.</summary>
internal sealed record CheckLineJson
{
    public required string? Id { get; init; }

    public required string Claim { get; init; }

    /// <summary>One of the verdicts' JSON names.</summary>
    public required string Verdict { get; init; }

    public required double Score { get; init; }

    public required IReadOnlyList<SupportJson> Support { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public static CheckLineJson From(string? id, ClaimCheck check) => new()
    {
        Id = id,
        Claim = check.Claim,
        Verdict = check.Verdict.JsonName(),
        Score = check.Score,
        Support = [.. check.Support.Select(support => new SupportJson(support.Article?.PublicId, support.Range.Start, support.Range.End, support.Quote))],
        Reasons = check.Reasons,
    };
}

/// <summary>A place that bears on a claim; article is null where the source was given as text.</summary>
internal sealed record SupportJson(string? Article, int Start, int End, string Quote);

/// <summary>An input line of <c>check --jsonl</c>; with a source only that text is consulted.</summary>
internal sealed record CheckRequestJson
{
    public string? Id { get; init; }

    public string? Claim { get; init; }

    public string? Source { get; init; }
}
