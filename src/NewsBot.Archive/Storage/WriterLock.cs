using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Archive;

/// <summary>Who writes to a data folder.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="HostAddress">Where it serves, if it is a host.</param>
public sealed record WriterClaim(int ProcessId, DateTimeOffset StartedAt, string? HostAddress = null);

/// <summary>
/// Makes one process the writer of a data folder. The operating system holds the lock and gives it back when the process ends,
/// however it ends; a second file beside it says who holds it, since a locked file cannot be read everywhere.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const string LockName = "writer.lock";
    private const string ClaimName = "writer.json";

    /// <summary>More than a claim takes; the rest is blank.</summary>
    private const int ClaimBytes = 1_024;

    private readonly FileStream file;
    private readonly string claimPath;
    private WriterClaim claim;

    private WriterLock(FileStream file, string claimPath, WriterClaim claim)
    {
        this.file = file;
        this.claimPath = claimPath;
        this.claim = claim;
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="ArchiveLockedException">Another process has it.</exception>
    public static WriterLock Take(string folder, TimeProvider clock)
    {
        var taken = TryOpen(Path.Combine(folder, LockName)) ?? throw Locked(folder, ReadClaim(folder));
        var writerLock = new WriterLock(taken, Path.Combine(folder, ClaimName), new WriterClaim(Environment.ProcessId, clock.GetUtcNow()));
        writerLock.WriteClaim();
        return writerLock;
    }

    /// <summary>Who holds the folder, if anyone does and says so.</summary>
    public static WriterClaim? CurrentHolder(string folder)
    {
        var path = Path.Combine(folder, LockName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var probe = TryOpen(path);
            return probe is null ? ReadClaim(folder) : null;
        }
        catch (ArchiveUnavailableException)
        {
            // A folder in which nothing can be written has no writer.
            return null;
        }
    }

    /// <summary>Adds to the claim where the holder serves; false where the claim could not be written.</summary>
    public bool Announce(string hostAddress)
    {
        claim = claim with { HostAddress = hostAddress };
        return WriteClaim();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Write([]);
        file.Dispose();
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw CannotWrite(path, exception);
        }
        catch (IOException exception) when (IsSharingViolation(exception))
        {
            return null;
        }
        catch (IOException exception)
        {
            throw CannotWrite(path, exception);
        }
    }

    private static bool IsSharingViolation(IOException exception)
    {
        const int windowsSharingViolation = unchecked((int)0x80070020);
        const int linuxWouldBlock = 11;
        const int macWouldBlock = 35;
        return exception.HResult is windowsSharingViolation or linuxWouldBlock or macWouldBlock;
    }

    private static ArchiveUnavailableException CannotWrite(string path, Exception inner) => new(
        $"Nothing can be written in the data folder {Path.GetDirectoryName(path)} ({inner.Message.TrimEnd('.')}). " +
        "Free space, give this user the right to write there, or choose another folder with --data.",
        inner);

    private static ArchiveLockedException Locked(string folder, WriterClaim? holder)
    {
        var who = holder is null
            ? "another process"
            : string.Create(CultureInfo.InvariantCulture, $"process {holder.ProcessId}, since {holder.StartedAt:yyyy-MM-dd HH:mm:ss} UTC")
                + (holder.HostAddress is null ? "" : $", serving at {holder.HostAddress}");
        return new ArchiveLockedException(
            $"The data folder {folder} is being written by {who}. Wait for it to end, stop it, or choose another folder with --data.", holder);
    }

    private static WriterClaim? ReadClaim(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, ClaimName)), WriterClaimJson.Default.WriterClaim);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // The holder is between taking the lock and saying who it is, or cannot say it.
            return null;
        }
    }

    private bool WriteClaim() => Write(JsonSerializer.SerializeToUtf8Bytes(claim, WriterClaimJson.Default.WriterClaim));

    /// <summary>Writes over what is there: on a full disk there is no new file to be had, and a host that was started again would not serve.</summary>
    private bool Write(ReadOnlySpan<byte> words)
    {
        var bytes = new byte[Math.Max(ClaimBytes, words.Length)];
        bytes.AsSpan().Fill((byte)' ');
        words.CopyTo(bytes);
        try
        {
            using var written = new FileStream(claimPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            written.Write(bytes);
            written.SetLength(bytes.Length);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The lock holds all the same; others are only told of "another process".
            return false;
        }
    }
}

/// <summary>The claim's JSON.</summary>
[JsonSerializable(typeof(WriterClaim))]
internal sealed partial class WriterClaimJson : JsonSerializerContext;
