using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Observing;

/// <summary>
/// How much every archive holds, what a model costs it today, what jobs did and how large the files are, read from the store when somebody looks, and no longer once the
/// host stops.
/// </summary>
internal sealed class ArchiveFigures : IDisposable
{
    private readonly Lock _reading = new();
    private readonly ArchiveStore _store;
    private readonly ArchiveExtents _extents;
    private readonly TokenBudget _budget;
    private bool _hasStopped;

    /// <summary>Creates the instruments.</summary>
    public ArchiveFigures(IMeterFactory meters, ArchiveStore store, ArchiveExtents extents, TokenBudget budget, IOptions<ChatOptions> chat)
    {
        _store = store;
        _extents = extents;
        _budget = budget;
        var meter = meters.Create(QuestionFigures.Name);
        meter.CreateObservableGauge("newsbot.articles", () => WhileRunning(() => OfArchives(archive => _extents.Of(archive).Articles)), description: "Articles by archive.");
        meter.CreateObservableGauge("newsbot.passages", () => WhileRunning(() => OfArchives(archive => _extents.Of(archive).Passages)), description: "Passages by archive.");
        meter.CreateObservableCounter("newsbot.ingest.items", () => WhileRunning(Items), description: "Items of all ingest jobs by outcome.");
        meter.CreateObservableGauge("newsbot.jobs", () => WhileRunning(Jobs), description: "Ingest jobs that have not ended, by state: the depth of the queue.");
        meter.CreateObservableGauge("newsbot.disk", () => WhileRunning(Sizes), "By", "Bytes of the data folder's parts.");
        if (chat.Value.IsOn)
        {
            meter.CreateObservableGauge("newsbot.model.tokens.today", () => WhileRunning(() => OfArchives(archive => _budget.UsedToday(archive).Total)), description: "Tokens of the model since midnight UTC by archive, answers and checks together.");
            meter.CreateObservableGauge("newsbot.model.cost.today", () => WhileRunning(() => OfArchives(archive => (double)_budget.CostToday(archive))), description: "What the model cost since midnight UTC by archive.");
        }
    }

    /// <summary>Waits for a reading under way; the store may be closed afterwards.</summary>
    public void Dispose()
    {
        lock (_reading)
        {
            _hasStopped = true;
        }
    }

    private IReadOnlyList<Measurement<T>> WhileRunning<T>(Func<IEnumerable<Measurement<T>>> read)
        where T : struct
    {
        lock (_reading)
        {
            return _hasStopped ? [] : [.. read()];
        }
    }

    private IEnumerable<Measurement<T>> OfArchives<T>(Func<ArchiveName, T> value)
        where T : struct => _store.Archives().Select(archive => Measured(value(archive), "archive", archive.Value));

    private IEnumerable<Measurement<long>> Items()
    {
        var totals = _store.Jobs.Totals();
        return
        [
            Measured(totals.Added, "outcome", "added"),
            Measured(totals.Updated, "outcome", "updated"),
            Measured(totals.Unchanged, "outcome", "unchanged"),
            Measured(totals.Duplicates, "outcome", "duplicate"),
            Measured(totals.Failed, "outcome", "failed"),
        ];
    }

    private IEnumerable<Measurement<long>> Jobs() =>
        new[] { JobState.Queued, JobState.Running, JobState.Paused }.Select(state => Measured(_store.Jobs.Count(state), "state", state.ToString().ToLowerInvariant()));

    private IEnumerable<Measurement<long>> Sizes()
    {
        var folder = new DirectoryInfo(_store.Folder);
        var index = new DirectoryInfo(Path.Combine(_store.Folder, "index"));
        return
        [
            Measured(folder.Exists ? folder.EnumerateFiles("newsbot.db*").Sum(file => file.Length) : 0, "part", "store"),
            Measured(index.Exists ? index.EnumerateFiles("*", SearchOption.AllDirectories).Sum(SizeOf) : 0, "part", "index"),
        ];
    }

    // The index replaces its files while they are counted.
    private static long SizeOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    private static Measurement<T> Measured<T>(T value, string tag, string of)
        where T : struct => new(value, new KeyValuePair<string, object?>(tag, of));
}
