namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>Appends vectors to a file. One process at a time may; each batch is on the disk when <see cref="Append"/> returns.</summary>
internal sealed class VectorWriter : IDisposable
{
    private readonly FileStream claim;
    private readonly FileStream file;
    private readonly VectorLayout layout;

    private VectorWriter(FileStream claim, FileStream file, VectorLayout layout) => (this.claim, this.file, this.layout) = (claim, file, layout);

    /// <summary>Opens a file for appending, and makes it where it is missing, damaged, or of another model. Null where another process appends to it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static VectorWriter? TryOpen(string path, VectorModel model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Claim(path + ".lock") is not { } claim)
        {
            return null;
        }

        try
        {
            var wanted = new VectorLayout(model);
            return new VectorWriter(claim, Reopen(path, wanted) ?? Create(path, wanted), wanted);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Appends vectors.</summary>
    /// <exception cref="ArgumentException">A number of a vector is not finite, or a vector has not the model's size.</exception>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Append(IReadOnlyList<(VectorKey Key, ReadOnlyMemory<float> Vector)> vectors)
    {
        var records = new byte[vectors.Count * layout.RecordSize];
        for (var i = 0; i < vectors.Count; i++)
        {
            var (key, vector) = vectors[i];
            if (vector.Length != layout.Model.Dimensions)
            {
                throw new ArgumentException($"A vector has {vector.Length} dimensions, '{layout.Model.Name}' should make {layout.Model.Dimensions}.", nameof(vectors));
            }

            layout.WriteRecord(records.AsSpan(i * layout.RecordSize, layout.RecordSize), key, vector.Span);
        }

        file.Write(records);
        file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        file.Dispose();
        claim.Dispose();
    }

    private static FileStream? Claim(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>The file with whole records only, since a crash may have cut the last one; null where it is missing, damaged, or of another model.</summary>
    private static FileStream? Reopen(string path, VectorLayout layout)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var opened = OpenFile(path, FileMode.Open);
        var header = new byte[VectorLayout.HeaderSize];
        if (opened.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && VectorLayout.ReadHeader(header)?.Model == layout.Model)
        {
            opened.SetLength(VectorLayout.HeaderSize + ((opened.Length - VectorLayout.HeaderSize) / layout.RecordSize * layout.RecordSize));
            opened.Seek(0, SeekOrigin.End);
            return opened;
        }

        opened.Dispose();
        return null;
    }

    /// <summary>A new file in place of what is there; whoever reads the old one keeps it until it looks again.</summary>
    private static FileStream Create(string path, VectorLayout layout)
    {
        File.Delete(path);
        var opened = OpenFile(path, FileMode.CreateNew);
        opened.Write(layout.WriteHeader());
        opened.Flush(flushToDisk: true);
        return opened;
    }

    private static FileStream OpenFile(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
