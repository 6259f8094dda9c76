using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>Reads one target of an ingest: a path, or an address.</summary>
public sealed class TargetReader(FileSource files)
{
    /// <summary>The items of a target.</summary>
    public IAsyncEnumerable<SourceItem> ReadAsync(string target, DocumentKind kind, string? url, Action<long> read, CancellationToken cancellationToken) =>
        files.ReadAsync(target, kind, url, read, cancellationToken);
}
