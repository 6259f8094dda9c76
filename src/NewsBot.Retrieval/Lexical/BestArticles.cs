using System.Numerics;
using NewsBot.Retrieval.Ranking;

namespace NewsBot.Retrieval.Lexical;

/// <summary>The best articles of several segments; of equal scores the smaller identity is the better, so that no order depends on the place in the index.</summary>
internal sealed class BestArticles(TimePrior prior, int limit)
{
    private readonly PriorityQueue<IndexedArticle, Worth> best = new(limit + 1);
    private double worst;

    /// <summary>The articles found, best first.</summary>
    public IReadOnlyList<IndexedArticle> InOrder()
    {
        var ordered = new IndexedArticle[best.Count];
        for (var place = ordered.Length - 1; place >= 0; place--)
        {
            ordered[place] = best.Dequeue();
        }

        return ordered;
    }

    /// <summary>Takes in the scores of a segment's articles.</summary>
    public void Add(IndexSegment segment, ReadOnlySpan<float> scores, ArticleFilter.Segment filter)
    {
        // No article of the segment is nearer to the prior's days than the segment itself is.
        var largest = prior.LargestFactor(segment.Earliest, segment.Latest);
        var width = Vector<float>.Count;
        var at = 0;
        for (; at <= scores.Length - width; at += width)
        {
            if (Vector.GreaterThanOrEqualAny(new Vector<float>(scores[at..]), new Vector<float>(Needed(largest))))
            {
                Offer(segment, scores, at, at + width, largest, filter);
            }
        }

        Offer(segment, scores, at, scores.Length, largest, filter);
    }

    private void Offer(IndexSegment segment, ReadOnlySpan<float> scores, int from, int to, double largest, ArticleFilter.Segment filter)
    {
        for (var document = from; document < to; document++)
        {
            var lexical = scores[document];
            if (lexical >= Needed(largest) && filter.Accepts(document))
            {
                Offer(new IndexedArticle(segment.Identities[document], lexical, prior.FactorAt(segment.Published[document]), segment, document));
            }
        }
    }

    private void Offer(IndexedArticle article)
    {
        var worth = new Worth(article.Score, article.Id);
        if (best.Count < limit)
        {
            best.Enqueue(article, worth);
        }
        else if (article.Score >= worst)
        {
            best.EnqueueDequeue(article, worth);
        }

        if (best.Count == limit && best.TryPeek(out _, out var least))
        {
            worst = least.Score;
        }
    }

    /// <summary>The words' score below which no prior lifts an article among the best; a score of nothing never does.</summary>
    private float Needed(double largest) => Math.Max(float.Epsilon, (float)(worst / largest * (1 - 1e-6)));

    private readonly record struct Worth(double Score, Guid Id) : IComparable<Worth>
    {
        public int CompareTo(Worth other) => Score != other.Score ? Score.CompareTo(other.Score) : other.Id.CompareTo(Id);
    }
}
