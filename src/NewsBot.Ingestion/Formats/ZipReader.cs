using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Reads the files inside a zip file, each as if it lay in a folder; of a WACZ its WARC files. Nothing is ever unpacked to a path that the
/// file names, so such names can do no harm.
/// </summary>
internal sealed class ZipReader(IngestionOptions options, Unpacking unpacking)
{
    /// <summary>Between the zip file's name and the name of a file in it.</summary>
    private const string Inside = "!/";

    /// <summary>How many zip files may lie in each other.</summary>
    private const int DeepestNesting = 3;

    /// <summary>The items of a zip file.</summary>
    /// <param name="content">The zip file; its bytes go to a temporary file first, since a zip is read from its end.</param>
    /// <param name="readFile">Reads a file of any format.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        SourceContent content, Func<SourceContent, IAsyncEnumerable<SourceItem>> readFile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (content.Name.Split(Inside).Length > DeepestNesting)
        {
            yield return SourceItem.Failed(content.Name, "zip files lie too deep in each other; unpack the outer ones");
            yield break;
        }

        await using var file = TemporaryFile();
        await CopyAsync(content.Stream, file, cancellationToken);
        var wholeFiles = IsReadable(file) ? (int?)null : await CutOffZip.MendAsync(file, cancellationToken);
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var entries = EntriesOf(zip);
        if (entries.Count == 0)
        {
            yield return SourceItem.Failed(content.Name, "the zip file holds no files that could be articles; check what it is");
        }

        foreach (var entry in entries)
        {
            var name = content.Name + Inside + entry.FullName;
            if (entry.FullName.Split('/', '\\').Contains(".."))
            {
                yield return SourceItem.Failed(name, "its name leads out of the zip file, so it is left out; unpack the zip file yourself and ingest what you trust");
                continue;
            }

            if (entry.IsEncrypted)
            {
                yield return SourceItem.Failed(name, "it is locked with a password; unpack the zip file and ingest the folder");
                continue;
            }

            await foreach (var item in ReadingFailures.AsItems(ReadEntryAsync(content, entry, name, readFile, cancellationToken), name, cancellationToken))
            {
                yield return item;
            }
        }

        if (wholeFiles is { } whole)
        {
            yield return SourceItem.Failed(content.Name, string.Create(CultureInfo.InvariantCulture, $"it is damaged or ends in the middle behind its file number {whole}; fetch it again for what is missing"));
        }
    }

    private static bool IsReadable(FileStream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count >= 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static List<ZipArchiveEntry> EntriesOf(ZipArchive zip)
    {
        var files = zip.Entries.Where(entry => entry.Length > 0 && !entry.FullName.EndsWith('/') && !entry.FullName.Split('/').Any(part => (part.StartsWith('.') && part != "..") || part == "__MACOSX")).ToList();
        var isWebArchive = files.Any(entry => entry.FullName == "datapackage.json") && files.Any(entry => entry.FullName.StartsWith("archive/", StringComparison.Ordinal));
        return [.. files.Where(entry => !isWebArchive || entry.FullName.StartsWith("archive/", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];
    }

    private async IAsyncEnumerable<SourceItem> ReadEntryAsync(
        SourceContent content, ZipArchiveEntry entry, string name, Func<SourceContent, IAsyncEnumerable<SourceItem>> readFile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var packed = await entry.OpenAsync(cancellationToken);
        await using var watched = new LimitedStream(packed, count => unpacking.CheckRatio(entry.CompressedLength, count));
        await foreach (var item in readFile(new SourceContent { Name = name, Stream = watched, FetchedAt = content.FetchedAt }).WithCancellation(cancellationToken))
        {
            yield return item;
        }
    }

    private async Task CopyAsync(Stream from, FileStream to, CancellationToken cancellationToken)
    {
        await using var limited = new LimitedStream(from, count =>
        {
            if (count > options.MaximumDownloadBytes)
            {
                throw new TooLargeException($"it is larger than {ByteSize.Text(options.MaximumDownloadBytes)}; raise Ingestion:MaximumDownloadBytes or split it");
            }
        });
        await limited.CopyToAsync(to, cancellationToken);
        to.Position = 0;
    }

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), $"newsbot-{Guid.NewGuid():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
