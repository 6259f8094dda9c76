using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Contracts;

namespace NewsBot.Web.Asking;

/// <summary>
/// Answers that were given on the pages, so that a link shows exactly what was answered: the same sentences and quotes, from the same
/// versions. When an article is removed the store removes the answers that cite it.
/// </summary>
internal sealed partial class StoredAnswers(ArchiveStore store, TimeProvider clock, ILogger<StoredAnswers> log)
{
    /// <summary>Keeps an answer; on a full or read-only disk it is given all the same, only without a link. True when it was kept.</summary>
    public bool TryKeep(Answer answer)
    {
        if (answer.Outcome != AnswerOutcome.Answered)
        {
            return false;
        }

        try
        {
            var json = JsonSerializer.Serialize(AnswerJson.From(answer), ContractJson.Default.AnswerJson);
            store.SaveAnswer(answer.Id, answer.Question.Archive, clock.GetUtcNow(), json);
            return true;
        }
        catch (ArchiveUnavailableException unavailable)
        {
            LogNotKept(unavailable, answer.Id);
            return false;
        }
    }

    /// <summary>The answer as it was given, or null where there is none or one of its articles is no longer there.</summary>
    public Answer? Find(ArchiveName archive, Guid id)
    {
        if (store.FindAnswer(archive, id) is not { } text
            || JsonSerializer.Deserialize(text, ContractJson.Default.AnswerJson) is not { } kept
            || !NewsTime.TryParse(kept.AsOf, out var asOf))
        {
            return null;
        }

        var citations = kept.Citations.Select(citation => Restore(archive, citation)).ToList();
        return citations.Contains(null) ? null : new Answer
        {
            Id = id,
            Question = new Question { Archive = archive, Text = kept.Question, AsOf = asOf },
            AsOf = asOf,
            Outcome = AnswerOutcome.Answered,
            Claims = [.. kept.Claims.Select(claim => new AnsweredClaim(claim.Text, claim.Citations, VerdictNamed(claim.Verdict)))],
            Citations = [.. citations.OfType<Citation>()],
            Notes = kept.Notes,
            ShortAnswer = kept.ShortAnswer,
        };
    }

    private Citation? Restore(ArchiveName archive, CitationJson kept)
    {
        var version = store.Find(archive, kept.Article) is { } current ? store.Find(archive, current.Id, kept.Version) : null;
        return version is null || kept.End > version.Text.Length ? null : new Citation
        {
            Number = kept.Number,
            Article = version,
            Range = new TextRange(kept.Start, kept.End),
            AlsoPublishedBy = kept.AlsoPublishedBy,
        };
    }

    private static Verdict VerdictNamed(string name) => Enum.GetValues<Verdict>().Single(verdict => verdict.JsonName() == name);

    [LoggerMessage(5003, LogLevel.Warning, "The answer {Id} was given but could not be kept, so it has no link")]
    private partial void LogNotKept(ArchiveUnavailableException unavailable, Guid id);
}
