using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Claims;
using NewsBot.Archive;
using NewsBot.Discord.Rendering;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Checking;

/// <summary>
/// Checks somebody's text against an archive: claim by claim, each against the articles that the index finds for it. Safe for several
/// threads at once.
/// </summary>
public sealed class MessageChecker(IArchiveIndex index, Verifier verifier, TimeProvider time)
{
    /// <summary>More claims than this are not checked; a message rarely has more, and none of them would fit into the reply.</summary>
    public const int MostClaims = 10;

    private const int ArticlesPerClaim = 5;

    private readonly ClaimSplitter _splitter = new();

    /// <summary>The claims of a text with their verdicts, in order.</summary>
    public async Task<IReadOnlyList<NumberedCheck>> CheckAsync(ArchiveName archive, string text, CancellationToken cancellationToken)
    {
        var checks = new List<NumberedCheck>();
        foreach (var claim in _splitter.Split(text).Where(claim => claim.Kind == ClaimKind.Statement).Take(MostClaims))
        {
            checks.Add(new NumberedCheck([], await CheckAsync(archive, claim, cancellationToken)));
        }

        return checks;
    }

    private async Task<ClaimCheck> CheckAsync(ArchiveName archive, Claim claim, CancellationToken cancellationToken)
    {
        var found = await index.SearchAsync(
            new ArchiveQuery { Archive = archive, Text = claim.Text, AsOf = time.GetUtcNow(), Limit = ArticlesPerClaim, PassagesPerArticle = 1 },
            cancellationToken);
        var checks = found.Hits.Select(hit => verifier.Check(claim, verifier.Prepare(hit.Article))).ToList();
        return checks.MaxBy(check => (check.Verdict == Verdict.Supported ? 1 : 0, check.Score))
            ?? new ClaimCheck { Claim = claim.Text, Verdict = Verdict.NotFound, Score = 0 };
    }
}
