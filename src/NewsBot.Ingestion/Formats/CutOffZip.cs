using System.Buffers.Binary;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Mends a zip file that lost its end, and with it the directory by which zip files are read: the headers that stand before the files tell the same of each
/// (APPNOTE 4.3.7), so the directory is written anew behind the last whole file. What is read of the file afterwards passes the same checks as any zip file.
/// </summary>
internal static class CutOffZip
{
    private const uint LocalHeader = 0x04034B50;
    private const uint DirectoryHeader = 0x02014B50;
    private const uint DirectoryEnd = 0x06054B50;

    private const int LocalHeaderLength = 30;
    private const int DirectoryHeaderLength = 46;
    private const int DirectoryEndLength = 22;

    /// <summary>The fields from the version to the lengths of name and extra field, which both headers have in this order.</summary>
    private const int SharedLength = 26;

    /// <summary>Flag: the sizes stand behind the file and not before it, so nobody knows where that ends.</summary>
    private const ushort SizesFollow = 1 << 3;

    /// <summary>Writes the directory of the whole files at the beginning of a file.</summary>
    /// <param name="file">The zip file, open for writing; what is behind the last whole file is cut away.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>How many whole files there are; nothing is written where there are none.</returns>
    public static async Task<int> MendAsync(FileStream file, CancellationToken cancellationToken)
    {
        using var directory = new MemoryStream();
        var (files, end) = (0, 0L);
        while (files < ushort.MaxValue && await HeaderAtAsync(file, end, cancellationToken) is { } header)
        {
            directory.Write(header.Directory);
            (files, end) = (files + 1, header.End);
        }

        if (files > 0)
        {
            directory.Write(EndOf(files, directory.Length, end));
            file.SetLength(end);
            file.Position = end;
            directory.Position = 0;
            await directory.CopyToAsync(file, cancellationToken);
        }

        return files;
    }

    /// <summary>The directory's entry for the file at a position and where that file ends; null where no whole file of known size is.</summary>
    private static async Task<(byte[] Directory, long End)?> HeaderAtAsync(FileStream file, long at, CancellationToken cancellationToken)
    {
        var local = new byte[LocalHeaderLength];
        file.Position = at;
        if (at > uint.MaxValue || await file.ReadAtLeastAsync(local, local.Length, throwOnEndOfStream: false, cancellationToken) < local.Length || BinaryPrimitives.ReadUInt32LittleEndian(local) != LocalHeader)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(6));
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(local.AsSpan(18));
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(26))];
        var end = at + LocalHeaderLength + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(28)) + packed;
        if ((flags & SizesFollow) != 0 || packed == uint.MaxValue || end > file.Length)
        {
            return null;
        }

        await file.ReadExactlyAsync(name, cancellationToken);
        var entry = new byte[DirectoryHeaderLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, DirectoryHeader);
        local.AsSpan(4, 2).CopyTo(entry.AsSpan(4));
        local.AsSpan(4, SharedLength).CopyTo(entry.AsSpan(6));
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(30), 0);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(42), (uint)at);
        name.CopyTo(entry, DirectoryHeaderLength);
        return (entry, end);
    }

    private static byte[] EndOf(int files, long directoryLength, long directoryAt)
    {
        var end = new byte[DirectoryEndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, DirectoryEnd);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)files);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)files);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directoryLength);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)directoryAt);
        return end;
    }
}
