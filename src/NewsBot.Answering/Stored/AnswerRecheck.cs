using NewsBot.Answering.Citations;
using NewsBot.Archive;

namespace NewsBot.Answering.Stored;

/// <summary>Whether a sentence of a kept answer still stands.</summary>
/// <param name="Claim">The sentence.</param>
/// <param name="Verdict"><see cref="Verdict.Supported"/>, <see cref="Verdict.Outdated"/> where the article has changed on this point, <see cref="Verdict.NotFound"/> where it is gone.</param>
/// <param name="Reason">Why, for a reader; empty where nothing changed.</param>
public sealed record RecheckedClaim(string Claim, Verdict Verdict, string Reason);

/// <summary>
/// Checks a kept answer against the articles as they are now: "is this answer still supported?" A cited article counts with its newest version,
/// and with the corrected re-issue that replaces it. Safe for several threads.
/// </summary>
public sealed class AnswerRecheck(IArchiveReader archive, Verifier verifier)
{
    /// <summary>Each sentence of the answer, held against the articles it cites as they are now.</summary>
    public IReadOnlyList<RecheckedClaim> Check(ArchiveName name, StoredAnswer answer) =>
        [.. answer.Claims.Select(claim => Check(name, claim, [.. answer.Citations.Where(citation => claim.Citations.Contains(citation.Number))]))];

    /// <summary>How an answer with these sentences stands, and why.</summary>
    public static (AnswerStanding Standing, string Reason) StandingOf(IReadOnlyList<RecheckedClaim> claims) =>
        claims.FirstOrDefault(claim => claim.Verdict == Verdict.NotFound) is { } gone ? (AnswerStanding.Withdrawn, gone.Reason)
        : claims.FirstOrDefault(claim => claim.Verdict != Verdict.Supported) is { } changed ? (AnswerStanding.Outdated, changed.Reason)
        : (AnswerStanding.Stands, "");

    private RecheckedClaim Check(ArchiveName name, StoredClaim claim, IReadOnlyList<StoredCitation> citations)
    {
        var current = citations.Select(citation => archive.Find(name, citation.Article)).OfType<Article>().ToList();
        if (current.Count < citations.Count)
        {
            return new RecheckedClaim(claim.Text, Verdict.NotFound, "A cited article was withdrawn from the archive.");
        }

        var articles = current.DistinctBy(article => article.Id).ToList();
        var isUnchanged = current.Zip(citations).All(pair => pair.First.Version == pair.Second.Version);
        return (isUnchanged ? null : CheckVersions(claim, articles)) is { Verdict: not Verdict.Supported } changed
            ? changed
            : CheckReissues(name, claim, articles) ?? new RecheckedClaim(claim.Text, Verdict.Supported, isUnchanged ? "" : "The article has changed since, but not on this point.");
    }

    private RecheckedClaim? CheckVersions(StoredClaim claim, IReadOnlyList<Article> current)
    {
        var check = verifier.Check(claim.Text, PreparedSource.Join([.. current.Select(verifier.Prepare)]));
        return check.Verdict == Verdict.Supported ? null : Outdated(claim, check, "The article has changed on this point");
    }

    // A re-issue may be told in other words throughout: only what it says otherwise takes a sentence back.
    private RecheckedClaim? CheckReissues(ArchiveName name, StoredClaim claim, IReadOnlyList<Article> current) => current
        .Select(article => article.Standing.SupersededBy is { } reissue ? archive.Find(name, reissue) : null)
        .OfType<Article>()
        .Select(reissue => verifier.Check(claim.Text, verifier.Prepare(reissue)))
        .Where(check => check.Verdict == Verdict.Contradicted)
        .Select(check => Outdated(claim, check, "A corrected report says otherwise"))
        .FirstOrDefault();

    private static RecheckedClaim Outdated(StoredClaim claim, ClaimCheck check, string what) =>
        new(claim.Text, Verdict.Outdated, $"{what}: {(check.Reasons.Count > 0 ? string.Join("; ", check.Reasons) : "the sentence no longer stands in it")}.");
}
