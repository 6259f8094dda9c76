using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// The frequencies of common terms, one number an article of a segment, decoded once and kept: a term that stands in every tenth article costs
/// more to decode than all the rest of a question, and added up by vectors it costs next to nothing. The least used are let go when the
/// budget is full. Safe for several threads at once.
/// </summary>
/// <param name="budgetBytes">How much is kept at most.</param>
internal sealed class FrequentPostings(long budgetBytes)
{
    /// <summary>Terms in fewer than one of so many articles of a segment are decoded each time: their few postings cost less than passing over all articles.</summary>
    private const int RarestShare = 16;

    private readonly ConcurrentDictionary<Key, Entry> known = new();
    private readonly Lock making = new();
    private long bytes;
    private long uses;

    /// <summary>Whether a term is common enough in a segment to be kept.</summary>
    public static bool IsFrequent(IndexSegment segment, int articlesWithTerm) => (long)articlesWithTerm * RarestShare >= segment.Count;

    /// <summary>The frequency of a term in every article of a segment, 0 where it does not occur.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="stem">The term.</param>
    /// <param name="postings">Gives the postings where they are not kept yet.</param>
    public ushort[] Of(IndexSegment segment, string stem, Func<DocsEnum> postings)
    {
        var key = new Key(segment.Core, stem);
        if (!known.TryGetValue(key, out var entry))
        {
            entry = Keep(key, new Entry(Decode(postings(), segment.Count)));
        }

        Volatile.Write(ref entry.LastUse, Interlocked.Increment(ref uses));
        return entry.Frequencies;
    }

    /// <summary>Lets go of segments that are no longer searched.</summary>
    /// <param name="cores">The segments that are.</param>
    public void KeepOnly(IReadOnlySet<object> cores)
    {
        foreach (var key in known.Keys.Where(key => !cores.Contains(key.Core)))
        {
            LetGo(key);
        }
    }

    private Entry Keep(Key key, Entry made)
    {
        lock (making)
        {
            if (known.TryAdd(key, made))
            {
                bytes += made.Bytes;
                DropLeastUsed();
                return made;
            }

            return known.TryGetValue(key, out var other) ? other : made;
        }
    }

    /// <summary>Drops the half that was used longest ago, so that the next drop is far away.</summary>
    private void DropLeastUsed()
    {
        if (bytes <= budgetBytes)
        {
            return;
        }

        foreach (var key in known.OrderBy(pair => Volatile.Read(ref pair.Value.LastUse)).Select(pair => pair.Key).TakeWhile(_ => bytes > budgetBytes / 2).ToList())
        {
            LetGo(key);
        }
    }

    private void LetGo(Key key)
    {
        lock (making)
        {
            if (known.TryRemove(key, out var entry))
            {
                bytes -= entry.Bytes;
            }
        }
    }

    private static ushort[] Decode(DocsEnum postings, int articles)
    {
        var frequencies = new ushort[articles];
        int document;
        while ((document = postings.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
        {
            frequencies[document] = (ushort)Math.Min(postings.Freq, ushort.MaxValue);
        }

        return frequencies;
    }

    private readonly record struct Key(object Core, string Stem);

    private sealed class Entry(ushort[] frequencies)
    {
        public long LastUse;

        public ushort[] Frequencies { get; } = frequencies;

        public long Bytes => (long)Frequencies.Length * sizeof(ushort);
    }
}
