using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// One segment of the index with the columns that ranking reads for every article, kept as arrays since packed columns cost more to read
/// than a whole question may.
/// </summary>
internal sealed class IndexSegment
{
    private readonly Columns columns;

    public IndexSegment(AtomicReader reader, ColumnCache known)
    {
        Reader = reader;
        LiveDocs = reader.LiveDocs;
        columns = known.Of(reader);
        LiveLength = LiveDocs is null ? columns.Lengths.Sum(length => (double)length) : SumOfLive();
    }

    public AtomicReader Reader { get; }

    public IBits? LiveDocs { get; }

    public int Count => Reader.MaxDoc;

    /// <summary>What stays the same for all readers of the segment's files.</summary>
    public object Core => Reader.CoreCacheKey;

    /// <summary>The weighted length of every document.</summary>
    public float[] Lengths => columns.Lengths;

    /// <summary>The publication of every document, in seconds since 1970.</summary>
    public long[] Published => columns.Published;

    /// <summary>The first and the last known publication; the first lies after the last where none is known.</summary>
    public long Earliest => columns.Earliest;

    /// <summary>The last known publication.</summary>
    public long Latest => columns.Latest;

    /// <summary>The lengths of the documents that are not deleted, summed.</summary>
    public double LiveLength { get; }

    /// <summary>The identity of every document.</summary>
    public Guid[] Identities => columns.Identities;

    private double SumOfLive()
    {
        var sum = 0d;
        for (var document = 0; document < Lengths.Length; document++)
        {
            sum += LiveDocs!.Get(document) ? Lengths[document] : 0;
        }

        return sum;
    }

    /// <summary>The columns of a segment's files, which never change: all readers of the same files share them.</summary>
    internal sealed class ColumnCache
    {
        private readonly ConditionalWeakTable<object, Columns> known = [];

        public Columns Of(AtomicReader reader) => known.GetValue(reader.CoreCacheKey, _ => Columns.Read(reader));
    }

    internal sealed record Columns(float[] Lengths, long[] Published, Guid[] Identities)
    {
        public long Earliest { get; } = Published.Where(time => time != IndexFields.UnknownTime).DefaultIfEmpty(long.MaxValue).Min();

        public long Latest { get; } = Published.DefaultIfEmpty(IndexFields.UnknownTime).Max();

        public static Columns Read(AtomicReader reader)
        {
            var lengths = new float[reader.MaxDoc];
            var published = new long[reader.MaxDoc];
            var identities = new Guid[reader.MaxDoc];
            var lengthValues = reader.GetNumericDocValues(IndexFields.Length);
            var publishedValues = reader.GetNumericDocValues(IndexFields.Published);
            var identityValues = reader.GetBinaryDocValues(IndexFields.IdentityBytes);
            var bytes = new BytesRef();
            for (var document = 0; document < lengths.Length; document++)
            {
                lengths[document] = lengthValues.Get(document);
                published[document] = publishedValues.Get(document);
                identityValues.Get(document, bytes);
                identities[document] = new Guid(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
            }

            return new Columns(lengths, published, identities);
        }
    }
}
