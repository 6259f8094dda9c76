using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>A page that a feed or a sitemap lists.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Updated">When the list says that it was last changed, if it does.</param>
public sealed record ListedPage(string Url, DateTimeOffset? Updated);

/// <summary>Reads one target of an ingest: a path, or an address.</summary>
public sealed class TargetReader(FileSource files, WebSource web)
{
    /// <summary>The items of a target.</summary>
    /// <param name="target">A path, or an http or https address.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="url">The address a single file was saved from.</param>
    /// <param name="read">Told how many bytes of files were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="passOver">Which of the pages that a feed or sitemap lists need not be fetched; null fetches all.</param>
    public IAsyncEnumerable<SourceItem> ReadAsync(
        string target, DocumentKind kind, string? url, Action<long> read, CancellationToken cancellationToken, Func<ListedPage, bool>? passOver = null) =>
        TargetKinds.IsMeantAsAddress(target) ? web.ReadAsync(target, kind, cancellationToken, passOver) : files.ReadAsync(target, kind, url, read, cancellationToken, passOver);
}
