using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// In how many articles terms occur. Deleted articles that still lie in a segment are not counted, so that no rank depends on what an article
/// said before or on the order of ingest.
/// </summary>
internal static class TermFrequencies
{
    public static QueryTerm Of(IndexSnapshot snapshot, string stem)
    {
        var count = 0;
        var bytes = new BytesRef(stem);
        foreach (var segment in snapshot.Segments)
        {
            var terms = segment.Reader.GetTerms(IndexFields.Terms)?.GetEnumerator();
            if (terms is not null && terms.SeekExact(bytes))
            {
                count += segment.LiveDocs is null ? terms.DocFreq : CountLive(terms, segment.LiveDocs);
            }
        }

        return new QueryTerm(stem, count, Idf(snapshot.Articles, count));
    }

    public static double Idf(long articles, long withTerm) => Math.Log(1 + ((articles - withTerm + .5) / (withTerm + .5)));

    private static int CountLive(TermsEnum terms, IBits liveDocs)
    {
        var count = 0;
        var documents = terms.Docs(liveDocs, null, DocsFlags.NONE);
        while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }
}
