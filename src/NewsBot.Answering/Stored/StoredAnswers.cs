namespace NewsBot.Answering.Stored;

/// <summary>Makes the kept form of answers.</summary>
internal static class StoredAnswers
{
    /// <summary>The kept form of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="searched">What was searched for it.</param>
    /// <param name="provenance">The model and the version of its prompt, or null for an extractive answer.</param>
    /// <param name="at">When it was given.</param>
    public static StoredAnswer From(Answer answer, SearchedQuestion searched, (string Model, string PromptVersion)? provenance, DateTimeOffset at) => new()
    {
        Id = answer.Id,
        At = at,
        Question = answer.Question.Text,
        Searched = searched.Query.Text,
        AsOf = answer.AsOf.ToString(),
        Answered = answer.Outcome == AnswerOutcome.Answered,
        Claims = [.. answer.Claims.Select(claim => new StoredClaim(claim.Text, claim.Citations, claim.Verdict.JsonName()))],
        Citations =
        [
            .. answer.Citations.Select(citation =>
                new StoredCitation(citation.Number, citation.Article.Id, citation.Article.Version, citation.Range.Start, citation.Range.End, citation.Quote)),
        ],
        Evidence = [.. searched.Found.Hits.Select(hit => new StoredEvidence(hit.Article.Id, hit.Article.Version))],
        Model = provenance?.Model,
        PromptVersion = provenance?.PromptVersion,
    };
}
