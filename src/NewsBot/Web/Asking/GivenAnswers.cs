using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;

namespace NewsBot.Web.Asking;

/// <summary>An answer that was given.</summary>
/// <param name="Kept">What is kept of it.</param>
/// <param name="Shown">The same as it is shown, with the cited versions.</param>
internal sealed record GivenAnswer(StoredAnswer Kept, Answer Shown);

/// <summary>
/// Answers that were given earlier, so that a link shows exactly what was answered: the same sentences and quotes, from the same versions.
/// The answerer keeps them; when an article is removed the store removes the answers that cite it.
/// </summary>
internal sealed class GivenAnswers(IAnswerStore answers, IArchiveReader articles)
{
    /// <summary>The answer as it was given, or null where there is none, it found nothing, or one of its articles is no longer there.</summary>
    public GivenAnswer? Find(ArchiveName archive, Guid id)
    {
        if (answers.Find(archive, id) is not { Answered: true } kept || !NewsTime.TryParse(kept.AsOf, out var asOf))
        {
            return null;
        }

        var citations = kept.Citations.Select(citation => Restore(archive, citation)).ToList();
        return citations.Contains(null) ? null : new GivenAnswer(kept, new Answer
        {
            Id = id,
            Question = new Question { Archive = archive, Text = kept.Question, AsOf = asOf },
            AsOf = asOf,
            Outcome = AnswerOutcome.Answered,
            Claims = [.. kept.Claims.Select(claim => new AnsweredClaim(claim.Text, claim.Citations, VerdictNamed(claim.Verdict)))],
            Citations = [.. citations.OfType<Citation>()],
        });
    }

    private Citation? Restore(ArchiveName archive, StoredCitation kept) =>
        articles.Find(archive, kept.Article, kept.Version) is { } version && kept.End <= version.Text.Length
            ? new Citation { Number = kept.Number, Article = version, Range = new TextRange(kept.Start, kept.End) }
            : null;

    private static Verdict VerdictNamed(string name) => Enum.GetValues<Verdict>().Single(verdict => verdict.JsonName() == name);
}
