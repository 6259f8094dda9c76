using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>Reads one target of an ingest: a path, or an address.</summary>
public sealed class TargetReader(FileSource files, WebSource web)
{
    /// <summary>The items of a target.</summary>
    /// <param name="target">A path, or an http or https address.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="url">The address a single file was saved from.</param>
    /// <param name="read">Told how many bytes of files were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<SourceItem> ReadAsync(string target, DocumentKind kind, string? url, Action<long> read, CancellationToken cancellationToken) =>
        TargetKinds.IsAddress(target) ? web.ReadAsync(target, kind, cancellationToken) : files.ReadAsync(target, kind, url, read, cancellationToken);
}
