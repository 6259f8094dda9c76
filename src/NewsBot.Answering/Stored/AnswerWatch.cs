using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Answering.Stored;

/// <summary>
/// Follows an archive's log and checks again every kept answer that cites an article which was corrected, re-issued or withdrawn; those that no
/// longer stand are marked, and so are the places where they were posted. How far the log was followed is kept, so nothing is missed over a
/// restart. Used by one caller at a time.
/// </summary>
public sealed class AnswerWatch(ArchiveStore store, IAnswerStore answers, AnswerRecheck recheck, TimeProvider time)
{
    /// <summary>Looks at what changed since the last look; the number of answers whose standing is another than before.</summary>
    /// <exception cref="ArchiveUnavailableException">The marks could not be written; the next look begins where this one began.</exception>
    public int Look(ArchiveName archive)
    {
        var (seen, last) = (Seen(archive), store.LastSequence(archive));
        if (seen == last)
        {
            return 0;
        }

        var changed = store.Answers.CitingChangesAfter(archive, seen).Count(answer => Recheck(archive, answer));
        store.SaveSetting(SettingOf(archive), last.ToString(CultureInfo.InvariantCulture));
        return changed;
    }

    private bool Recheck(ArchiveName archive, Guid id)
    {
        if (answers.Find(archive, id) is not { } answer)
        {
            return MarkAsGone(archive, id);
        }

        var (standing, reason) = AnswerRecheck.StandingOf(recheck.Check(archive, answer));
        if (standing == (answer.Mark?.Standing ?? AnswerStanding.Stands))
        {
            return false;
        }

        answers.Save(archive, answer with { Mark = new StoredMark(time.GetUtcNow(), standing, reason) });
        store.Answers.Mark(archive, id, standing, reason);
        return true;
    }

    // The words of an answer go with a withdrawn article; the places where it was posted must still learn of it.
    private bool MarkAsGone(ArchiveName archive, Guid id)
    {
        var isWithdrawn = store.Answers.WithdrawnSourcesOf(archive, id).Count > 0;
        if (isWithdrawn)
        {
            store.Answers.Mark(archive, id, AnswerStanding.Withdrawn, "A cited article was withdrawn from the archive.");
        }

        return isWithdrawn;
    }

    private long Seen(ArchiveName archive) =>
        store.FindSetting(SettingOf(archive)) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : 0;

    private static string SettingOf(ArchiveName archive) => $"answers.rechecked.{archive}";
}
