using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NewsBot.Archive;
using NewsBot.Ingestion.Formats;
using NewsBot.Web.Health;

namespace NewsBot.Web.Administration;

/// <summary>
/// Takes uploaded files straight to the data folder, a buffer at a time. Each is told by its first bytes, and what no reader of articles reads is
/// refused before the rest is taken; a name is only kept for display. Files go once their job has ended.
/// </summary>
internal sealed class Uploads(ArchiveStore store, IOptions<WebOptions> options, DiskWatch disk, TimeProvider clock)
{
    private const string FolderName = "uploads";
    private const int BufferBytes = 128 * 1024;
    private const int LongestField = 1_000;
    private const int LongestName = 120;
    private const int MostFiles = 1_000;
    private const long Megabyte = 1024 * 1024;

    // A folder without a job is one whose files still come in, unless it is old.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(6);

    private static readonly Upload TooLarge = new Upload.Refused("Nothing was added: the files are larger than Web:UploadMegabytes allows. Add them in parts, or from the terminal.");

    private readonly string _folder = Path.Combine(store.Folder, FolderName);

    /// <summary>The largest upload.</summary>
    public int LimitInMegabytes => options.Value.UploadMegabytes;

    /// <summary>Reads an upload: first the fields <c>token</c> and <c>archive</c>, then the files.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isGenuine">Whether a token belongs to the form's session.</param>
    public async Task<Upload> ReceiveAsync(HttpContext context, Func<string, bool> isGenuine)
    {
        if (disk.Problem is not null)
        {
            return new Upload.Refused("Nothing was added: nothing can be stored right now. Free space on the disk, then send the files again.");
        }

        if (BoundaryOf(context) is not { } boundary)
        {
            return new Upload.Foreign();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LimitInMegabytes * Megabyte;
        }

        var folder = Path.Combine(_folder, Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        var upload = await TryReadAsync(new MultipartReader(boundary, context.Request.Body), folder, isGenuine, context.RequestAborted);
        if (upload is not Upload.Received)
        {
            Delete(folder);
        }

        return upload;
    }

    /// <summary>Deletes the files of jobs that have ended.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(_folder))
        {
            var job = store.Jobs.FindByTarget(Path.GetFileName(folder));
            var isForgotten = job is null && Directory.GetCreationTimeUtc(folder) < clock.GetUtcNow().UtcDateTime - LongestUpload;
            if (isForgotten || job?.State is JobState.Done or JobState.Cancelled)
            {
                Delete(folder);
            }
        }
    }

    private static async Task<Upload> TryReadAsync(MultipartReader reader, string folder, Func<string, bool> isGenuine, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(reader, folder, isGenuine, cancellationToken);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return new Upload.Refused("Nothing was added: the upload broke off, or the disk is full. Send the files again.");
        }
    }

    private static async Task<Upload> ReadAsync(MultipartReader reader, string folder, Func<string, bool> isGenuine, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        var isOurs = false;
        ArchiveName? archive = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFormDataSection() is { } field)
            {
                var value = await ReadFieldAsync(field, cancellationToken);
                isOurs |= field.Name == "token" && isGenuine(value);
                archive = field.Name == "archive" && ArchiveName.TryParse(value, out var named) ? named : archive;
                continue;
            }

            if (!isOurs)
            {
                return new Upload.Foreign();
            }

            if (section.AsFileSection() is not { FileStream: { } content, FileName: { Length: > 0 } name } || files.Count >= MostFiles)
            {
                continue;
            }

            var path = Path.Combine(Directory.CreateDirectory(folder).FullName, FormattableString.Invariant($"{files.Count + 1}-{SafeName(name)}"));
            if (!await TakeAsync(content, path, cancellationToken))
            {
                return new Upload.Refused($"Nothing was added: “{SafeName(name)}” is none of the kinds that hold articles. Leave it out, and add the others again.");
            }

            files.Add(path);
        }

        return !isOurs ? new Upload.Foreign()
            : archive is null ? new Upload.Refused("Nothing was added: an archive's name is 1 to 64 of a-z, 0-9 and '-'.")
            : files.Count == 0 ? new Upload.Refused("Nothing was added: choose at least one file.")
            : new Upload.Received(archive, files);
    }

    private static async Task<string> ReadFieldAsync(FormMultipartSection field, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(field.Section.Body);
        var value = new char[LongestField];
        var length = await reader.ReadBlockAsync(value, cancellationToken);
        return new string(value, 0, length).Trim();
    }

    private static async Task<bool> TakeAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        var length = await content.ReadAtLeastAsync(buffer, FormatSniffer.HeadLength, throwOnEndOfStream: false, cancellationToken);
        if (!HoldsArticles(buffer.AsSpan(0, Math.Min(length, FormatSniffer.HeadLength)), path))
        {
            return false;
        }

        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        await content.CopyToAsync(file, BufferBytes, cancellationToken);
        return true;
    }

    // What is packed is looked into when it is read.
    private static bool HoldsArticles(ReadOnlySpan<byte> head, string path) => FormatSniffer.IsGzip(head) || FormatSniffer.IsZstandard(head)
        || FormatSniffer.Sniff(head, path, contentType: null) != DocumentKind.Unknown;

    private static string? BoundaryOf(HttpContext context) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary
            ? boundary.ToString()
            : null;

    // Readers tell a kind by the ending where the bytes do not, so the ending stays; everything else is for people.
    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new string([.. last.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]).TrimStart('.');
        return safe.Length == 0 ? "file" : safe.Length <= LongestName ? safe : safe[^LongestName..];
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
