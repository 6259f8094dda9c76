using System.IO.MemoryMappedFiles;

namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>The bytes of a file as memory, of the size it had when it was opened; it may grow meanwhile.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public MappedFile(string path, long length)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file = MemoryMappedFile.CreateFromFile(stream, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);

        // Taken without a count of its own, so that the handles close themselves with the last reader of a table that was replaced.
        start = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
        Length = length;
    }

    public long Length { get; }

    /// <summary>Some of its bytes; valid as long as this object is kept alive and not disposed.</summary>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return new ReadOnlySpan<byte>(start + offset, length);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
