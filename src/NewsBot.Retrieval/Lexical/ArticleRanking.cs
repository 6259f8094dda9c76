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
    /// <summary>Where several collections agree best on a flat plateau: k1 from 1.2 to 5 and b from .6 to .9 are within noise (docs/BENCHMARKS.md).</summary>
    internal const double K1 = 1.2;
    internal const double B = .65;

    /// <summary>The best articles for the terms, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<IndexedArticle> Rank(IReadOnlyList<QueryTerm> terms, ArticleFilter filter, TimePrior prior, int limit, CancellationToken cancellationToken)
    {
        var best = new PriorityQueue<(int Segment, int Document, double Lexical, double Factor), double>(limit + 1);
        for (var index = 0; index < snapshot.Segments.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var segment = snapshot.Segments[index];
            var scores = ArrayPool<float>.Shared.Rent(segment.Count);
            try
            {
                var used = scores.AsSpan(0, segment.Count);
                used.Clear();
                if (Score(segment, terms, used))
                {
                    Collect(index, used, filter.In(segment), prior, limit, best);
                }
            }
            finally
            {
                ArrayPool<float>.Shared.Return(scores);
            }
        }

        return Ordered(best, limit);
    }

    /// <summary>What each term adds to the score of one article.</summary>
    public IReadOnlyDictionary<string, double> SharesOf(IndexedArticle article, IReadOnlyList<QueryTerm> terms)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var postings = PostingsOf(article.Segment, term);
            if (postings is not null && postings.Advance(article.Document) == article.Document)
            {
                shares[term.Stem] = Share(term, postings.Freq, article.Segment.Lengths[article.Document]);
            }
        }

        return shares;
    }

    private bool Score(IndexSegment segment, IReadOnlyList<QueryTerm> terms, Span<float> scores)
    {
        var lengths = segment.Lengths;
        var any = false;
        var (constant, slope) = ((float)(K1 * (1 - B)), (float)(K1 * B / snapshot.AverageLength));
        foreach (var term in terms)
        {
            if (PostingsOf(segment, term) is not { } postings)
            {
                continue;
            }

            any = true;
            var weight = (float)(term.Idf * (K1 + 1));
            int document;
            while ((document = postings.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
            {
                float frequency = postings.Freq;
                scores[document] += weight * frequency / (frequency + constant + (slope * lengths[document]));
            }
        }

        return any;
    }

    private double Share(QueryTerm term, int frequency, double length) =>
        term.Idf * (K1 + 1) * frequency / (frequency + (K1 * (1 - B + (B * length / snapshot.AverageLength))));

    private static DocsEnum? PostingsOf(IndexSegment segment, QueryTerm term)
    {
        var terms = term.Articles == 0 ? null : segment.Reader.GetTerms(IndexFields.Terms)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term.Stem)) ? terms.Docs(null, null, DocsFlags.FREQS) : null;
    }

    private static void Collect(
        int segment,
        ReadOnlySpan<float> scores,
        ArticleFilter.Segment filter,
        TimePrior prior,
        int limit,
        PriorityQueue<(int Segment, int Document, double Lexical, double Factor), double> best)
    {
        var published = filter.Published;
        var worst = best.Count == limit && best.TryPeek(out _, out var least) ? least : 0;
        for (var document = 0; document < scores.Length; document++)
        {
            var lexical = scores[document];
            if (lexical == 0 || lexical * prior.Maximum < worst || !filter.Accepts(document))
            {
                continue;
            }

            // Scores equal to the worst stay in, so that the order of equals is decided by identity and not by the place in the index.
            var factor = prior.FactorAt(published[document]);
            var score = lexical * factor;
            if (score >= worst)
            {
                best.Enqueue((segment, document, lexical, factor), score);
                DropBelow(best, limit, out worst);
            }
        }
    }

    /// <summary>Drops what lies strictly below the best <paramref name="limit"/>.</summary>
    private static void DropBelow(PriorityQueue<(int Segment, int Document, double Lexical, double Factor), double> best, int limit, out double worst)
    {
        worst = 0;
        if (best.Count < limit)
        {
            return;
        }

        best.TryPeek(out _, out worst);
        if (best.Count > limit)
        {
            best.TryDequeue(out var dropped, out var least);
            best.TryPeek(out _, out worst);
            if (worst == least)
            {
                best.Enqueue(dropped, least);
            }
        }
    }

    private List<IndexedArticle> Ordered(PriorityQueue<(int Segment, int Document, double Lexical, double Factor), double> best, int limit) =>
        best.UnorderedItems
            .Select(item => (item.Element, Segment: snapshot.Segments[item.Element.Segment]))
            .Select(item => new IndexedArticle(
                item.Segment.IdentityOf(item.Element.Document), item.Element.Lexical, item.Element.Factor, item.Segment, item.Element.Document))
            .OrderByDescending(article => article.Score)
            .ThenBy(article => article.Id)
            .Take(limit)
            .ToList();
}
