using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsBot.Retrieval.Ranking;

namespace NewsBot.Retrieval.Lexical;

/// <summary>An article as ranking sees it.</summary>
/// <param name="Id">The identity.</param>
/// <param name="Lexical">Its BM25 score.</param>
/// <param name="TimeFactor">The factor of the time prior.</param>
internal record RankedArticle(Guid Id, double Lexical, double TimeFactor)
{
    /// <summary>The cosine of question and article, where meaning counts too and the article has a vector.</summary>
    public double? Cosine { get; init; }

    /// <summary>How well the article fits before time counts, in the unit of lexical scores: words alone, or words and meaning.</summary>
    public double Relevance { get; init; } = Lexical;

    public double Score => Relevance * TimeFactor;
}

/// <summary>A ranked article of the embedded index.</summary>
/// <param name="Id">The identity.</param>
/// <param name="Lexical">Its BM25 score.</param>
/// <param name="TimeFactor">The factor of the time prior.</param>
/// <param name="Segment">The segment it lies in.</param>
/// <param name="Document">Its number there.</param>
internal sealed record IndexedArticle(Guid Id, double Lexical, double TimeFactor, IndexSegment Segment, int Document)
    : RankedArticle(Id, Lexical, TimeFactor);

/// <summary>
/// Scores articles by BM25 over the weighted terms, times the time prior, term by term into one array a segment: exact lengths instead of
/// Lucene's one-byte norms, and filter and prior in the same pass. Articles come best first; equal scores are ordered by identity.
/// </summary>
internal sealed class ArticleRanking(IndexSnapshot snapshot)
{
    private readonly Bm25 bm25 = new(snapshot.AverageLength);

    /// <summary>The best articles for the terms, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<IndexedArticle> Rank(IReadOnlyList<QueryTerm> terms, ArticleFilter filter, TimePrior prior, int limit, CancellationToken cancellationToken)
    {
        var best = new BestArticles(prior, limit);
        foreach (var segment in snapshot.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scores = ArrayPool<float>.Shared.Rent(segment.Count);
            try
            {
                var used = scores.AsSpan(0, segment.Count);
                used.Clear();
                if (Score(segment, terms, used))
                {
                    best.Add(segment, used, filter.In(segment));
                }
            }
            finally
            {
                ArrayPool<float>.Shared.Return(scores);
            }
        }

        return best.InOrder();
    }

    /// <summary>What each term adds to the score of one article.</summary>
    public IReadOnlyDictionary<string, double> SharesOf(IndexedArticle article, IReadOnlyList<QueryTerm> terms)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (TermIn(article.Segment, term)?.Docs(null, null, DocsFlags.FREQS) is { } postings && postings.Advance(article.Document) == article.Document)
            {
                shares[term.Stem] = bm25.Share(term.Idf, postings.Freq, article.Segment.Lengths[article.Document]);
            }
        }

        return shares;
    }

    private bool Score(IndexSegment segment, IReadOnlyList<QueryTerm> terms, Span<float> scores)
    {
        var any = false;
        foreach (var term in terms)
        {
            if (TermIn(segment, term) is not { } found)
            {
                continue;
            }

            any = true;
            if (FrequentPostings.IsFrequent(segment, found.DocFreq))
            {
                var frequencies = snapshot.Frequent.Of(segment, term.Stem, () => found.Docs(null, null, DocsFlags.FREQS));
                bm25.AddShares(term.Idf, frequencies, segment.Lengths, scores);
            }
            else
            {
                AddShares(term, found.Docs(null, null, DocsFlags.FREQS), segment.Lengths, scores);
            }
        }

        return any;
    }

    private void AddShares(QueryTerm term, DocsEnum postings, ReadOnlySpan<float> lengths, Span<float> scores)
    {
        int document;
        while ((document = postings.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
        {
            scores[document] += bm25.Share(term.Idf, postings.Freq, lengths[document]);
        }
    }

    private static TermsEnum? TermIn(IndexSegment segment, QueryTerm term)
    {
        var terms = term.Articles == 0 ? null : segment.Reader.GetTerms(IndexFields.Terms)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term.Stem)) ? terms : null;
    }
}
