using NewsBot.Answering.Citations;
using NewsBot.Archive;

namespace NewsBot.Answering.Stored;

/// <summary>Whether a sentence of a kept answer still stands.</summary>
/// <param name="Claim">The sentence.</param>
/// <param name="Verdict"><see cref="Verdict.Supported"/>, <see cref="Verdict.Outdated"/> where the article has changed on this point, <see cref="Verdict.NotFound"/> where it is gone.</param>
/// <param name="Reason">Why, for a reader; empty where nothing changed.</param>
public sealed record RecheckedClaim(string Claim, Verdict Verdict, string Reason);

/// <summary>Checks a kept answer against the articles as they are now. Safe for several threads.</summary>
public sealed class AnswerRecheck(IArchiveReader archive, Verifier verifier)
{
    /// <summary>Each sentence of the answer, held against the current versions of the articles it cites.</summary>
    public IReadOnlyList<RecheckedClaim> Check(ArchiveName name, StoredAnswer answer) =>
        [.. answer.Claims.Select(claim => Check(name, claim, [.. answer.Citations.Where(citation => claim.Citations.Contains(citation.Number))]))];

    private RecheckedClaim Check(ArchiveName name, StoredClaim claim, IReadOnlyList<StoredCitation> citations)
    {
        var current = citations.Select(citation => archive.Find(name, citation.Article)).OfType<Article>().ToList();
        if (current.Count < citations.Count)
        {
            return new RecheckedClaim(claim.Text, Verdict.NotFound, "A cited article was withdrawn from the archive.");
        }

        if (current.Zip(citations).All(pair => pair.First.Version == pair.Second.Version))
        {
            return new RecheckedClaim(claim.Text, Verdict.Supported, "");
        }

        var check = verifier.Check(claim.Text, PreparedSource.Join([.. current.DistinctBy(article => article.Id).Select(verifier.Prepare)]));
        return check.Verdict == Verdict.Supported
            ? new RecheckedClaim(claim.Text, Verdict.Supported, "The article has changed since, but not on this point.")
            : new RecheckedClaim(claim.Text, Verdict.Outdated, $"The article has changed on this point: {(check.Reasons.Count > 0 ? string.Join("; ", check.Reasons) : "the sentence no longer stands in it")}.");
    }
}
