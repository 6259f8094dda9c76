using System.Runtime.CompilerServices;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>Reads a file, or all files of a folder and the folders in it, in the order of their names. Of a file that lists addresses the pages are fetched.</summary>
public sealed class FileSource(FormatReader formats, WebSource web, TimeProvider clock)
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
    /// <param name="passOver">Which of the pages that a file lists need not be fetched; null fetches all.</param>
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        string path, DocumentKind kind, string? url, Action<long> read, [EnumeratorCancellation] CancellationToken cancellationToken, Func<ListedPage, bool>? passOver = null)
    {
        var files = FilesOf(path);
        if (files.Count == 0)
        {
            var reason = Directory.Exists(path) ? "the folder holds no files; check the path" : "there is no such file or folder; check the path";
            yield return SourceItem.Failed(path, reason);
        }

        foreach (var file in files)
        {
            await foreach (var item in ReadingFailures.AsItems(ReadFileAsync(file, kind, files.Count == 1 ? url : null, isInFolder: file != path, read, passOver, cancellationToken), file, cancellationToken))
            {
                // Nobody knows yet what the files behind this one list.
                yield return files.Count == 1 ? item : item with { Behind = null };
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

    /// <remarks>A file of a folder that shows no bytes is not opened: it may be a pipe, at which the reading would wait for ever.</remarks>
    private async IAsyncEnumerable<SourceItem> ReadFileAsync(
        string file, DocumentKind kind, string? url, bool isInFolder, Action<long> read, Func<ListedPage, bool>? passOver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (isInFolder && new FileInfo(file).Length == 0)
        {
            yield return SourceItem.Failed(file, "it is empty; fetch or write it again");
            yield break;
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan);
        var counted = 0L;
        await using var watched = new LimitedStream(stream, count =>
        {
            read(count - counted);
            counted = count;
        });
        var content = new SourceContent { Name = file, Stream = watched, Url = url, FetchedAt = clock.GetUtcNow() };
        var (opened, found) = await formats.OpenAsync(content, kind, cancellationToken);
        var items = found == DocumentKind.Sitemap ? web.ReadListAsync(opened, cancellationToken, passOver) : formats.ReadAsync(opened, found, cancellationToken);
        await foreach (var item in items)
        {
            yield return item;
        }
    }
}
