namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>
/// Overwrites the vectors of removed articles in their file, since a vector tells much of the text it was made of. The records stay, without an article, so that the places of
/// others do not move under those who read; appending goes on meanwhile.
/// </summary>
internal static class VectorEraser
{
    /// <summary>Stands in a record in place of the article.</summary>
    public static readonly Guid Erased = Guid.Empty;

    private const int RecordsAtOnce = 1_024;

    /// <summary>Erases every record of articles, also those of former versions; how many there were.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static int Erase(string path, VectorLayout layout, IReadOnlySet<Guid> articles)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var nothing = new byte[layout.RecordSize];
        layout.WriteRecord(nothing, new VectorKey(Erased, 0, VectorKey.OfArticle), new float[layout.Model.Dimensions]);
        var records = new byte[RecordsAtOnce * layout.RecordSize];
        var erased = 0;
        for (long at = VectorLayout.HeaderSize; RandomAccess.Read(file.SafeFileHandle, records, at) is var read && read >= layout.RecordSize; at += read / layout.RecordSize * layout.RecordSize)
        {
            for (var offset = 0; offset + layout.RecordSize <= read; offset += layout.RecordSize)
            {
                if (articles.Contains(VectorLayout.KeyOf(records.AsSpan(offset)).Article))
                {
                    RandomAccess.Write(file.SafeFileHandle, nothing, at + offset);
                    erased++;
                }
            }
        }

        file.Flush(flushToDisk: true);
        return erased;
    }
}
