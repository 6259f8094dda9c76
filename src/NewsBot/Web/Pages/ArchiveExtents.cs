using System.Collections.Concurrent;
using NewsBot.Archive;

namespace NewsBot.Web.Pages;

/// <summary>
/// What each archive holds, counted again only after it has changed: counting 20,000 articles takes some ten milliseconds, asking for the
/// position of the last change next to nothing.
/// </summary>
internal sealed class ArchiveExtents(IArchiveReader archives)
{
    private static readonly ArchiveStatistics Nothing = new(0, 0, 0, 0, Oldest: null, Newest: null);

    private readonly ConcurrentDictionary<ArchiveName, (long Sequence, ArchiveStatistics Statistics)> _counted = new();

    /// <summary>The figures of an archive; those of an empty one where it does not exist yet.</summary>
    public ArchiveStatistics Of(ArchiveName archive)
    {
        var sequence = archives.LastSequence(archive);
        if (sequence == 0)
        {
            return Nothing;
        }

        var known = _counted.GetValueOrDefault(archive);
        if (known.Sequence == sequence)
        {
            return known.Statistics;
        }

        var statistics = archives.Statistics(archive);
        _counted[archive] = (sequence, statistics);
        return statistics;
    }
}
