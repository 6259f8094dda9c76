using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Changes a collection's settings.</summary>
internal static class CollectionChanges
{
    public static void Apply(UpdateCollection request, StoredCollection collection)
    {
        CheckNames(request, collection);
        var config = collection.Config;
        if (request.Params is { } parameters)
        {
            config.Params.MergeFrom(new CollectionParams());
            config.Params.ReplicationFactor = parameters.HasReplicationFactor ? parameters.ReplicationFactor : config.Params.ReplicationFactor;
            config.Params.WriteConsistencyFactor = parameters.HasWriteConsistencyFactor ? parameters.WriteConsistencyFactor : config.Params.WriteConsistencyFactor;
            config.Params.OnDiskPayload = parameters.HasOnDiskPayload ? parameters.OnDiskPayload : config.Params.OnDiskPayload;
            if (parameters.HasReadFanOutFactor)
            {
                config.Params.ReadFanOutFactor = parameters.ReadFanOutFactor;
            }
        }

        config.HnswConfig.MergeFrom(request.HnswConfig ?? new HnswConfigDiff());
        config.OptimizerConfig.MergeFrom(request.OptimizersConfig ?? new OptimizersConfigDiff());
        if (request.StrictModeConfig is { } strict)
        {
            config.StrictModeConfig ??= new StrictModeConfig();
            config.StrictModeConfig.MergeFrom(strict);
        }

        foreach (var (key, value) in request.Metadata)
        {
            config.Metadata[key] = value;
        }

        foreach (var (name, sparse) in request.SparseVectorsConfig?.Map.AsEnumerable() ?? [])
        {
            config.Params.SparseVectorsConfig.Map[name].MergeFrom(sparse);
        }

        foreach (var (name, dense) in request.VectorsConfig?.ParamsMap?.Map.AsEnumerable() ?? [])
        {
            Merge(config.Params.VectorsConfig.ParamsMap.Map[name], dense);
        }

        ApplyQuantization(request.QuantizationConfig, config);
    }

    private static void CheckNames(UpdateCollection request, StoredCollection collection)
    {
        foreach (var name in request.SparseVectorsConfig?.Map.Keys.Where(name => !collection.SparseVectors.ContainsKey(name)) ?? [])
        {
            throw Refusal.WrongInput($"Not existing vector name error: {name}");
        }

        foreach (var name in request.VectorsConfig?.ParamsMap?.Map.Keys.Where(name => !collection.DenseVectors.ContainsKey(name)) ?? [])
        {
            throw Refusal.WrongInput($"Not existing vector name error: {name}");
        }
    }

    private static void Merge(VectorParams parameters, VectorParamsDiff change)
    {
        if (change.HnswConfig is { } hnsw)
        {
            parameters.HnswConfig ??= new HnswConfigDiff();
            parameters.HnswConfig.MergeFrom(hnsw);
        }

        if (change.HasOnDisk)
        {
            parameters.OnDisk = change.OnDisk;
        }

        switch (change.QuantizationConfig?.QuantizationCase)
        {
            case QuantizationConfigDiff.QuantizationOneofCase.Disabled:
                parameters.QuantizationConfig = null;
                break;
            case QuantizationConfigDiff.QuantizationOneofCase.Scalar:
                parameters.QuantizationConfig = new QuantizationConfig { Scalar = change.QuantizationConfig.Scalar };
                break;
        }
    }

    private static void ApplyQuantization(QuantizationConfigDiff? change, CollectionConfig config)
    {
        switch (change?.QuantizationCase)
        {
            case QuantizationConfigDiff.QuantizationOneofCase.Disabled:
                config.QuantizationConfig = null;
                break;
            case QuantizationConfigDiff.QuantizationOneofCase.Scalar:
                config.QuantizationConfig = new QuantizationConfig { Scalar = change.Scalar };
                break;
        }
    }
}
