using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Qdrant.Searching;

/// <summary>What each term adds to an article's score, counted from the archive's own text: the server tells only the sum.</summary>
internal sealed class TermShares(IArchiveReader store, TextAnalysis text, ArchiveName archive, double averageLength)
{
    public IReadOnlyDictionary<string, double> Of(RankedArticle ranked, IReadOnlyList<QueryTerm> terms)
    {
        if (store.Find(archive, ranked.Id) is not { } article)
        {
            return new Dictionary<string, double>();
        }

        var counts = TermCounts.OfArticle(article, text);
        var saturation = Bm25.K1 * (1 - Bm25.B + (Bm25.B * counts.Length / averageLength));
        return terms.Select(term => (term, Count: counts.CountOf(TermHash.Of(term.Stem))))
            .Where(pair => pair.Count > 0)
            .ToDictionary(pair => pair.term.Stem, pair => pair.term.Idf * (Bm25.K1 + 1) * pair.Count / (pair.Count + saturation));
    }
}
