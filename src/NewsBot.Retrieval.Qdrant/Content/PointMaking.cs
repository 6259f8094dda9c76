using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Text;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Content;

/// <summary>Makes the points of articles and passages: deterministic ids, so that writing twice changes nothing.</summary>
internal static class PointMaking
{
    /// <summary>The point that an article is ranked by.</summary>
    public static PointStruct OfArticle(Article article, TermCounts terms, double averageLength)
    {
        var point = Point(article.Id, WeighArticle(terms, averageLength), article);
        point.Payload[PayloadFields.Hash] = Text(ArticleIdentity.ContentHash(article.Content));
        return point;
    }

    /// <summary>The points of an article's passages.</summary>
    public static IEnumerable<PointStruct> OfPassages(Article article, IReadOnlyList<Passage> passages, TextAnalysis text)
    {
        var terms = TermCounts.OfPassages(article, passages, text);
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            var weights = terms[i].Weigh(PassageRanking.K1, PassageRanking.B, PassageCutter.TargetWords);
            var point = Point(passage.IdIn(article.Id, article.Version), weights, article);
            point.Payload[PayloadFields.Ordinal] = Number(passage.Ordinal);
            point.Payload[PayloadFields.Start] = Number(passage.Range.Start);
            point.Payload[PayloadFields.End] = Number(passage.Range.End);
            point.Payload[PayloadFields.Text] = Text(passage.Range.Of(article.Text));
            yield return point;
        }
    }

    /// <summary>An article's weights alone, to set anew after the average length has moved.</summary>
    public static PointVectors WeightsOf(Article article, TermCounts terms, double averageLength) =>
        new() { Id = IdOf(article.Id), Vectors = Named(VectorNames.Sparse, new Vector { Sparse = WeighArticle(terms, averageLength) }) };

    /// <summary>A vector of the embedding model for a point that exists.</summary>
    public static PointVectors DenseOf(PointId id, ReadOnlySpan<float> vector)
    {
        var dense = new DenseVector();
        foreach (var value in vector)
        {
            dense.Data.Add(value);
        }

        return new PointVectors { Id = id, Vectors = Named(VectorNames.Dense, new Vector { Dense = dense }) };
    }

    /// <summary>What may change of an article without a new version: its cluster. Null takes the field away.</summary>
    public static IReadOnlyDictionary<string, Value> StandingOf(Article article) => new Dictionary<string, Value>
    {
        [PayloadFields.Cluster] = article.Standing.Cluster is { } cluster ? Text(cluster.ToString()) : new Value { NullValue = NullValue.NullValue },
    };

    public static PointId IdOf(Guid id) => new() { Uuid = id.ToString() };

    public static Value Text(string value) => new() { StringValue = value };

    private static SparseVector WeighArticle(TermCounts terms, double averageLength) => terms.Weigh(Bm25.K1, Bm25.B, averageLength);

    private static PointStruct Point(Guid id, SparseVector weights, Article article)
    {
        var point = new PointStruct { Id = IdOf(id), Vectors = Named(VectorNames.Sparse, new Vector { Sparse = weights }) };
        point.Payload[PayloadFields.Archive] = Text(article.Archive.Value);
        point.Payload[PayloadFields.Article] = Text(article.Id.ToString());
        point.Payload[PayloadFields.Published] = Text(PublishedTime.Write(article.Published));
        point.Payload[PayloadFields.Version] = Number(article.Version);
        point.Payload[PayloadFields.Title] = Text(article.Title);
        AddKnown(point, PayloadFields.Cluster, article.Standing.Cluster?.ToString());
        AddKnown(point, PayloadFields.Source, article.Source);
        AddKnown(point, PayloadFields.Language, article.Content.Language?.Trim().ToLowerInvariant());
        AddKnown(point, PayloadFields.Url, article.Url);
        return point;
    }

    private static void AddKnown(PointStruct point, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            point.Payload[field] = Text(value);
        }
    }

    private static Value Number(long value) => new() { IntegerValue = value };

    private static Vectors Named(string name, Vector vector)
    {
        var named = new NamedVectors();
        named.Vectors[name] = vector;
        return new Vectors { Vectors_ = named };
    }
}
