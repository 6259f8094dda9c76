using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>What a collection's settings are where its creation said nothing, as a real server reports them.</summary>
internal static class CollectionDefaults
{
    public static CollectionConfig ConfigOf(CreateCollection creation)
    {
        var config = new CollectionConfig
        {
            Params = new CollectionParams
            {
                ShardNumber = creation.HasShardNumber ? creation.ShardNumber : 1,
                OnDiskPayload = !creation.HasOnDiskPayload || creation.OnDiskPayload,
                VectorsConfig = creation.VectorsConfig?.Clone() ?? new VectorsConfig { ParamsMap = new VectorParamsMap() },
                ReplicationFactor = creation.HasReplicationFactor ? creation.ReplicationFactor : 1,
                WriteConsistencyFactor = creation.HasWriteConsistencyFactor ? creation.WriteConsistencyFactor : 1,
                SparseVectorsConfig = creation.SparseVectorsConfig?.Clone(),
            },
            HnswConfig = new HnswConfigDiff { M = 16, EfConstruct = 100, FullScanThreshold = 10_000, MaxIndexingThreads = 0, OnDisk = false },
            OptimizerConfig = new OptimizersConfigDiff
            {
                DeletedThreshold = 0.2, VacuumMinVectorNumber = 1000, DefaultSegmentNumber = 0, IndexingThreshold = 10_000, FlushIntervalSec = 5,
                MaxOptimizationThreads = new MaxOptimizationThreads { Setting = MaxOptimizationThreads.Types.Setting.Auto },
            },
            WalConfig = new WalConfigDiff { WalCapacityMb = 32, WalSegmentsAhead = 0, WalRetainClosed = 1 },
            QuantizationConfig = creation.QuantizationConfig?.Clone(),
            StrictModeConfig = creation.StrictModeConfig?.Clone(),
        };
        config.Metadata.Add(creation.Metadata);
        config.HnswConfig.MergeFrom(creation.HnswConfig ?? new HnswConfigDiff());
        config.OptimizerConfig.MergeFrom(creation.OptimizersConfig ?? new OptimizersConfigDiff());
        config.WalConfig.MergeFrom(creation.WalConfig ?? new WalConfigDiff());
        return config;
    }
}
