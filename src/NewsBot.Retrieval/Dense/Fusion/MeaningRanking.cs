using NewsBot.Retrieval.Dense.Vectors;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Ranking;

namespace NewsBot.Retrieval.Dense.Fusion;

/// <summary>
/// Finds the articles nearest to a question by looking at every vector of those that the filter accepts. An article is as near as the nearest of
/// its vectors. The index says which articles there are, so what was removed or lies after the query's moment is never found.
/// </summary>
internal sealed class MeaningRanking
{
    private readonly IndexSnapshot snapshot;
    private readonly VectorTable table;
    private readonly sbyte[] question;
    private readonly float scale;

    public MeaningRanking(IndexSnapshot snapshot, VectorTable table, ReadOnlySpan<float> question)
    {
        this.snapshot = snapshot;
        this.table = table;

        // As long as a row's numbers, so that both are read in whole steps.
        this.question = new sbyte[VectorLayout.NumbersOf(new byte[table.Layout.RecordSize]).Length];
        scale = QuantisedVector.Write(question, this.question);
    }

    /// <summary>The nearest articles, their nearness weighed by the time prior; at most <paramref name="limit"/>, in no particular order.</summary>
    public IReadOnlyList<NearArticle> Nearest(ArticleFilter filter, TimePrior prior, int limit, CancellationToken cancellationToken)
    {
        var best = new PriorityQueue<NearArticle, double>(limit + 1);
        foreach (var segment in snapshot.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Collect(segment, filter.In(segment), prior, limit, best);
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    /// <summary>The cosine of the question and the nearest of an article's vectors; null where it has none.</summary>
    public double? CosineOf(Guid article)
    {
        var first = table.FirstOf(article);
        return first == VectorTable.None ? null : Nearness(first);
    }

    private void Collect(IndexSegment segment, ArticleFilter.Segment filter, TimePrior prior, int limit, PriorityQueue<NearArticle, double> best)
    {
        var identities = segment.Identities;
        for (var document = 0; document < identities.Length; document++)
        {
            var first = table.FirstOf(identities[document]);
            if (first == VectorTable.None || !filter.Accepts(document))
            {
                continue;
            }

            var (cosine, factor) = (Nearness(first), prior.FactorAt(filter.Published[document]));
            best.Enqueue(new NearArticle(identities[document], cosine, factor), cosine * factor);
            if (best.Count > limit)
            {
                best.Dequeue();
            }
        }
    }

    private double Nearness(int row)
    {
        var nearest = float.NegativeInfinity;
        for (; row != VectorTable.None; row = table.After(row))
        {
            var record = table.Row(row);
            nearest = Math.Max(nearest, QuantisedVector.Cosine(question, scale, VectorLayout.NumbersOf(record), VectorLayout.ScaleOf(record)));
        }

        GC.KeepAlive(table);
        return nearest;
    }
}
