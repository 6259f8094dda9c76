using System.Runtime.InteropServices;

namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>The rows of an article.</summary>
/// <param name="First">The first row.</param>
/// <param name="Version">The version they are of.</param>
/// <param name="Passages">How many of them are of passages.</param>
internal readonly record struct ArticleRows(int First, int Version, int Passages);

/// <summary>
/// The vectors of a file as they stood at one moment, by article. It never changes; what was appended since is taken in by
/// <see cref="Extended"/>. Records that are not as they were written are left out and counted.
/// </summary>
internal sealed class VectorTable : IDisposable
{
    /// <summary>No row.</summary>
    public const int None = -1;

    private readonly MappedFile file;
    private readonly byte[] header;
    private readonly Dictionary<Guid, ArticleRows> articles;
    private readonly List<int> next;

    private VectorTable(MappedFile file, VectorLayout layout, Dictionary<Guid, ArticleRows> articles, List<int> next, int damaged)
    {
        this.file = file;
        this.articles = articles;
        this.next = next;
        Layout = layout;
        Damaged = damaged;
        header = file.Slice(0, VectorLayout.HeaderSize).ToArray();
        Take();
    }

    public VectorLayout Layout { get; }

    /// <summary>How many records are not as they were written.</summary>
    public int Damaged { get; private set; }

    /// <summary>How many articles have a vector.</summary>
    public int Articles => articles.Count;

    /// <summary>How many passages have a vector of their own.</summary>
    public long Passages => articles.Values.Sum(rows => (long)rows.Passages);

    /// <summary>How many records there are, those of former versions included.</summary>
    public int Rows => next.Count;

    /// <summary>The bytes of the file that this is of.</summary>
    public long FileLength => file.Length;

    /// <summary>Opens a file; null where there is none, or only its beginning.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version of the program.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static VectorTable? Open(string path)
    {
        var length = LengthOf(path);
        if (length < VectorLayout.HeaderSize)
        {
            return null;
        }

        var mapped = new MappedFile(path, length);
        if (VectorLayout.ReadHeader(mapped.Slice(0, VectorLayout.HeaderSize)) is { } layout)
        {
            return new VectorTable(mapped, layout, [], [], damaged: 0);
        }

        mapped.Dispose();
        throw new InvalidDataException($"{path} is damaged or was written by another version of the program");
    }

    /// <summary>The table with what was appended since; the same one where nothing was; null where the file is gone.</summary>
    public VectorTable? Extended(string path)
    {
        var length = LengthOf(path);
        if (length == file.Length)
        {
            return this;
        }

        if (length < file.Length)
        {
            return Open(path);
        }

        var grown = new MappedFile(path, length);
        if (grown.Slice(0, VectorLayout.HeaderSize).SequenceEqual(header))
        {
            return new VectorTable(grown, Layout, new Dictionary<Guid, ArticleRows>(articles), [.. next], Damaged);
        }

        grown.Dispose();
        return Open(path);
    }

    /// <summary>Whether an article has a vector.</summary>
    public bool Has(Guid article) => articles.ContainsKey(article);

    /// <summary>The first of an article's rows, or <see cref="None"/>.</summary>
    public int FirstOf(Guid article) => articles.TryGetValue(article, out var rows) ? rows.First : None;

    /// <summary>The row of the same article after another, or <see cref="None"/>.</summary>
    public int After(int row) => CollectionsMarshal.AsSpan(next)[row];

    /// <summary>The bytes of a row.</summary>
    public ReadOnlySpan<byte> Row(int row) => file.Slice(VectorLayout.HeaderSize + ((long)row * Layout.RecordSize), Layout.RecordSize);

    /// <summary>Whether there is a vector.</summary>
    public bool Has(VectorKey key)
    {
        if (!articles.TryGetValue(key.Article, out var rows) || rows.Version != key.Version)
        {
            return false;
        }

        var row = rows.First;
        while (row != None && VectorLayout.KeyOf(Row(row)).Passage != key.Passage)
        {
            row = After(row);
        }

        GC.KeepAlive(this);
        return row != None;
    }

    public void Dispose() => file.Dispose();

    private static long LengthOf(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? info.Length : 0;
    }

    private void Take()
    {
        var rows = (int)((file.Length - VectorLayout.HeaderSize) / Layout.RecordSize);
        next.EnsureCapacity(rows);
        for (var row = next.Count; row < rows; row++)
        {
            var record = Row(row);
            if (VectorLayout.IsSound(record))
            {
                Add(row, VectorLayout.KeyOf(record));
            }
            else
            {
                Damaged++;
                next.Add(None);
            }
        }
    }

    private void Add(int row, VectorKey key)
    {
        if (key.Article == VectorEraser.Erased)
        {
            next.Add(None);
            return;
        }

        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(articles, key.Article, out var isKnown);
        if (isKnown && rows.Version > key.Version)
        {
            next.Add(None);
            return;
        }

        // The vectors of a former version stay in use until the new version has its first.
        var isOfVersion = isKnown && rows.Version == key.Version;
        next.Add(isOfVersion ? rows.First : None);
        rows = new ArticleRows(row, key.Version, (isOfVersion ? rows.Passages : 0) + (key.Passage == VectorKey.OfArticle ? 0 : 1));
    }
}
