using System.Globalization;
using Lucene.Net.Index;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// The index as it stood at one moment. Whoever reads it holds it by <see cref="TryHold"/> and lets go with <see cref="Release"/>; its files
/// are closed when the last one has.
/// </summary>
internal sealed class IndexSnapshot
{
    public IndexSnapshot(DirectoryReader reader, long sequence, SegmentCaches caches)
    {
        Reader = reader;
        Frequent = caches.Frequent;
        Sequence = sequence;
        Segments = reader.Leaves.Select(leaf => new IndexSegment((AtomicReader)leaf.Reader, caches.Columns)).ToArray();
        Articles = reader.NumDocs;
        AverageLength = Articles == 0 ? 1 : Math.Max(1, Segments.Sum(segment => segment.LiveLength) / Articles);
    }

    public DirectoryReader Reader { get; }

    /// <summary>The position of the store's log that the index stands at.</summary>
    public long Sequence { get; }

    public IReadOnlyList<IndexSegment> Segments { get; }

    /// <summary>The postings of common terms.</summary>
    public FrequentPostings Frequent { get; }

    /// <summary>How many articles can be found.</summary>
    public int Articles { get; }

    /// <summary>The mean weighted length of an article.</summary>
    public double AverageLength { get; }

    /// <summary>The position that a commit stands at.</summary>
    public static long SequenceOf(IndexCommit commit) =>
        commit.UserData.TryGetValue(IndexFields.SequenceKey, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    /// <summary>Whether a commit was written by this version of the program's analysis and fields, and with these weights.</summary>
    public static bool IsOfFormat(IndexCommit commit, RetrievalOptions options) =>
        commit.UserData.TryGetValue(IndexFields.FormatKey, out var text) && text == IndexFields.FormatOf(options);

    public bool TryHold() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();
}
