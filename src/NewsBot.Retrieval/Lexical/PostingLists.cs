using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsBot.Retrieval.Lexical;

/// <summary>The terms of a field in their order, each with the articles it stands in. Lucene reads it once, from front to back, when it writes a segment.</summary>
/// <param name="terms">The terms, sorted by their bytes.</param>
/// <param name="starts">Where the postings of each begin, and where the last end.</param>
/// <param name="documents">The articles of all postings; it may be longer.</param>
/// <param name="counts">How often the term stands in each, or null where that is not kept.</param>
internal sealed class PostingLists(BytesRef[] terms, int[] starts, int[] documents, int[]? counts) : Terms
{
    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => terms.Length;

    public override long SumTotalTermFreq => -1;

    public override long SumDocFreq => starts[^1];

    public override int DocCount => -1;

    public override bool HasFreqs => counts is not null;

    public override bool HasOffsets => false;

    public override bool HasPositions => false;

    public override bool HasPayloads => false;

    public override TermsEnum GetEnumerator() => new FrontToBack(this);

    private BytesRef[] InOrder => terms;

    private int[] Starts => starts;

    private int[] Documents => documents;

    private int[]? Counts => counts;

    private sealed class FrontToBack(PostingLists lists) : TermsEnum
    {
        private int at = -1;

        public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

        public override BytesRef? Term => at < lists.InOrder.Length ? lists.InOrder[at] : null;

        public override long Ord => at;

        public override int DocFreq => lists.Starts[at + 1] - lists.Starts[at];

        public override long TotalTermFreq => -1;

        public override bool MoveNext() => ++at < lists.InOrder.Length;

        [Obsolete("Lucene.Net keeps it beside MoveNext.")]
        public override BytesRef? Next() => MoveNext() ? Term : null;

        public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => new Postings(lists, lists.Starts[at], lists.Starts[at + 1], liveDocs);

        public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) => null;

        public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException("A buffer is read from front to back.");

        public override void SeekExact(long ord) => throw new NotSupportedException("A buffer is read from front to back.");
    }

    private sealed class Postings(PostingLists lists, int start, int end, IBits? liveDocs) : DocsEnum
    {
        private int at = start - 1;

        public override int DocID => at < start ? -1 : at < end ? lists.Documents[at] : NO_MORE_DOCS;

        public override int Freq => lists.Counts is { } counts ? counts[at] : 1;

        public override int NextDoc()
        {
            while (++at < end)
            {
                if (liveDocs is null || liveDocs.Get(lists.Documents[at]))
                {
                    return lists.Documents[at];
                }
            }

            return NO_MORE_DOCS;
        }

        public override int Advance(int target) => SlowAdvance(target);

        public override long GetCost() => end - start;
    }
}
