using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Jobs;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Tests.Ingestion;

/// <summary>A real store and pipeline in a folder of their own.</summary>
public sealed class IngestFixture : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    /// <summary>The settings; read when the pipeline is first used.</summary>
    public IngestionOptions Options { get; } = new() { HostDelayMilliseconds = 0, FetchRetries = 1 };

    public ArchiveStore Store { get; }

    /// <summary>What the pipeline tells of its jobs.</summary>
    public JobEvents Events { get; } = new();

    public IngestPipeline Pipeline => pipeline.Value;

    private readonly Lazy<IngestPipeline> pipeline;
    private WebFetcher? fetcher;

    public IngestFixture()
    {
        Directory.CreateDirectory(Folder.File("in"));
        Store = ArchiveStore.Open(Folder.File("data"), StoreAccess.Write, TimeProvider.System);
        pipeline = new Lazy<IngestPipeline>(CreatePipeline);
    }

    private IngestPipeline CreatePipeline()
    {
        fetcher = new WebFetcher(Options, TimeProvider.System);
        var formats = new FormatReader(Options);
        var web = new WebSource(fetcher, formats, Options);
        var targets = new TargetReader(new FileSource(formats, web, TimeProvider.System), web);
        return new IngestPipeline(Store, targets, Options, TimeProvider.System, NullLogger<IngestPipeline>.Instance, Events);
    }

    /// <summary>Writes a file into the folder "in" and gives its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Folder.File(Path.Combine("in", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Task<IngestSummary> IngestAsync(params string[] targets) =>
        Pipeline.IngestToEndAsync(new IngestRequest { Archive = ArchiveName.Default, Targets = targets }, progress: null, TestContext.Current.CancellationToken);

    public IReadOnlyList<Article> Articles() => [.. Store.ChangesAfter(ArchiveName.Default, 0, int.MaxValue).Select(change => change.Article).OfType<Article>()];

    public void Dispose()
    {
        fetcher?.Dispose();
        Store.Dispose();
        Folder.Dispose();
    }
}
