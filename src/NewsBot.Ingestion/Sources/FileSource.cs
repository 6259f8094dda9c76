using System.Runtime.CompilerServices;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>Reads a file, or all files of a folder and the folders in it, in the order of their names.</summary>
public sealed class FileSource(FormatReader formats, TimeProvider clock)
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>The items of a path.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="kind">What the files are.</param>
    /// <param name="url">The address a single file was saved from.</param>
    /// <param name="read">Told how many bytes of the path's files were read, file by file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        string path, DocumentKind kind, string? url, Action<long> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = FilesOf(path);
        if (files.Count == 0)
        {
            var reason = Directory.Exists(path) ? "the folder holds no files; check the path" : "there is no such file or folder; check the path";
            yield return SourceItem.Failed(path, reason);
        }

        foreach (var file in files)
        {
            await foreach (var item in ReadingFailures.AsItems(ReadFileAsync(file, kind, files.Count == 1 ? url : null, read, cancellationToken), file, cancellationToken))
            {
                yield return item;
            }
        }
    }

    /// <summary>The bytes of all files of a path, as stored; 0 where there are none.</summary>
    public static long SizeOf(string path) => FilesOf(path).Sum(file => new FileInfo(file).Length);

    private static List<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? [path] : [];
        }

        return [.. Directory.EnumerateFiles(path, "*", Visible).Where(file => !IsAboutTheFolder(file)).Order(StringComparer.Ordinal)];
    }

    private static bool IsAboutTheFolder(string file) =>
        Path.GetFileNameWithoutExtension(file) is "README" or "LICENSE" or "LICENCE" or "NOTICE";

    private async IAsyncEnumerable<SourceItem> ReadFileAsync(
        string file, DocumentKind kind, string? url, Action<long> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan);
        var counted = 0L;
        await using var watched = new LimitedStream(stream, count =>
        {
            read(count - counted);
            counted = count;
        });
        var content = new SourceContent { Name = file, Stream = watched, Url = url, FetchedAt = clock.GetUtcNow() };
        await foreach (var item in formats.ReadAsync(content, kind, cancellationToken))
        {
            yield return item;
        }
    }
}
