using System.Diagnostics.Metrics;
using NewsBot.Archive;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Observing;

/// <summary>How much every archive holds, read from the store when somebody looks, and no longer once the host stops.</summary>
internal sealed class ArchiveFigures : IDisposable
{
    private readonly Lock _reading = new();
    private readonly IArchiveReader _archives;
    private readonly ArchiveExtents _extents;
    private bool _hasStopped;

    /// <summary>Creates the instruments.</summary>
    public ArchiveFigures(IMeterFactory meters, IArchiveReader archives, ArchiveExtents extents)
    {
        _archives = archives;
        _extents = extents;
        var meter = meters.Create(QuestionFigures.Name);
        meter.CreateObservableGauge("newsbot.articles", () => Each(archive => archive.Articles), description: "Articles by archive.");
        meter.CreateObservableGauge("newsbot.passages", () => Each(archive => archive.Passages), description: "Passages by archive.");
    }

    /// <summary>Waits for a reading under way; the store may be closed afterwards.</summary>
    public void Dispose()
    {
        lock (_reading)
        {
            _hasStopped = true;
        }
    }

    private IReadOnlyList<Measurement<long>> Each(Func<ArchiveStatistics, long> value)
    {
        lock (_reading)
        {
            return _hasStopped ? [] :
            [
                .. _archives.Archives().Select(archive => new Measurement<long>(
                    value(_extents.Of(archive)), new KeyValuePair<string, object?>("archive", archive.Value))),
            ];
        }
    }
}
