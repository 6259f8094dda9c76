using System.Collections;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsBot.Retrieval.Lexical;

/// <summary>A buffer of articles as Lucene reads a segment, so that its writer can write it as one.</summary>
internal sealed class BufferedSegment : AtomicReader
{
    private static readonly FieldInfos Infos = new(
    [
        Indexed(IndexFields.Terms, 0, IndexOptions.DOCS_AND_FREQS),
        Indexed(IndexFields.Identity, 1, IndexOptions.DOCS_ONLY),
        Valued(IndexFields.IdentityBytes, 2, DocValuesType.BINARY),
        Valued(IndexFields.Length, 3, DocValuesType.NUMERIC),
        Valued(IndexFields.Published, 4, DocValuesType.NUMERIC),
        Valued(IndexFields.Source, 5, DocValuesType.SORTED),
        Valued(IndexFields.Language, 6, DocValuesType.SORTED),
    ]);

    private readonly List<BufferedArticle> articles;
    private readonly FixedBitSet? live;

    public BufferedSegment(List<BufferedArticle> articles, PostingLists identities, PostingLists terms)
    {
        this.articles = articles;
        Fields = new TwoFields(identities, terms);
        NumDocs = articles.Count(article => !article.IsDropped);
        live = NumDocs == articles.Count ? null : Live(articles);
    }

    public override Fields Fields { get; }

    public override FieldInfos FieldInfos => Infos;

    public override IBits? LiveDocs => live;

    public override int NumDocs { get; }

    public override int MaxDoc => articles.Count;

    public override NumericDocValues? GetNumericDocValues(string field) => field switch
    {
        IndexFields.Length => new Numbers(at => articles[at].Length),
        IndexFields.Published => new Numbers(at => articles[at].Published),
        _ => null,
    };

    public override BinaryDocValues? GetBinaryDocValues(string field) => field == IndexFields.IdentityBytes ? new Identities(articles) : null;

    public override SortedDocValues? GetSortedDocValues(string field) => field switch
    {
        IndexFields.Source => new Names([.. articles.Select(article => article.Source)]),
        IndexFields.Language => new Names([.. articles.Select(article => article.Language)]),
        _ => null,
    };

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override IBits? GetDocsWithField(string field) => Infos.FieldInfo(field) is { HasDocValues: true } ? new Bits.MatchAllBits(MaxDoc) : null;

    public override NumericDocValues? GetNormValues(string field) => null;

    public override Fields? GetTermVectors(int docID) => null;

    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        // Nothing is stored: the store has it.
    }

    public override void CheckIntegrity()
    {
        // It was never on a disk.
    }

    protected override void DoClose()
    {
    }

    private static FieldInfo Indexed(string name, int number, IndexOptions options) =>
        new(name, indexed: true, number, storeTermVector: false, omitNorms: true, storePayloads: false, options, DocValuesType.NONE, DocValuesType.NONE, attributes: null);

    private static FieldInfo Valued(string name, int number, DocValuesType type) =>
        new(name, indexed: false, number, storeTermVector: false, omitNorms: false, storePayloads: false, IndexOptions.NONE, type, DocValuesType.NONE, attributes: null);

    private static FixedBitSet Live(List<BufferedArticle> articles)
    {
        var bits = new FixedBitSet(articles.Count);
        for (var at = 0; at < articles.Count; at++)
        {
            if (!articles[at].IsDropped)
            {
                bits.Set(at);
            }
        }

        return bits;
    }

    private sealed class TwoFields(PostingLists identities, PostingLists terms) : Fields
    {
        public override int Count => 2;

        public override IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)[IndexFields.Identity, IndexFields.Terms]).GetEnumerator();

        public override Terms? GetTerms(string field) => field switch
        {
            IndexFields.Identity => identities,
            IndexFields.Terms => terms,
            _ => null,
        };
    }

    private sealed class Numbers(Func<int, long> of) : NumericDocValues
    {
        public override long Get(int docID) => of(docID);
    }

    private sealed class Identities(List<BufferedArticle> articles) : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result)
        {
            result.Bytes = articles[docID].Id.ToByteArray();
            (result.Offset, result.Length) = (0, result.Bytes.Length);
        }
    }

    private sealed class Names : SortedDocValues
    {
        private readonly BytesRef[] names;
        private readonly int[] ordinals;

        public Names(string[] values)
        {
            names = [.. values.Distinct(StringComparer.Ordinal).Select(value => new BytesRef(value)).Order()];
            var ordinalOf = names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name.Utf8ToString(), pair => pair.at, StringComparer.Ordinal);
            ordinals = Array.ConvertAll(values, value => ordinalOf[value]);
        }

        public override int ValueCount => names.Length;

        public override int GetOrd(int docID) => ordinals[docID];

        public override void LookupOrd(int ord, BytesRef result)
        {
            (result.Bytes, result.Offset, result.Length) = (names[ord].Bytes, names[ord].Offset, names[ord].Length);
        }
    }
}
