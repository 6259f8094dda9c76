using System.Globalization;
using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>
/// Whether a given answer still stands: <c>stands</c>, <c>outdated</c> or <c>withdrawn</c>, and a verdict for each of its sentences. Question and
/// sentences of an answer that went with a withdrawn article are not kept: then the question is null and there are no claims.
/// </summary>
internal sealed record AnswerCheckJson(Guid Id, string? Question, string Standing, string? Reason, IReadOnlyList<CheckLineJson> Claims)
{
    /// <summary>An answer whose sentences were checked again.</summary>
    public static AnswerCheckJson From(IArchiveReader articles, ArchiveName archive, StoredAnswer answer, IReadOnlyList<RecheckedClaim> claims)
    {
        var (standing, reason) = AnswerRecheck.StandingOf(claims);
        return new AnswerCheckJson(answer.Id, answer.Question, NameOf(standing), reason.Length > 0 ? reason : null, [.. LinesOf(articles, archive, answer, claims)]);
    }

    /// <summary>An answer whose words went with an article that it cited.</summary>
    public static AnswerCheckJson Withdrawn(Guid id) =>
        new(id, null, NameOf(AnswerStanding.Withdrawn), "A cited article was withdrawn from the archive.", []);

    /// <summary>A line for each sentence, with the places that it cites in the versions that it was drawn from.</summary>
    public static IEnumerable<CheckLineJson> LinesOf(IArchiveReader articles, ArchiveName archive, StoredAnswer answer, IReadOnlyList<RecheckedClaim> claims) =>
        claims.Select((claim, i) => new CheckLineJson
        {
            Id = (i + 1).ToString(CultureInfo.InvariantCulture),
            Claim = claim.Claim,
            Verdict = claim.Verdict.JsonName(),
            Score = claim.Verdict == Verdict.Supported ? 1 : 0,
            Support =
            [
                .. from citation in answer.Citations
                   where answer.Claims[i].Citations.Contains(citation.Number)
                   select new SupportJson(articles.Find(archive, citation.Article)?.PublicId, citation.Start, citation.End, citation.Quote),
            ],
            Reasons = claim.Reason.Length > 0 ? [claim.Reason] : [],
        });

    private static string NameOf(AnswerStanding standing) => standing switch
    {
        AnswerStanding.Stands => "stands",
        AnswerStanding.Outdated => "outdated",
        AnswerStanding.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };
}
