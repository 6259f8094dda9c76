using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace NewsBot.Retrieval.Dense.Models;

/// <summary>A model could not be pulled; the message says why and what to do. What was downloaded stays, so that the next try goes on there.</summary>
public sealed class ModelPullException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>How far a download is.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">Bytes on the disk.</param>
/// <param name="All">Bytes in all; null where nobody says.</param>
public sealed record DownloadProgress(string File, long Bytes, long? All);

/// <summary>
/// Downloads a file whose hash is known. It goes to a file beside it and takes its place only when the hash is right; a download that broke off is gone on with.
/// </summary>
internal sealed class ModelDownload(HttpClient client, TimeProvider clock)
{
    /// <summary>How often a broken download is gone on with before it is given up for now.</summary>
    private const int Tries = 5;

    private const int BufferSize = 1 << 17;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Brings a file; nothing is asked where it is there already.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="sha256">The hash that it must have.</param>
    /// <param name="most">Bytes that it may have at most.</param>
    /// <param name="progress">Told now and then; null for none.</param>
    /// <param name="cancellationToken">Cancels it; what is downloaded stays.</param>
    /// <exception cref="ModelPullException">It cannot be had, or is another file.</exception>
    public async Task BringAsync(Uri address, string path, string sha256, long most, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && await HashOfAsync(path, cancellationToken) == sha256)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await GoOnAsync(address, part, most, progress, cancellationToken);
                break;
            }
            catch (Exception failure) when (IsPassing(failure, cancellationToken))
            {
                if (attempt == Tries)
                {
                    throw new ModelPullException($"{address} breaks off ({failure.Message.TrimEnd('.')}): run the same command again, it goes on where it stopped.", failure);
                }

                await Task.Delay(attempt * Pause, clock, cancellationToken);
            }
        }

        var hash = await HashOfAsync(part, cancellationToken);
        if (hash != sha256)
        {
            File.Delete(part);
            throw new ModelPullException($"{address} is another file than expected: its SHA-256 is {hash}, not {sha256}. It was thrown away.");
        }

        File.Move(part, path, overwrite: true);
    }

    private static async Task<string> HashOfAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using (file)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
    }

    private static bool IsPassing(Exception failure, CancellationToken asked) => failure switch
    {
        OperationCanceledException => !asked.IsCancellationRequested,
        HttpRequestException { StatusCode: { } status } => (int)status >= 500 || status == HttpStatusCode.TooManyRequests,
        HttpRequestException or HttpIOException or IOException { InnerException: SocketException } => true,
        _ => false,
    };

    private async Task GoOnAsync(Uri address, string part, long most, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var have = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = have > 0 ? new RangeHeaderValue(have, null) : null;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // All of it is there, or more than all: the hash decides.
            return;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw Refused(address, response.StatusCode);
        }

        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
        var file = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file)
        {
            await CopyAsync(address, response, file, most, progress, cancellationToken);
        }
    }

    private static async Task CopyAsync(
        Uri address, HttpResponseMessage response, FileStream file, long most, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var _ = body.ConfigureAwait(false);
        var all = file.Length + response.Content.Headers.ContentLength;
        var buffer = new byte[BufferSize];
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(LongestSilence);
            var read = await body.ReadAsync(buffer, patience.Token);
            if (read == 0)
            {
                break;
            }

            if (file.Length + read > most)
            {
                throw new ModelPullException($"{address} is larger than the {most:N0} bytes that it may have.");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            await file.FlushAsync(cancellationToken);
            progress?.Report(new DownloadProgress(Path.GetFileNameWithoutExtension(file.Name), file.Length, all));
        }
    }

    private static Exception Refused(Uri address, HttpStatusCode status) => status is HttpStatusCode.TooManyRequests || (int)status >= 500
        ? new HttpRequestException($"the server answers with {(int)status}", inner: null, status)
        : new ModelPullException($"{address} cannot be had ({(int)status}): check Embeddings:ModelSource and the address.");
}
