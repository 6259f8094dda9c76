using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Administration;

/// <summary>
/// Saves files that were attached to a command into the data folder: only from Discord's own file hosts, at their signed addresses, without
/// following redirects, and no larger than allowed, whatever size was stated.
/// </summary>
public sealed partial class AttachmentDownload(HttpClient http, IOptions<DiscordOptions> options, ArchiveStore store, ILogger<AttachmentDownload> logger)
{
    /// <summary>The largest file, in bytes.</summary>
    public const long MostBytes = 100L * 1024 * 1024;

    private const string Folder = "attachments";

    /// <summary>The name of the text that says why a file is not taken; null when it may be.</summary>
    public string? RefusalOf(ReceivedAttachment file) =>
        file.Size > MostBytes ? "FileTooLarge"
        : !Uri.TryCreate(file.Url, UriKind.Absolute, out var url) || !IsDiscords(url) ? "FileFromElsewhere"
        : null;

    /// <summary>
    /// Saves a file and gives its path, or null where it is gone, larger than stated and allowed, or cannot be kept. Its name is kept, without anything
    /// that could lead out of the folder.
    /// </summary>
    public async Task<string?> TrySaveAsync(ReceivedAttachment file, CancellationToken cancellationToken)
    {
        try
        {
            return await SaveAsync(file, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UnauthorizedAccessException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotSaved(logger, failure.Message);
            return null;
        }
    }

    private async Task<string> SaveAsync(ReceivedAttachment file, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(file.Url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var folder = Directory.CreateDirectory(Path.Combine(store.Folder, Folder, Guid.NewGuid().ToString("N")));
        var path = Path.Combine(folder.FullName, SafeName(file.Name));
        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var target = File.Create(path);
        await CopyAsync(source, target, cancellationToken);
        return path;
    }

    /// <summary>The paths of all saved attachments.</summary>
    public IReadOnlyList<string> Saved() =>
        Directory.Exists(Path.Combine(store.Folder, Folder)) ? Directory.GetFiles(Path.Combine(store.Folder, Folder), "*", SearchOption.AllDirectories) : [];

    /// <summary>Deletes those of the paths that are saved attachments.</summary>
    public void Discard(IEnumerable<string> paths)
    {
        var folder = Path.Combine(store.Folder, Folder) + Path.DirectorySeparatorChar;
        foreach (var path in paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && File.Exists(path)))
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private static async Task CopyAsync(Stream source, FileStream target, CancellationToken cancellationToken)
    {
        var buffer = new byte[81_920];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (target.Length + read > MostBytes)
            {
                throw new IOException($"The file is larger than {MostBytes} bytes.");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private bool IsDiscords(Uri url) =>
        options.Value.AttachmentHosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase)
        && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback);

    [LoggerMessage(4012, LogLevel.Warning, "An attached file was not taken over from Discord: {Reason}")]
    private static partial void LogNotSaved(ILogger logger, string reason);

    private static string SafeName(string name)
    {
        const int LongestName = 100;
        var safe = new string([.. name.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_')]).TrimStart('.');
        return safe.Length == 0 ? "file" : safe.Length > LongestName ? safe[^LongestName..] : safe;
    }
}
