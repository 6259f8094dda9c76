using System.Globalization;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Qdrant.Content;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Layout;

/// <summary>
/// What the collections are like: a sparse vector for BM25 weights without the IDF modifier (the archive's own rarities are the query's
/// weights, so that no tenant moves another's scores), a dense one where a model is configured (int8 in memory, the original on disk), HNSW
/// linked within each archive, and indexes on the fields that filters use.
/// </summary>
internal sealed class CollectionDesign(QdrantOptions options, VectorModel? model)
{
    /// <summary>Metadata: which making of the collections this is; the local statistics belong to one.</summary>
    public const string Incarnation = "incarnation";

    /// <summary>Metadata: the version of analysis and weights.</summary>
    public const string Format = "format";

    /// <summary>Metadata: the embedding model.</summary>
    public const string Model = "model";

    /// <summary>What collections without vectors of a model state in its place.</summary>
    public const string NoModel = "lexical";

    /// <summary>Links of each point within its archive, and none across archives, since no query crosses.</summary>
    private const ulong LinksInArchive = 16;

    private const float Quantile = .99f;

    public VectorModel? DenseModel => model;

    public static string FormatVersion => string.Create(
        CultureInfo.InvariantCulture,
        $"{IndexFields.FormatVersion}; articles k1 {Bm25.K1} b {Bm25.B}; passages k1 {PassageRanking.K1} b {PassageRanking.B}; fnv1a");

    /// <summary>The request that makes a collection.</summary>
    public CreateCollection Creation(string name, string incarnation)
    {
        var request = new CreateCollection
        {
            CollectionName = name,
            ShardNumber = (uint)options.ShardNumber,
            ReplicationFactor = (uint)options.ReplicationFactor,
            WriteConsistencyFactor = (uint)options.WriteConsistencyFactor,
            HnswConfig = new HnswConfigDiff { M = 0, PayloadM = LinksInArchive },
            VectorsConfig = new VectorsConfig { ParamsMap = new VectorParamsMap() },
            SparseVectorsConfig = new SparseVectorConfig(),
        };
        request.SparseVectorsConfig.Map[VectorNames.Sparse] = new SparseVectorParams { Index = OnDisk(new SparseIndexConfig(), options.SparseOnDisk) };
        if (model is not null)
        {
            request.VectorsConfig.ParamsMap.Map[VectorNames.Dense] = DenseParameters((ulong)model.Dimensions);
        }

        request.Metadata[Incarnation] = PointMaking.Text(incarnation);
        request.Metadata[Format] = PointMaking.Text(FormatVersion);
        request.Metadata[Model] = PointMaking.Text(model?.Name ?? NoModel);
        return request;
    }

    /// <summary>The indexes of a collection. Every index adds links to the HNSW graph unless told not to; only the archive's shall.</summary>
    public static IEnumerable<CreateFieldIndexCollection> Indexes(string collection)
    {
        yield return Index(collection, PayloadFields.Archive, FieldType.Keyword, new PayloadIndexParams { KeywordIndexParams = new KeywordIndexParams { IsTenant = true } });
        yield return Index(collection, PayloadFields.Published, FieldType.Datetime, new PayloadIndexParams { DatetimeIndexParams = new DatetimeIndexParams { IsPrincipal = true, EnableHnsw = false } });
        foreach (var field in new[] { PayloadFields.Article, PayloadFields.Cluster, PayloadFields.Source, PayloadFields.Language })
        {
            yield return Index(collection, field, FieldType.Keyword, new PayloadIndexParams { KeywordIndexParams = new KeywordIndexParams { EnableHnsw = false } });
        }
    }

    private static CreateFieldIndexCollection Index(string collection, string field, FieldType type, PayloadIndexParams parameters) =>
        new() { CollectionName = collection, Wait = true, FieldName = field, FieldType = type, FieldIndexParams = parameters };

    // The newest definition of the protocol calls on_disk and always_ram old; servers before it know nothing else.
#pragma warning disable CS0612
    private static SparseIndexConfig OnDisk(SparseIndexConfig config, bool onDisk)
    {
        config.OnDisk = onDisk;
        return config;
    }

    private static VectorParams DenseParameters(ulong size) => new()
    {
        Size = size,
        Distance = Distance.Cosine,
        OnDisk = true,
        QuantizationConfig = new QuantizationConfig { Scalar = new ScalarQuantization { Type = QuantizationType.Int8, Quantile = Quantile, AlwaysRam = true } },
    };
#pragma warning restore CS0612
}
