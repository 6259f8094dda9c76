using System.Collections.Concurrent;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Ranking;

/// <summary>The day of each archive's newest article, counted anew only when the archive has changed. Safe for several threads.</summary>
internal sealed class NewestDay(IArchiveReader store)
{
    private readonly ConcurrentDictionary<ArchiveName, (long Sequence, DateOnly? Day)> known = new();

    /// <summary>The day; null where no article has one.</summary>
    public DateOnly? Of(ArchiveName archive)
    {
        var sequence = store.LastSequence(archive);
        if (!known.TryGetValue(archive, out var day) || day.Sequence != sequence)
        {
            known[archive] = day = (sequence, store.NewestPublished(archive)?.Day);
        }

        return day.Day;
    }
}
