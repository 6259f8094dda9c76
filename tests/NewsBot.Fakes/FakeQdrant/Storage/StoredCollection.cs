using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>One collection: its settings, its points by name, its indexes. All access is under the server's lock.</summary>
internal sealed class StoredCollection
{
    private readonly Dictionary<string, SparsePostings> postings = [];

    public StoredCollection(CreateCollection creation)
    {
        Config = CollectionDefaults.ConfigOf(creation);
        foreach (var name in SparseVectors.Keys)
        {
            postings[name] = new SparsePostings();
        }
    }

    public CollectionConfig Config { get; }

    public SortedDictionary<PointKey, StoredPoint> Points { get; } = [];

    public SortedDictionary<string, PayloadSchemaInfo> Indexes { get; } = new(StringComparer.Ordinal);

    public ulong LastOperation { get; set; }

    public IReadOnlyDictionary<string, VectorParams> DenseVectors => Config.Params.VectorsConfig?.ConfigCase switch
    {
        VectorsConfig.ConfigOneofCase.ParamsMap => Config.Params.VectorsConfig.ParamsMap.Map,
        VectorsConfig.ConfigOneofCase.Params => new Dictionary<string, VectorParams> { [""] = Config.Params.VectorsConfig.Params },
        _ => new Dictionary<string, VectorParams>(),
    };

    public IReadOnlyDictionary<string, SparseVectorParams> SparseVectors =>
        Config.Params.SparseVectorsConfig?.Map ?? (IReadOnlyDictionary<string, SparseVectorParams>)new Dictionary<string, SparseVectorParams>();

    /// <summary>The dense vectors by name; a single unnamed one becomes the one of the empty name.</summary>
    public VectorParamsMap NameVectors()
    {
        var vectors = Config.Params.VectorsConfig;
        if (vectors.ConfigCase != VectorsConfig.ConfigOneofCase.ParamsMap)
        {
            var named = new VectorParamsMap();
            if (vectors.Params is { } single)
            {
                named.Map[""] = single;
            }

            vectors.ParamsMap = named;
        }

        return vectors.ParamsMap;
    }

    public SparsePostings PostingsOf(string vector) => postings[vector];

    public void AddSparseName(string vector, SparseVectorParams parameters)
    {
        Config.Params.SparseVectorsConfig ??= new SparseVectorConfig();
        Config.Params.SparseVectorsConfig.Map[vector] = parameters;
        postings[vector] = new SparsePostings();
    }

    public void DropName(string vector)
    {
        foreach (var point in Points.Values)
        {
            DropVector(point, vector);
        }

        Config.Params.SparseVectorsConfig?.Map.Remove(vector);
        Config.Params.VectorsConfig?.ParamsMap?.Map.Remove(vector);
    }

    public PayloadSchemaInfo? IndexOn(string field) => Indexes.GetValueOrDefault(field);

    public StoredPoint Require(PointKey key) => Points.TryGetValue(key, out var point) ? point : throw Refusal.NoPoint(key);

    public void Put(StoredPoint point)
    {
        Take(point.Key, pointIsDeleted: false);
        Points[point.Key] = point;
        foreach (var (name, terms) in point.Sparse)
        {
            postings[name].Add(point, terms);
        }
    }

    public void Delete(PointKey key) => Take(key, pointIsDeleted: true);

    public void SetVectors(StoredPoint point, StoredPoint given)
    {
        foreach (var (name, vector) in given.Dense)
        {
            point.Dense[name] = vector;
        }

        foreach (var (name, terms) in given.Sparse)
        {
            DropVector(point, name);
            point.Sparse[name] = terms;
            postings[name].Add(point, terms);
        }
    }

    public void DropVector(StoredPoint point, string vector)
    {
        point.Dense.Remove(vector);
        if (point.Sparse.Remove(vector, out var terms))
        {
            postings[vector].Remove(point, terms, pointIsDeleted: false);
        }
    }

    private void Take(PointKey key, bool pointIsDeleted)
    {
        if (!Points.Remove(key, out var old))
        {
            return;
        }

        foreach (var (name, terms) in old.Sparse)
        {
            postings[name].Remove(old, terms, pointIsDeleted);
        }
    }
}
