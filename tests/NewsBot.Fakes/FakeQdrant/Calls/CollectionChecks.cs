using System.Globalization;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>What the creation of a collection must satisfy, with the words of a real server.</summary>
internal static class CollectionChecks
{
    private const ulong LargestVector = 65_536;

    public static void CheckCreation(CreateCollection request)
    {
        NameRules.CheckNew(request.CollectionName);
        if (request.StrictModeConfig is { Enabled: true })
        {
            throw Refusal.NotPlayed("strict mode");
        }

        CheckNumbers(request);
        CheckVectors(request);
        CheckQuantization(request.QuantizationConfig);
    }

    private static void CheckNumbers(CreateCollection request)
    {
        Require(!request.HasShardNumber || request.ShardNumber > 0, "shard_number", "value 0 invalid, must be 1 or larger");
        Require(!request.HasReplicationFactor || request.ReplicationFactor > 0, "replication_factor", "value 0 invalid, must be 1 or larger");
        Require(request.WalConfig is not { HasWalCapacityMb: true, WalCapacityMb: 0 }, "wal_config.wal_capacity_mb", "value 0 invalid, must be 1 or larger");
        if (request.HnswConfig is { HasEfConstruct: true, EfConstruct: < 4 } hnsw)
        {
            throw Refusal.Validation("hnsw_config.ef_construct", $"value {hnsw.EfConstruct} invalid, must be 4 or larger");
        }

        if (request.OptimizersConfig is { HasDeletedThreshold: true, DeletedThreshold: < 0 or > 1 } optimizers)
        {
            throw Refusal.Validation("optimizers_config.deleted_threshold", $"value {Show(optimizers.DeletedThreshold)} invalid, must be from 0.0 to 1.0");
        }
    }

    private static void CheckVectors(CreateCollection request)
    {
        var single = request.VectorsConfig?.Params;
        IEnumerable<(VectorParams Parameters, string Path)> all = single is not null
            ? [(single, "vectors_config.config.size")]
            : (request.VectorsConfig?.ParamsMap?.Map.Values ?? Enumerable.Empty<VectorParams>()).Select(parameters => (parameters, "vectors_config.config.map.[].size"));
        foreach (var (parameters, path) in all)
        {
            Require(parameters.Size is > 0 and <= LargestVector, path, $"value {parameters.Size} invalid, must be from 1 to {LargestVector}");
            if (parameters.Distance == Distance.UnknownDistance)
            {
                throw Refusal.InvalidArgument("Malformed distance parameter: UnknownDistance");
            }

            if (!Enum.IsDefined(parameters.Distance))
            {
                throw Refusal.InvalidArgument($"Malformed distance parameter, unexpected value: {(int)parameters.Distance}");
            }
        }

        foreach (var name in request.SparseVectorsConfig?.Map.Keys ?? Enumerable.Empty<string>())
        {
            if (request.VectorsConfig?.ParamsMap?.Map.ContainsKey(name) == true)
            {
                throw Refusal.WrongInput($"Dense and sparse vector names must be unique - duplicate found with '{name}'");
            }
        }
    }

    private static void CheckQuantization(QuantizationConfig? quantization)
    {
        if (quantization is null)
        {
            return;
        }

        if (quantization.QuantizationCase == QuantizationConfig.QuantizationOneofCase.None)
        {
            throw Refusal.InvalidArgument("Unable to convert quantization config");
        }

        if (quantization.Scalar is { HasQuantile: true, Quantile: < 0.5f or > 1f } scalar)
        {
            throw Refusal.Validation("quantization_config.quantization.quantile", $"value {Show(scalar.Quantile)} invalid, must be from 0.5 to 1.0");
        }

        if (quantization.Scalar is { Type: QuantizationType.UnknownQuantization })
        {
            throw Refusal.InvalidArgument("Unknown quantization type");
        }
    }

    private static void Require(bool holds, string path, string problem)
    {
        if (!holds)
        {
            throw Refusal.Validation(path, problem);
        }
    }

    private static string Show(double value) => value % 1 == 0 ? value.ToString("0.0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
