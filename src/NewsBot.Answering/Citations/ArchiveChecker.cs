using System.Runtime.CompilerServices;
using NewsBot.Answering.Claims;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Citations;

/// <summary>
/// Checks claims against an archive: it looks for the articles that may speak of a claim, checks the claim against each of them, and gives
/// the verdict of the one that speaks of it best, with what newer versions and later tellings say. Safe for several threads at once.
/// </summary>
public sealed class ArchiveChecker(IArchiveIndex index, IArchiveReader articles, Verifier verifier, TimeProvider time)
{
    // The article that a claim was made from is among the first five nearly always; each costs a fraction of a millisecond.
    private const int ArticlesPerClaim = 5;

    // An article that has most words of the claim must not outvote the one that has the sentence, with another figure.
    private const double WorthOfSupport = 0.1;

    // A claim was drawn from a page as it stood lately; live reports have hundreds of versions.
    private const int VersionsLookedAt = 5;

    private readonly PreparedArticles _prepared = new(verifier);
    private readonly ClaimSplitter _splitter = new();

    /// <summary>Checks every claim of a text, in order, each as soon as it is done. A text without words gives nothing.</summary>
    /// <exception cref="IndexUnavailableException">The index could not be asked.</exception>
    public async IAsyncEnumerable<ClaimCheck> CheckTextAsync(ArchiveName archive, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var claim in _splitter.Split(text).Where(claim => claim.Kind != ClaimKind.Wordless))
        {
            yield return await CheckAsync(archive, claim.Text, cancellationToken);
        }
    }

    /// <summary>Checks every claim of a text against one plain text and nothing else.</summary>
    public IEnumerable<ClaimCheck> CheckText(string text, PreparedSource source) =>
        _splitter.Split(text).Where(claim => claim.Kind != ClaimKind.Wordless).Select(claim => verifier.Check(claim, source));

    /// <summary>Checks one claim against the archive.</summary>
    /// <exception cref="IndexUnavailableException">The index could not be asked.</exception>
    public async Task<ClaimCheck> CheckAsync(ArchiveName archive, string claim, CancellationToken cancellationToken)
    {
        var hits = WithCorrected(archive, await SearchAsync(archive, claim, cancellationToken));
        var checks = hits.Select(hit => (hit, check: verifier.Check(claim, _prepared.Of(hit.Article)))).ToList();
        if (checks.Count == 0)
        {
            return verifier.Check(claim, verifier.Prepare("")) is { Verdict: Verdict.NotCheckable } uncheckable ? uncheckable : NothingFound(claim);
        }

        var best = checks.MaxBy(pair => pair.check.Closeness + (SpeaksForItself(pair.hit, pair.check) ? WorthOfSupport : 0));
        var check = verifier.Check(claim, _prepared.Of(best.hit.Article), new OtherSources { LaterTellings = LaterTellings(archive, best.hit) });
        return check.Verdict is Verdict.Contradicted or Verdict.NotFound ? OfAnEarlierVersion(archive, claim, best.hit.Article) ?? check : check;
    }

    /// <summary>
    /// Checks one claim against the article versions that it cites, and against what the archive has since: newer versions, corrected
    /// re-issues, and the article where misattributed words really stand.
    /// </summary>
    /// <param name="archive">The archive of the cited articles.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cited">The cited versions with their ranges, at least one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="IndexUnavailableException">The index could not be asked.</exception>
    public async Task<ClaimCheck> CheckCitedAsync(ArchiveName archive, string claim, IReadOnlyList<Citation> cited, CancellationToken cancellationToken)
    {
        var source = PreparedSource.Join([.. cited.Select(citation => verifier.Prepare(citation.Article, citation.Range))]);
        var others = new OtherSources
        {
            NewerVersions = [.. cited.Select(citation => NewerVersion(archive, citation.Article)).OfType<Article>().Select(_prepared.Of)],
            LaterTellings = [.. cited.Select(citation => Reissue(archive, citation.Article)).OfType<Article>().Select(_prepared.Of)],
            Withdrawal = cited.Any(citation => articles.Find(archive, citation.Article.Id) is null) ? "the archive no longer holds it" : null,
        };
        var check = verifier.Check(claim, source, others);
        if (!Verifier.MayBeMisattributed(check))
        {
            return check;
        }

        var hits = await SearchAsync(archive, claim, cancellationToken);
        var elsewhere = hits.Where(hit => cited.All(citation => citation.Article.Id != hit.Article.Id)).Select(hit => _prepared.Of(hit.Article));
        return verifier.Check(claim, source, others with { Elsewhere = [.. elsewhere] });
    }

    // What the page said before it was changed is outdated, not wrong.
    private ClaimCheck? OfAnEarlierVersion(ArchiveName archive, string claim, Article current) => Enumerable
        .Range(1, current.Version - 1)
        .Reverse()
        .Take(VersionsLookedAt)
        .Select(version => articles.Find(archive, current.Id, version))
        .OfType<Article>()
        .Select(earlier => verifier.Check(claim, _prepared.Of(earlier), new OtherSources { NewerVersions = [_prepared.Of(current)] }))
        .FirstOrDefault(check => check.Verdict == Verdict.Outdated);

    private async ValueTask<IReadOnlyList<ArticleHit>> SearchAsync(ArchiveName archive, string claim, CancellationToken cancellationToken)
    {
        var text = claim.Length <= Question.MaximumLength ? claim : claim[..Question.MaximumLength];
        var outcome = await index.SearchAsync(
            new ArchiveQuery { Archive = archive, Text = text, AsOf = time.GetUtcNow(), Limit = ArticlesPerClaim, PassagesPerArticle = 1 },
            cancellationToken);
        return outcome.Hits;
    }

    /// <summary>
    /// The hits with what they corrected: a story is found once, by its correction, but a claim drawn from the uncorrected telling is outdated, not invented.
    /// </summary>
    private List<ArticleHit> WithCorrected(ArchiveName archive, IReadOnlyList<ArticleHit> hits) =>
    [
        .. hits,
        .. hits.SelectMany(hit => articles.FindMany(archive, [.. hit.Also.Take(ArticlesPerClaim)])
            .Where(other => other.Standing.SupersededBy == hit.Article.Id)
            .Select(other => new ArticleHit(other, hit.Score, [], [hit.Article.Id]))),
    ];

    private static bool SpeaksForItself(ArticleHit hit, ClaimCheck check) =>
        check.Verdict == Verdict.Supported || (hit.Article.Standing.SupersededBy is not null && check.Verdict == Verdict.Partly);

    private IReadOnlyList<PreparedSource> LaterTellings(ArchiveName archive, ArticleHit hit)
    {
        var others = articles.FindMany(archive, hit.Also).Where(other => IsLater(other, hit.Article));
        return [.. new[] { Reissue(archive, hit.Article) }.OfType<Article>().Concat(others).DistinctBy(article => article.Id).Select(_prepared.Of)];
    }

    private Article? NewerVersion(ArchiveName archive, Article cited) =>
        articles.Find(archive, cited.Id) is { } current && current.Version > cited.Version ? current : null;

    private Article? Reissue(ArchiveName archive, Article article) =>
        article.Standing.SupersededBy is { } reissue ? articles.Find(archive, reissue) : null;

    private static bool IsLater(Article one, Article other) =>
        one.Published is { } first && other.Published is { } second && first.Instant > second.Instant;

    private static ClaimCheck NothingFound(string claim) => new()
    {
        Claim = claim,
        Verdict = Verdict.NotFound,
        Score = 0,
        Reasons = ["the archive has no article about it"],
    };
}
