using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Tests.Ingestion;

/// <summary>A real store and pipeline in a folder of their own.</summary>
public sealed class IngestFixture : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public IngestionOptions Options { get; } = new();

    public ArchiveStore Store { get; }

    public IngestPipeline Pipeline { get; }

    public IngestFixture()
    {
        Directory.CreateDirectory(Folder.File("in"));
        Store = ArchiveStore.Open(Folder.File("data"), StoreAccess.Write, TimeProvider.System);
        var targets = new TargetReader(new FileSource(new FormatReader(Options), TimeProvider.System));
        Pipeline = new IngestPipeline(Store, targets, Options, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
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
        Store.Dispose();
        Folder.Dispose();
    }
}
