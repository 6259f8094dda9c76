using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Hosting;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>A new store with the pipeline and the index of the program, in a folder of its own.</summary>
internal sealed class SearchableArchive : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WebFetcher fetcher;
    private readonly IngestPipeline pipeline;
    private readonly EmbeddedIndex index;

    /// <param name="findsCopies">Whether copies are looked for.</param>
    public SearchableArchive(bool findsCopies = true)
    {
        Store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var options = new IngestionOptions { FindsCopies = findsCopies };
        fetcher = new WebFetcher(options, TimeProvider.System);
        var formats = new FormatReader(options);
        var web = new WebSource(fetcher, formats, options);
        var targets = new TargetReader(new FileSource(formats, web, TimeProvider.System), web);
        pipeline = new IngestPipeline(Store, targets, options, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
        index = new EmbeddedIndex(folder.File("index"), Store, new TextAnalysis(), Options.Create(new RetrievalOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
    }

    public ArchiveStore Store { get; }

    /// <summary>Text in millions of characters.</summary>
    public double Megabytes => Store.Statistics(ArchiveName.Default).Characters / 1e6;

    /// <summary>Takes a path in as the verb <c>ingest</c> does, until it can be searched.</summary>
    public async Task<IngestSummary> IngestAsync(string path)
    {
        var summary = await IndexAlongside.RunAsync(
            () => pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = [path] }, progress: null, CancellationToken.None),
            token => Store.Exists(ArchiveName.Default) ? ((IArchiveIndex)index).FollowAsync(ArchiveName.Default, token).AsTask() : Task.CompletedTask,
            CancellationToken.None);
        await CatchUpAsync(CancellationToken.None);
        return summary;
    }

    private Task CatchUpAsync(CancellationToken cancellationToken) => index.CatchUpAsync(ArchiveName.Default, cancellationToken).AsTask();

    public void Dispose()
    {
        index.Dispose();
        fetcher.Dispose();
        Store.Dispose();
        folder.Dispose();
    }
}
